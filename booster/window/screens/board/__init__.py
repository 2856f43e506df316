"""The board: the trail, the places, the tokens, the die, a launch."""
