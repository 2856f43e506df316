"""Decks: the YAML files facilitators write, read into types or into a list of problems."""
