"""Thousands of damaged core decks through the loader: no exception, how much time and memory.

    python tests/benchmarks/damage.py [HOW_MANY]

The memory is the highest of the whole process, as the system tells it (not on Windows).
"""

import resource
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))
from mutations import damaged

from booster.decks.load import load_deck
from booster.language import translator
from booster.paths import core_deck

FILES = (
    "deck.yaml",
    "path.yaml",
    "challenges.yaml",
    "tools.yaml",
    "experiences.yaml",
    "translations/fr.yaml",
)


def main(how_many: int) -> None:
    """Load `how_many` damaged decks and print the figures. Any exception ends it with its number."""
    right = {name: (core_deck() / name).read_bytes() for name in FILES}
    slowest, came_of = 0.0, Counter[str]()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "translations").mkdir()
        for file, content in right.items():
            (folder / file).write_bytes(content)
        for n in range(how_many):
            chance = Random(f"damage/{n}")
            file = chance.choice(FILES)
            (folder / file).write_bytes(damaged(right[file], chance))
            start = time.perf_counter()
            try:
                reading = load_deck(folder, core_deck() / "path.yaml")
                said = [problem.rendered(translator("fr")) for problem in reading.problems]
            except Exception:
                print(f"number {n}, {file}")
                raise
            slowest = max(slowest, time.perf_counter() - start)
            came_of["refused" if reading.deck is None else "warned of" if said else "still right"] += 1
            (folder / file).write_bytes(right[file])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{how_many:,} damaged decks: {dict(came_of)}; slowest {slowest:.2f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
