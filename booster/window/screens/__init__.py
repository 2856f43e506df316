"""The screens of the window: the title and what it opens; a game, its board and its cards; the decks."""
