"""Responses that are no real choice: locked at every meeting, never worth it, or always (R6, R7)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from booster.balance.counts import Met
from booster.decks.model import PILLARS, Challenge, Response

ENOUGH = 100
"""Meetings before anything is said of a response: fewer may miss a rare tool that opens it."""

Verdict = Literal["never open", "never", "always"]


@dataclass(frozen=True, slots=True)
class OneResponse:
    """A response of a challenge, counted from 1 as on the card."""

    card: str
    response: int


@dataclass(slots=True)
class _Record:
    """How often a challenge was met, and how its responses did, by their place, where there was a choice."""

    meetings: int = 0
    choices: int = 0
    open: Counter[int] = field(default_factory=Counter)
    compared: Counter[int] = field(default_factory=Counter)
    beaten: Counter[int] = field(default_factory=Counter)
    beating: Counter[int] = field(default_factory=Counter)

    def meet(self, card: Challenge, helped: bool, free: tuple[int, ...], times: int) -> None:
        self.meetings += times
        self.open.update(dict.fromkeys(free, times))
        if len(free) < 2:
            return
        self.choices += times
        gains = {place: _gain(card.responses[place], helped) for place in free}
        for place in free:
            others = [gains[other] for other in free if other != place]
            self.compared[place] += times
            self.beaten[place] += times * any(_beats(other, gains[place]) for other in others)
            self.beating[place] += times * all(_beats(gains[place], other) for other in others)

    def verdict(self, place: int) -> Verdict | None:
        compared = self.compared[place]
        if self.meetings >= ENOUGH and not self.open[place]:
            return "never open"
        if compared >= ENOUGH and self.beaten[place] == compared:
            return "never"
        # A response that a tool unlocks may well be the best one: that is what the tool is for.
        if compared >= ENOUGH and self.beating[place] == self.choices:
            return "always"
        return None


def verdicts(
    challenges: Iterable[Challenge], met: Mapping[Met, int]
) -> dict[Verdict, tuple[OneResponse, ...]]:
    """Return the responses of each verdict, in the order of the challenges.

    One response beats another when it gives no less on any pillar and more on one; what a helping tool adds
    counts. A response is never worth it when another free one beat it at every choice, and always when it
    beat every other free one at every choice. Nothing is said of a response met less than 100 times.
    """
    records: defaultdict[str, _Record] = defaultdict(_Record)
    cards = {card.id: card for card in challenges}
    for (card, helped, free), times in met.items():
        records[card].meet(cards[card], helped, free, times)
    found: dict[Verdict, list[OneResponse]] = {"never open": [], "never": [], "always": []}
    for card, challenge in cards.items():
        for place in range(len(challenge.responses)):
            verdict = records[card].verdict(place)
            if verdict is not None:
                found[verdict].append(OneResponse(card, place + 1))
    return {verdict: tuple(responses) for verdict, responses in found.items()}


def met_too_seldom(challenges: Iterable[Challenge], met: Mapping[Met, int]) -> tuple[str, ...]:
    """Return the challenges of whose responses nothing can be said yet."""
    meetings = Counter[str]()
    for (card, _, _), times in met.items():
        meetings[card] += times
    return tuple(card.id for card in challenges if meetings[card.id] < ENOUGH)


def _gain(response: Response, helped: bool) -> tuple[int, ...]:
    return tuple(response.points[pillar] + helped * response.help[pillar] for pillar in PILLARS)


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """No less on any pillar, and more on one."""
    return one != other and all(mine >= theirs for mine, theirs in zip(one, other, strict=True))
