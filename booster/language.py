"""The interface's words in the player's language, from gettext PO files.

Code marks a message with `tr("...")` where it speaks, or with `N_("...")` where it is only kept for later.
English is the language of the messages themselves.
"""

import gettext
import io
import os
from collections.abc import Mapping
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


class Sentence:
    """A message marked for translation, and the values to fill in, which may be sentences themselves.

    `many` is its form for other numbers `n` than one, if it has one (see `plural`).
    """

    __slots__ = ("many", "message", "values")

    def __init__(self, message: str, values: Mapping[str, object], many: str = "") -> None:
        """Keep them until the language is known."""
        self.message = message
        self.values = values
        self.many = many

    def said(self, tr: Translator) -> str:
        """Return the sentence in the translator's language."""
        values = {
            name: value.said(tr) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        if self.many:
            n = values.pop("n")
            assert isinstance(n, int), "the number that chooses between the forms"
            return tr.plural(self.message, self.many, n, **values)
        return tr(self.message, **values)

    def __eq__(self, other: object) -> bool:
        """Sentences are the same when they say the same in every language."""
        return isinstance(other, Sentence) and all(
            getattr(self, name) == getattr(other, name) for name in self.__slots__
        )

    def __hash__(self) -> int:
        """The values need not be hashable."""
        return hash(self.message)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.said(translator("en"))


def plural(one: str, many: str, n: int, **values: object) -> Sentence:
    """Return a sentence in the form that the number `n` asks for, with `{n}` and the other `{names}`."""
    return Sentence(one, {"n": n, **values}, many)


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
    chosen = next((name for name in names if name), "") or _usual_locale()
    code = chosen.replace("-", "_").split("_")[0].split(".")[0].lower()
    if code == "french":  # as Windows says it, for every country: French_Belgium.1252
        return "fr"
    return code if code in LANGUAGES else "en"


def _usual_locale() -> str:
    """What Python took from the system at its start: Windows keeps the language outside the environment."""
    import locale

    return locale.setlocale(locale.LC_CTYPE)
