"""The interface's words in the player's language, from gettext PO files.

Code marks a message with `tr("...")` where it speaks, or with `N_("...")` where it is only kept for later.
English is the language of the messages themselves.
"""

import gettext
import os
from functools import cache
from pathlib import Path

LANGUAGES = {"en": "English", "fr": "Français"}


def N_(message: str) -> str:
    """Mark a message for translation; return it unchanged."""
    return message


class Translator:
    """Says messages in one language. Call it with a message and the values to fill in."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        """Use `translator(language)` instead."""
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, **values: object) -> str:
        """Return the message in this language, its `{names}` filled in."""
        translated = self._catalogue.gettext(message) if message else ""
        return translated.format_map(values) if values else translated

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the form that the number `n` asks for, with `{n}` and the other `{names}` filled in."""
        return self._catalogue.ngettext(one, many, n).format_map({"n": n, **values})


@cache
def translator(language: str) -> Translator:
    """Return the translator of a language; English where the language is not known."""
    source = Path(__file__).with_name("locale") / f"{language}.po"
    if language == "en" or not source.is_file():
        return Translator("en", gettext.NullTranslations())
    import io

    import polib

    catalogue = polib.pofile(source.read_text("utf-8"))
    return Translator(language, gettext.GNUTranslations(io.BytesIO(catalogue.to_binary())))


def system_language() -> str:
    """Return the system's language if we speak it, else English. The environment counts as in gettext."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "") or _desktop_language()
    code = chosen.replace("-", "_").split("_")[0].split(".")[0].lower()
    return code if code in LANGUAGES else "en"


def _desktop_language() -> str:
    """Windows and macOS keep the language outside the environment."""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""
