"""Writing a session file: `Journal`, its one writer."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import Self

from booster.errors import EnvironmentFault
from booster.files import folder_to_disk, lock, to_disk, write_whole
from booster.journal.format import Entry, Header, Step, checksum_of, line_of
from booster.journal.reading import Reading
from booster.language import N_

LOCKED = N_("This session is being played in another window: close it there first.")


class JournalLocked(EnvironmentFault):
    """Another window or program is playing this session."""


class Journal:
    """The one writer of a session file.

    A line that cannot be written is kept and written with the next one; `unsaved_since` says since when, and
    `why` in the words of the system.
    """

    def __init__(self, path: Path, file: FileIO, content: bytes, entries: int) -> None:
        """Use `Journal.create` or `Journal.open` instead. `content` is what the file holds."""
        self.path = path
        self.unsaved_since: datetime | None = None
        self.why = ""
        # Not buffered: a buffer would keep what a full disk refused, and write it where it no longer belongs.
        self._file = file
        # All that must be in the file, and how many bytes of it are: a disk that is gone cannot be asked.
        self._content = bytearray(content)
        self._saved = len(content)
        self._entries = entries
        self._checksum = checksum_of(content[:-1].rpartition(b"\n")[2])

    @classmethod
    def create(cls, path: Path, header: Header) -> Self:
        """Begin a session file that is not there yet. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        line = line_of(header)
        return cls(path, _new_file(path, line), line, 0)

    @classmethod
    def open(cls, reading: Reading, entries: int) -> Self:
        """Play on from the first `entries` lines of what was read. Raises JournalLocked, OSError.

        What is dropped is kept beside the file: a cut last line as `.cut-1`, anything else as `.damaged-1`.
        """
        good = reading.first(entries)
        file = reading.path.open("r+b", buffering=0)
        try:
            # The lock comes first: until then another window may have played on from what was read.
            if not lock(file) or file.readall() != reading.content:
                raise JournalLocked(LOCKED)
            if len(good) < len(reading.content):
                damaged = reading.damaged_line is not None or entries < len(reading.entries)
                kept, why = (reading.content, "damaged") if damaged else (reading.cut, "cut")
                write_whole(next(name for name in _names(reading.path, why) if not name.exists()), kept)
                file.truncate(len(good))
                to_disk(file)
        except BaseException:
            file.close()
            raise
        return cls(reading.path, file, good, entries)

    @property
    def closed(self) -> bool:
        """Whether the file is closed."""
        return self._file.closed

    def append(self, step: Step, state: str, turn: int, over: bool) -> None:
        """Write a line to the disk before anything shows. Never raises OSError: see `unsaved_since`."""
        do = step if isinstance(step, str) else type(step).__name__
        fields = {} if isinstance(step, str) else asdict(step)
        self._entries += 1
        entry = Entry(
            n=self._entries, before=self._checksum, do=do, args=fields, state=state, turn=turn, over=over
        )
        line = line_of(entry)
        self._content += line
        self._checksum = checksum_of(line)
        self.retry()

    def retry(self) -> bool:
        """Try again to write what is not on the disk yet; True if all is."""
        try:
            self._write()
        except OSError as fault:
            self.unsaved_since = self.unsaved_since or datetime.now().astimezone()
            self.why = fault.strerror or str(fault)
            return False
        self.unsaved_since = None
        return True

    def move_to(self, path: Path) -> None:
        """Save the whole session in a new file and go on there; the old one need not be readable.

        Raises OSError; the journal then stays where it is.
        """
        file = _new_file(path, bytes(self._content))
        self.close()
        self.path, self._file, self._saved = path, file, len(self._content)
        self.unsaved_since = None

    def close(self) -> None:
        """Close the file and free its lock. What is not saved by now is lost."""
        # All that is known to be saved was flushed to the disk: a fault now says nothing new.
        with suppress(OSError):
            self._file.close()

    def _write(self) -> None:
        if self._saved == len(self._content):
            return
        # A failed write may have left part of a line: cut back to what is known to be whole.
        self._file.truncate(self._saved)
        self._file.seek(self._saved)
        _write_all(self._file, bytes(self._content[self._saved :]))
        self._saved = len(self._content)


def _new_file(path: Path, content: bytes) -> FileIO:
    """Make a file that holds this, locked and on the disk; none at all if that fails."""
    file = path.open("xb", buffering=0)
    try:
        if not lock(file):
            raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK), str(path))
        _write_all(file, content)
    except BaseException:
        # A session that never began must not stand in the list as a damaged one.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    folder_to_disk(path.parent)
    return file


def _write_all(file: FileIO, content: bytes) -> None:
    """Write at the place where the file stands; return once it is on the disk."""
    while content:
        # One write takes it all, unless the disk is full: then it takes a part, and the next one says why.
        content = content[file.write(content) :]
    to_disk(file)


def _names(path: Path, why: str) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield path.with_name(f"{path.name}.{why}-{number}")
