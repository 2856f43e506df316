"""A file's bytes -> its text, or the problems that keep it from being read as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from booster.decks.problems import Problem, Weight, say
from booster.language import N_, Sentence

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

MOST_PROBLEMS = 200
"""Problems that are listed of one file: past them the person mends these first."""

Place = tuple[int, int]
"""A line and a column, both counted from 0."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REFUSED = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff" + _BIDI + "]"
)
_ZIP = b"PK\x03\x04"
_OFFICE = (_ZIP, b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")

_SAVE_AS = N_("in Notepad choose File, Save as, then Encoding: UTF-8.")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, as lines, and the name under which problems speak of it."""

    file: str
    text: str
    lines: tuple[str, ...]

    def problem(self, weight: Weight, place: Place, what: Sentence, fix: Sentence) -> Problem:
        """Return a problem at a place of this file."""
        line, column = place
        shown = self.lines[line] if line < len(self.lines) else ""
        return Problem(self.file, line + 1, column + 1, weight, what, fix, shown)


def refused_character(text: str) -> re.Match[str] | None:
    """Return the first character that no deck may hold: a control, an invisible or a direction mark."""
    return _REFUSED.search(text)


def read_source(path: Path, shown: str) -> Source | tuple[Problem, ...]:
    """Return a file's text, or why it is none. Raises OSError when the file cannot be read."""
    if not path.is_file():
        return _whole(shown, say(N_("This is not a file.")), say(N_("put a text file with this name here.")))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        what = say(N_("This file is larger than 1 MB."))
        return _whole(shown, what, say(N_("share its cards out over two decks.")))
    kind = _wrong_kind(shown, content)
    if kind:
        return _whole(shown, *kind)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return (_not_utf8(shown, content, fault.start),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(shown, text, tuple(text.split("\n")))
    return tuple(islice(_refused(source), MOST_PROBLEMS)) or source


def _whole(shown: str, what: Sentence, fix: Sentence) -> tuple[Problem, ...]:
    return (Problem(shown, 1, 1, "error", what, fix),)


def _wrong_kind(shown: str, content: bytes) -> tuple[Sentence, Sentence] | None:
    if content.startswith(_ZIP) and b"deck.yaml" in content:
        what = say(N_("This is a packed deck."))
        return what, say(N_("type: {typed}"), typed=f'booster install "{shown}"')
    if content.startswith(_OFFICE):
        what = say(N_("This is a document of a spreadsheet or a word processor, not a text file."))
        return what, say(N_("copy its words into a plain text file, made with Notepad or VS Code."))
    start = content[:200]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in start and _every_other_is_zero(start)):
        return say(N_("This file is saved as UTF-16; decks are read as UTF-8.")), say(_SAVE_AS)
    return None


def _every_other_is_zero(start: bytes) -> bool:
    return max(start[0::2].count(0), start[1::2].count(0)) * 3 > len(start)


def _not_utf8(shown: str, content: bytes, start: int) -> Problem:
    line_start = content.rfind(b"\n", 0, start) + 1
    line_end = content.find(b"\n", start)
    line = content[line_start : line_end if line_end >= 0 else None]
    column = len(content[line_start:start].decode("utf-8-sig", "replace"))
    what = say(
        N_("This file is saved in an older encoding, not as UTF-8 (the byte {byte})."),
        byte=f"0x{content[start]:02X}",
    )
    # Old Windows text nearly always: the line can then be shown as the person sees it.
    seen = line.decode("cp1252", "replace").rstrip("\r")
    return Problem(shown, content.count(b"\n", 0, start) + 1, column + 1, "error", what, say(_SAVE_AS), seen)


def _refused(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines):
        if line.isprintable():  # true of most lines, and told in a tenth of the time
            continue
        for match in _REFUSED.finditer(line):
            what = say(N_("There is an invisible character here ({code})."), code=f"U+{ord(match[0]):04X}")
            fix = say(N_("delete it, and type the words around it again if need be."))
            yield source.problem("error", (number, match.start()), what, fix)
