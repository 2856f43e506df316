"""The files of a new deck, in each language."""

from importlib.resources import files

from booster.language import translator


def template(file: str, language: str) -> str:
    """Return a text that ships; in English where nobody has written it in the language."""
    return (files(__name__) / translator(language).language / file).read_text("utf-8")
