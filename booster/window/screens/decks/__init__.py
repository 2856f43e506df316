"""The decks that there are, and a deck while it is being written."""
