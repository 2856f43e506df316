"""The deck doctor: all that is wrong with a deck, and all that its author would want to know besides."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from booster.decks.check_copied import find_copied_problems
from booster.decks.check_licence import find_licence_problems
from booster.decks.check_play import find_play_problems
from booster.decks.check_room import find_room_problems
from booster.decks.contents import Contents
from booster.decks.load import Reading, read_deck
from booster.decks.problems import Problem
from booster.decks.read import MOST_PROBLEMS


def examine_deck(folder: Path, core_path: Path | None = None) -> Reading:
    """Read a deck's folder as `load_deck` does, and look also at what does not keep it from being played.

    That is: words that do not fit their card or its font, tools and cards that no game uses, ids that are
    nearly the same, what was copied and left as it was, sources and licence. Raises OSError when the folder
    or a file cannot be read.
    """
    return read_deck(folder, core_path, remarks)


def remarks(contents: Contents) -> Iterator[Problem]:
    """Yield what does not keep a deck from being played."""
    for find in (find_licence_problems, find_play_problems, find_copied_problems, find_room_problems):
        yield from islice(find(contents), MOST_PROBLEMS)
