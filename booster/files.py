"""Files that survive a crash: whole files written at once, and a lock for the one writer."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old content or the new one. Raises OSError if it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with part.open("xb") as file:
            file.write(content)
            to_disk(file)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    folder_to_disk(path.parent)


def to_disk(file: IO[bytes]) -> None:
    """Return only when what was written to the file is on the disk itself."""
    file.flush()
    if not _through_the_drive(file):
        os.fsync(file.fileno())


def _through_the_drive(file: IO[bytes]) -> bool:
    """Do what only macOS has: fsync leaves things in the drive's own cache there. False where it cannot."""
    try:
        import fcntl

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined, unused-ignore]
    except (ImportError, AttributeError, OSError):
        return False  # another system, or a network drive
    return True


def folder_to_disk(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, on systems that can."""
    if os.name == "nt":
        return
    # Some network drives refuse to sync a folder; the file itself is safe by then.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def lock(file: IO[bytes]) -> bool:
    """Lock an open file for this process until it is closed; False if another process has it.

    A drive that knows no locks, as some network drives, is played on without one.
    """
    try:
        if os.name == "nt":
            import msvcrt

            # A byte far past the end: the lock must not hinder reading what is there.
            position = file.tell()
            file.seek(2**30)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
            file.seek(position)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        return fault.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)
    return True
