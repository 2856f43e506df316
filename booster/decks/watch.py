"""Noticing that somebody has saved a file of a deck: by asking for the files' times, twice a second."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from booster.decks.folder import places, yaml_files

LOOK_EVERY_MS = 500


class Watch:
    """The YAML files of some decks. It looks when it is told that time has passed: no thread, no clock."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Take note of the files as they are now."""
        self._folders = tuple(folders)
        self._seen = self._stamps()
        self._since_ms = 0

    def changed(self, dt_ms: int) -> bool:
        """Let `dt_ms` milliseconds pass; tell whether a file was saved, added or removed since the last look.

        An editor that saves by renaming a new file over the old one is noticed too.
        """
        self._since_ms += dt_ms
        if self._since_ms < LOOK_EVERY_MS:
            return False
        self._since_ms = 0
        before, self._seen = self._seen, self._stamps()
        return self._seen != before

    def _stamps(self) -> frozenset[tuple[str, int, int, int]]:
        return frozenset(stamp for folder in self._folders for stamp in _stamps_in(folder))


def _stamps_in(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    for place in places(folder):
        with suppress(OSError):  # what cannot be read has no files
            for file in yaml_files(place):
                with suppress(OSError):  # gone since it was listed
                    state = file.stat()
                    yield str(file), state.st_mtime_ns, state.st_size, state.st_ino
