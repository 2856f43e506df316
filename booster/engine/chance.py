"""Chance that is the same on any machine (R13), fixed by the seed and by how many chances were used (R11)."""

from collections.abc import Iterable
from random import Random


def fall_of_the_die(seed: str, chance: int, low: int, high: int) -> int:
    """Return a number from `low` to `high`: the die of the `chance`-th roll of the game."""
    # Of all of Random, only the sequence of random() is promised to stay the same across Python versions.
    return low + int(Random(f"{seed}/{chance}").random() * (high - low + 1))


def shuffled(seed: str, pile: str, cards: Iterable[str]) -> tuple[str, ...]:
    """Return the cards of a pile in the order that the seed gives them."""
    draw = Random(f"{seed}/{pile}").random
    # Sorted first: the order a deck lists its cards in is not part of the seed.
    return tuple(card for _, card in sorted((draw(), card) for card in sorted(cards)))
