"""The game in a terminal: a sentence an event, numbered choices; also the edition for screen readers."""
