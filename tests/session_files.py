"""Session files in a test's hands: disks that take no more, and headers that somebody else wrote."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from booster.session import Session


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes: a write that goes further is cut short, the next one fails."""
    resource = pytest.importorskip("resource", reason="only POSIX systems limit the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def pull_out(session: Session) -> None:
    """Let every write to the session's file fail from now on, as when its disk is pulled out."""
    assert session.journal is not None
    handle = os.open(session.journal.path, os.O_RDONLY)
    os.dup2(handle, session.journal._file.fileno())
    os.close(handle)


def size_of(session: Session) -> int:
    """The bytes of a session's file."""
    assert session.journal is not None
    return session.journal.path.stat().st_size


def header_line(payload: bytes) -> bytes:
    """A first line with a good checksum, whatever it says."""
    return b"%s %d %s\n" % (sha256(payload).hexdigest()[:16].encode(), len(payload), payload)


def change_header(path: Path, **fields: object) -> None:
    """Write a header that says something else, with a good checksum."""
    first, _, rest = path.read_bytes().partition(b"\n")
    header = json.loads(first.split(b" ", 2)[2])
    path.write_bytes(header_line(json.dumps({**header, **fields}).encode()) + rest)
