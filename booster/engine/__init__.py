"""The rules of the game, pure: no screen, no file, no clock, no global chance."""
