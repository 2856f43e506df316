"""How long a deck takes to load and check, against reading its bytes and against PyYAML's own loaders.

    python tests/benchmarks/decks.py

All in one run, interleaved, medians: read the ratios, the times are the machine's. The cards are the core
deck's, repeated under new ids. For 10,000 cards in one deck the limits to a file's size are lifted, here
alone. "Read back, unchanged" is how the game gets a deck that it has read and checked before.
"""

import gc
import os
import platform
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest import mock

import pydantic
import yaml

from booster.decks import compose, kept, read
from booster.decks.kept import load_kept
from booster.decks.load import load_deck
from booster.paths import core_deck

FILES = ("challenges.yaml", "tools.yaml", "experiences.yaml")
SIZES = {400: 7, 10_000: 3}
"""Cards in the deck, and how many times each thing is measured."""


def write_deck(folder: Path, cards: int) -> None:
    """Write a deck with this many cards, as many of each kind as in the core deck in proportion."""
    (folder / "deck.yaml").write_text(
        (core_deck() / "deck.yaml").read_text("utf-8").replace(", fr", ""), "utf-8"
    )
    texts = {file: _cards_of((core_deck() / file).read_text("utf-8")) for file in FILES}
    every = sum(len(one) for one in texts.values())
    written = 0
    for file in FILES:
        wanted = cards - written if file == FILES[-1] else cards * len(texts[file]) // every
        written += wanted
        lines = [_copy(texts[file][n % len(texts[file])], n // len(texts[file])) for n in range(wanted)]
        (folder / file).write_text("".join(lines), "utf-8")


def _cards_of(text: str) -> list[str]:
    start = text.index("- id: ")
    return ["- id: " + card for card in text[start:].split("- id: ")[1:]]


def _copy(card: str, number: int) -> str:
    """A card under a new id; the tools that it names are those of the first copy, which every deck has."""
    first, rest = card.split("\n", 1)
    return f"{first}-{number}\n{rest}" if number else card


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes, on a tidy heap and with the collector on as it always is."""
    gc.collect()
    start = time.perf_counter()
    kept = work()
    seconds = time.perf_counter() - start
    del kept
    return seconds


def measure(folder: Path, times: int) -> dict[str, float]:
    """Median seconds of each thing, by its name."""
    files = sorted(folder.glob("*.yaml"))
    reading = load_deck(folder)
    assert reading.deck is not None, reading.problems[:3]
    works: dict[str, Callable[[], object]] = {
        "reading the bytes": lambda: [file.read_bytes() for file in files],
        "load and check": lambda: load_deck(folder),
        "read back, unchanged": lambda: load_kept(folder),
        "SafeLoader": lambda: [yaml.load(file.read_bytes(), Loader=yaml.SafeLoader) for file in files],
    }
    if yaml.__with_libyaml__:
        works["CSafeLoader"] = lambda: [
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files
        ]
        works["the C parser’s events"] = lambda: [_events(file.read_text("utf-8")) for file in files]
    runs: dict[str, list[float]] = {name: [] for name in works}
    for n in range(times):
        for name, work in works.items():
            if name != "SafeLoader" or n < 1:
                runs[name].append(timed(work))
    return {name: median(seconds) for name, seconds in runs.items()}


def _events(text: str) -> int:
    parser, events = yaml.CLoader(text), 1
    while type(parser.get_event()) is not yaml.StreamEndEvent:
        events += 1
    return events


def main() -> None:
    """Measure and print."""
    print(f"Python {platform.python_version()}, PyYAML {yaml.__version__}, pydantic {pydantic.VERSION}")
    a_card: dict[int, float] = {}
    lifted = (
        mock.patch.object(read, "LARGEST", 10**9),
        mock.patch.object(kept, "LARGEST", 10**9),
        mock.patch.object(compose, "MOST_EVENTS", 10**9),
    )
    for cards, times in SIZES.items():
        with TemporaryDirectory() as name, ExitStack() as stack:
            for limit in lifted:
                stack.enter_context(limit)
            stack.enter_context(mock.patch.dict(os.environ, BOOSTER_DATA=f"{name}/data"))
            folder = Path(name, "deck")
            folder.mkdir()
            write_deck(folder, cards)
            load_kept(folder)  # from here on it is kept
            size = sum(file.stat().st_size for file in folder.glob("*.yaml"))
            print(f"\n{cards:,} cards, {size / 1e6:.1f} MB")
            found = measure(folder, times)
        a_card[cards] = found["load and check"] / cards
        whole = found["load and check"]
        for what, seconds in found.items():
            print(f"  {what:24} {seconds * 1000:10.2f} ms {seconds / whole:8.3f} of load and check")
        for loader in ("CSafeLoader", "SafeLoader"):
            for what in ("load and check", "read back, unchanged"):
                if loader in found:
                    print(f"  {what} / {loader}: {found[what] / found[loader]:.2f}")
    few, many = SIZES
    print(f"\na card costs {a_card[many] / a_card[few]:.2f} times as much in {many:,} cards as in {few:,}")


if __name__ == "__main__":
    main()
