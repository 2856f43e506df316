"""One session on disk: a header, then one action a line, checksummed, chained and flushed to the disk.

A line is `CHECKSUM LENGTH JSON`: the checksum is of the JSON, and the JSON names its number and the checksum
of the line before, so that lost, repeated or reordered lines show. The file only grows; an undo is a line.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from booster.decks.model import Deck, PresetName
from booster.engine.actions import Action
from booster.engine.state import NewTeam, Setup
from booster.errors import BoosterError, EnvironmentFault
from booster.files import folder_to_disk, lock, to_disk, write_whole
from booster.language import N_

MAGIC = "social-impact-booster session"
FORMAT = 1
RULES = 1
SUFFIX = ".booster"

LOCKED = N_("This session is being played in another window: close it there first.")
UNREADABLE = N_("{file} does not hold a saved session, or its beginning is damaged.")

Step = Action | Literal["undo", "redo"]


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


class JournalLocked(EnvironmentFault):
    """Another window or program is playing this session."""


class Header(BaseModel):
    """The first line: what it takes to begin the same game again."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    magic: Literal["social-impact-booster session"] = "social-impact-booster session"
    format: int = FORMAT
    app: str
    rules: int = RULES
    made: str
    seed: str
    preset: PresetName
    teams: tuple[NewTeam, ...]
    decks: tuple[Deck, ...]
    decks_hash: str

    @classmethod
    def of(cls, setup: Setup, decks: tuple[Deck, ...], app: str, made: datetime) -> Self:
        """Return the header of a new session."""
        return cls(
            app=app,
            made=made.isoformat(timespec="seconds"),
            seed=setup.seed,
            preset=setup.preset,
            teams=setup.teams,
            decks=decks,
            decks_hash=decks_hash(decks),
        )

    @property
    def setup(self) -> Setup:
        """The set-up of the game."""
        return Setup(self.teams, self.preset, self.seed)


class Entry(BaseModel):
    """A line after the header. `state` is the fingerprint of the state after it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    n: int
    before: str
    do: str
    args: dict[str, Any]
    state: str
    turn: int
    over: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a session file of `size` bytes holds: its good lines, a cut last line, the first damaged line."""

    path: Path
    header: Header
    entries: tuple[Entry, ...]
    size: int
    cut: bytes = b""
    damaged_line: int | None = None


def decks_hash(decks: tuple[Deck, ...]) -> str:
    """Return a hash of decks as they are."""
    return sha256("\n".join(deck.model_dump_json(by_alias=True) for deck in decks).encode()).hexdigest()


def step_of(entry: Entry) -> Step:
    """Return the action of a line, or "undo" or "redo". Raises ValueError if there is no such action."""
    match entry.do:
        case "undo":
            return "undo"
        case "redo":
            return "redo"
    action: Action = _action_type(entry.do).validate_json(json.dumps(entry.args), strict=True)
    return action


@cache
def _action_type(name: str) -> TypeAdapter[Action]:
    kind = next((kind for kind in get_args(Action) if kind.__name__ == name), None)
    if kind is None:
        raise ValueError(name)
    return TypeAdapter(kind)


def read_journal(path: Path) -> Reading:
    """Read a session file. Raises JournalFault if no game is in it, OSError if it cannot be read."""
    content = path.read_bytes()
    lines = content.split(b"\n")
    # Every whole line ends in a newline, so what stands after the last one is a line that was cut.
    header, checksum = _header(path, lines[0] if len(lines) > 1 else b"")
    entries: list[Entry] = []
    damaged_line = None
    for number, line in enumerate(lines[1:-1], start=1):
        entry = _entry(line, number, checksum)
        if entry is None:
            damaged_line = number + 1
            break
        entries.append(entry)
        checksum = _checksum(line)
    cut = lines[-1] if damaged_line is None else b""
    return Reading(path, header, tuple(entries), len(content), cut, damaged_line)


def _header(path: Path, line: bytes) -> tuple[Header, str]:
    payload = _payload(line)
    fields = json.loads(payload) if payload else None
    if payload is None or not isinstance(fields, dict) or fields.get("magic") != MAGIC:
        raise JournalFault(UNREADABLE, file=path.name)
    if fields.get("format", 0) > FORMAT or fields.get("rules", 0) > RULES:
        message = N_("{file} was saved by a newer version of this program ({app}): please update.")
        raise JournalFault(message, file=path.name, app=fields.get("app", "?"))
    try:
        return Header.model_validate_json(payload), _checksum(line)
    except ValidationError as error:
        raise JournalFault(UNREADABLE, file=path.name) from error


def _entry(line: bytes, number: int, before: str) -> Entry | None:
    payload = _payload(line)
    if payload is None:
        return None
    try:
        entry = Entry.model_validate_json(payload)
        step_of(entry)
    except ValueError:
        return None
    return entry if (entry.n, entry.before) == (number, before) else None


def _payload(line: bytes) -> bytes | None:
    """Return the JSON of a line if its checksum and its length are right."""
    checksum, _, rest = line.partition(b" ")
    length, _, payload = rest.partition(b" ")
    good = checksum.decode("ascii", "replace") == _digest(payload) and length == str(len(payload)).encode()
    return payload if good else None


def _line(fields: BaseModel) -> bytes:
    payload = fields.model_dump_json(by_alias=True).encode()
    return b"%s %d %s\n" % (_digest(payload).encode(), len(payload), payload)


def _checksum(line: bytes) -> str:
    return line.partition(b" ")[0].decode("ascii")


def _digest(payload: bytes) -> str:
    return sha256(payload).hexdigest()[:16]


class Journal:
    """The one writer of a session file.

    A line that cannot be written is kept and written with the next one; `unsaved_since` says since when.
    """

    def __init__(self, path: Path, saved: int, lines: int, checksum: str, pending: bytes = b"") -> None:
        """Use `Journal.create` or `Journal.open` instead. Raises JournalLocked, OSError."""
        self.path = path
        self.unsaved_since: datetime | None = None
        self._file = path.open("r+b")
        self._saved = saved
        self._lines = lines
        self._checksum = checksum
        self._pending = pending
        if not lock(self._file):
            self._file.close()
            raise JournalLocked(LOCKED)

    @classmethod
    def create(cls, path: Path, header: Header) -> Self:
        """Begin a session file. Raises FileExistsError, OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("xb").close()
        line = _line(header)
        journal = cls(path, 0, 0, _checksum(line), line)
        try:
            journal._write()
        except OSError:
            # A session that never began must not stand in the list as a damaged one.
            journal.close()
            path.unlink(missing_ok=True)
            raise
        folder_to_disk(path.parent)
        return journal

    @classmethod
    def open(cls, reading: Reading, entries: int) -> Self:
        """Play on from the first `entries` lines of what was read. Raises JournalLocked, OSError.

        What is dropped is kept beside the file: a cut last line as `.cut-1`, anything else as `.damaged-1`.
        """
        content = reading.path.read_bytes()
        good = content.split(b"\n")[: entries + 1]
        journal = cls(reading.path, sum(len(line) + 1 for line in good), entries, _checksum(good[-1]))
        if len(content) != reading.size:
            # Another window played on between the reading and the lock.
            journal.close()
            raise JournalLocked(LOCKED)
        if journal._saved < len(content):
            damaged = reading.damaged_line is not None or entries < len(reading.entries)
            _keep_aside(reading.path, content if damaged else reading.cut, "damaged" if damaged else "cut")
            journal._write()
        return journal

    def append(self, step: Step, state: str, turn: int, over: bool) -> None:
        """Write a line to the disk before anything shows. Never raises OSError: see `unsaved_since`."""
        do = step if isinstance(step, str) else type(step).__name__
        fields = {} if isinstance(step, str) else asdict(step)
        self._lines += 1
        entry = Entry(
            n=self._lines, before=self._checksum, do=do, args=fields, state=state, turn=turn, over=over
        )
        line = _line(entry)
        self._checksum = _checksum(line)
        self._pending += line
        self.retry()

    def retry(self) -> bool:
        """Try again to write what is not on the disk yet; True if all is."""
        try:
            self._write()
        except OSError:
            self.unsaved_since = self.unsaved_since or datetime.now().astimezone()
            return False
        self.unsaved_since = None
        return True

    def move_to(self, path: Path) -> None:
        """Save the whole session in another file and go on there. Raises OSError, JournalLocked."""
        content = self.path.read_bytes()[: self._saved] + self._pending
        write_whole(path, content)
        moved = type(self)(path, len(content), self._lines, self._checksum)
        self._file.close()
        self.__dict__.update(moved.__dict__)

    def close(self) -> None:
        """Close the file and free its lock."""
        self._file.close()

    def _write(self) -> None:
        # A failed write may have left part of a line: cut back to what is known to be whole.
        self._file.seek(self._saved)
        self._file.truncate()
        self._file.write(self._pending)
        to_disk(self._file)
        self._saved += len(self._pending)
        self._pending = b""


def _keep_aside(path: Path, content: bytes, why: str) -> None:
    write_whole(next(name for name in _names(path, why) if not name.exists()), content)


def _names(path: Path, why: str) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield path.with_name(f"{path.name}.{why}-{number}")
