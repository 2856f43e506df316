"""The interface's words in the player's language, from gettext PO files.

Code marks a message with `tr("...")` where it speaks, or with `N_("...")` where it is only kept for later.
English is the language of the messages themselves.
"""

import gettext
import io
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
    if language not in LANGUAGES or language == "en":
        return Translator("en", gettext.NullTranslations())
    return Translator(language, catalogue(source))


def catalogue(source: Path) -> gettext.GNUTranslations:
    """Return the messages of a PO file, from the compiled file beside it unless the PO file is newer.

    Installing compiles them (hatch_build.py): to read a PO file takes a third of the time to the first frame.
    """
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and not _is_newer(source, compiled):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    import polib

    return gettext.GNUTranslations(io.BytesIO(polib.pofile(source.read_text("utf-8")).to_binary()))


def _is_newer(source: Path, compiled: Path) -> bool:
    """An installed program has no source."""
    return source.is_file() and source.stat().st_mtime_ns > compiled.stat().st_mtime_ns


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
