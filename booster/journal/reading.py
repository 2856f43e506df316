"""Reading a session file: all of it, or only what a list of sessions shows. Nothing is changed here."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from booster.errors import BoosterError
from booster.journal.format import Entry, Head, Header, Version, checksum_of, payload_of, step_of
from booster.language import N_

AnyHead = TypeVar("AnyHead", bound=Head)

UNREADABLE = N_("{file} does not hold a saved session, or its beginning is damaged.")


class JournalFault(BoosterError):
    """A session file that cannot be read as a game."""


class JournalDamaged(JournalFault):
    """A line in the middle is not what was written; `actions` lines before it are good."""

    def __init__(self, path: Path, line: int, actions: int) -> None:
        """Name the damaged line, counted from 1 (the header)."""
        message = N_("{file} is damaged at line {line}. The game can go on from before that line.")
        super().__init__(message, file=path.name, line=line)
        self.line = line
        self.actions = actions


@dataclass(frozen=True, slots=True)
class Reading:
    """What a session file holds: its bytes, its good lines, a cut last line, the first damaged line."""

    path: Path
    content: bytes
    header: Header
    entries: tuple[Entry, ...]
    cut: bytes = b""
    damaged_line: int | None = None

    def first(self, entries: int) -> bytes:
        """Return the header and so many good entries as they stand in the file."""
        return b"".join(line + b"\n" for line in self.content.split(b"\n")[: entries + 1])


def read_journal(path: Path) -> Reading:
    """Read a session file. Raises JournalFault if no game is in it, OSError if it cannot be read."""
    content = path.read_bytes()
    lines = content.split(b"\n")
    # Every whole line ends in a newline, so what stands after the last one is a line that was cut.
    first = lines[0] if len(lines) > 1 else b""
    header = _header(path, first, Header)
    checksum = checksum_of(first)
    entries: list[Entry] = []
    damaged_line = None
    for number, line in enumerate(lines[1:-1], start=1):
        entry = _entry(line)
        if entry is None or (entry.n, entry.before) != (number, checksum):
            damaged_line = number + 1
            break
        entries.append(entry)
        checksum = checksum_of(line)
    cut = lines[-1] if damaged_line is None else b""
    return Reading(path, content, header, tuple(entries), cut, damaged_line)


def peek(path: Path) -> tuple[Head, Entry | None]:
    """Return what a list shows of a session file: from its header, and its last good line.

    Its cards and its other lines are not looked at: a list of many sessions opens at once. Raises
    JournalFault if no game is in the file, OSError if it cannot be read.
    """
    first, newline, rest = path.read_bytes().partition(b"\n")
    head = _header(path, first if newline else b"", Head)
    whole_lines = rest.split(b"\n")[:-1]
    return head, next(filter(None, map(_entry, reversed(whole_lines))), None)


def _header(path: Path, line: bytes, kind: type[AnyHead]) -> AnyHead:
    """Return what this kind holds of a header. Raises JournalFault."""
    payload = payload_of(line) or b""
    try:
        header: Version = kind.model_validate_json(payload)
    except ValidationError:
        header = _version(path, payload)
    if header.is_newer:
        message = N_("{file} was saved by a newer version of this program ({app}): please update.")
        raise JournalFault(message, file=path.name, app=header.app)
    if not isinstance(header, kind):
        raise JournalFault(UNREADABLE, file=path.name)
    return header


def _version(path: Path, payload: bytes) -> Version:
    """Return whose a header is that is not as this version of the program writes it."""
    try:
        return Version.model_validate_json(payload)
    except ValidationError as error:
        raise JournalFault(UNREADABLE, file=path.name) from error


def _entry(line: bytes) -> Entry | None:
    payload = payload_of(line)
    if payload is None:
        return None
    try:
        entry = Entry.model_validate_json(payload)
        step_of(entry)
    except ValueError:
        return None
    return entry
