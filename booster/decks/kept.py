"""Decks kept as they were read: one that has not changed is ready in a tenth of the time that reading takes.

A kept deck is a line with the mark of what it was read from, then the deck as JSON. It is checked as it is
read back; any doubt, and the deck is read again from its own files. The folder may be deleted at any time.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from booster import __version__
from booster.decks.folder import deck_files
from booster.decks.model import Deck
from booster.decks.problems import Problem
from booster.decks.read import LARGEST
from booster.files import write_whole
from booster.paths import core_deck, kept_decks_folder, resolved


def load_kept(folder: Path) -> Deck | tuple[Problem, ...]:
    """Return a folder's deck, or its errors: read back where it is kept, else read and kept for next time.

    Raises OSError when the folder or a file cannot be read.
    """
    mark = _mark(folder)
    deck = _kept(folder, mark)
    if deck is not None:
        return deck
    # Reading takes more modules than reading back: they are not even imported where it is not needed.
    from booster.decks.load import load_deck

    reading = load_deck(folder)
    if reading.deck is None:
        return tuple(problem for problem in reading.problems if problem.weight == "error")
    # Kept for a speed-up only: where the disk is full or refuses, the game goes on all the same.
    with suppress(OSError):
        if _mark(folder) == mark:  # else somebody has saved a file while it was read
            _keep(folder, mark, reading.deck)
    return reading.deck


def _mark(folder: Path) -> str:
    """A hash of all that a deck is made of: its files, the core path, this version of the program."""
    mark = sha256(__version__.encode())
    for file in _sources(folder):
        content = b""
        if file.is_file():
            with file.open("rb") as opened:
                content = opened.read(LARGEST + 1)
        mark.update(b"\n%s %d\n" % (os.fsencode(file.relative_to(file.parent.parent)), len(content)))
        mark.update(content)
    return mark.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    yield core_deck() / "path.yaml"
    yield from deck_files(folder)


def _kept(folder: Path, mark: str) -> Deck | None:
    try:
        first, _, deck = _place(folder).read_bytes().partition(b"\n")
        return Deck.model_validate_json(deck) if first == mark.encode() else None
    except (OSError, ValueError):
        return None


def _keep(folder: Path, mark: str, deck: Deck) -> None:
    write_whole(_place(folder), f"{mark}\n{deck.model_dump_json(by_alias=True)}".encode())


def _place(folder: Path) -> Path:
    return kept_decks_folder() / f"{sha256(os.fsencode(resolved(folder))).hexdigest()[:16]}.json"
