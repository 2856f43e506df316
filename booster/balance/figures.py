"""From counts to what a deck's author needs to know."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from booster.balance.counts import Counts
from booster.balance.play import Study
from booster.balance.worth import OneResponse, met_too_seldom, verdicts
from booster.decks.model import PILLARS, Card, Pillar
from booster.limits import PresetName
from booster.simulated import WAYS, Way

Group = Way | Literal["all"]
"""All teams, or those that play in one way."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a number is spread: 5th percentile, median, 95th; and how often each number occurred."""

    low: int
    median: int
    high: int
    counts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the games tell. Cards are named by their ids, in the order of the deck."""

    deck: str
    games: int
    teams: int
    preset: PresetName
    points: Mapping[Group, Spread]
    """Points of a team at the end."""
    experiences: Mapping[Group, Spread]
    """Experience cards that a team leaves with."""
    pillars: Mapping[Pillar, float]
    """The share of each pillar in all points at the end, in percent."""
    minutes: Spread
    """Minutes a game takes: its turns, each as long as the path says."""
    challenges: int
    """Challenges responded to, in all games."""
    helped: int
    """Those that a tool helped with (R7)."""
    lent: int
    """Those for which it was borrowed from another team."""
    never_drawn: tuple[str, ...]
    never_bought: tuple[str, ...]
    never_helping: tuple[str, ...]
    """Tools that some challenge names, and that never helped."""
    never_open: tuple[OneResponse, ...]
    """Responses that were locked at every meeting."""
    never_worth_it: tuple[OneResponse, ...]
    """At every choice, another response gave no less on any pillar and more on one."""
    always_worth_it: tuple[OneResponse, ...]
    """At every choice, it gave no less on any pillar than each other response, and more on one."""
    too_seldom: tuple[str, ...]
    """Challenges met too few times to say any of this of their responses."""


def figures(study: Study, counts: Counts) -> Figures:
    """Return the figures of a study from what was counted in at least one game of it."""
    deck = study.deck
    minutes = Counter({turns * deck.path.minutes_a_turn: games for turns, games in counts.turns.items()})
    named = {tool for card in deck.challenges for tool in card.helped_by}
    worth = verdicts(deck.challenges, counts.met)
    return Figures(
        deck=deck.info.title,
        games=counts.games,
        teams=study.teams,
        preset=study.preset,
        points=_by_way(counts.totals),
        experiences=_by_way(counts.hands),
        pillars={
            pillar: round(100 * counts.points[pillar] / max(counts.points.total(), 1), 1)
            for pillar in PILLARS
        },
        minutes=_spread(minutes),
        challenges=counts.met.total(),
        helped=counts.helped.total(),
        lent=counts.lent.total(),
        never_drawn=_missing((*deck.challenges, *deck.tools), counts.drawn),
        never_bought=_missing(deck.experiences, counts.bought),
        never_helping=_missing((tool for tool in deck.tools if tool.id in named), counts.helped),
        never_open=worth["never open"],
        never_worth_it=worth["never"],
        always_worth_it=worth["always"],
        too_seldom=met_too_seldom(deck.challenges, counts.met),
    )


def _by_way(counted: Counter[tuple[Way, int]]) -> dict[Group, Spread]:
    every: dict[Group, Counter[int]] = {"all": Counter(), **{way: Counter() for way in WAYS}}
    for (way, number), teams in counted.items():
        every["all"][number] += teams
        every[way][number] += teams
    return {name: _spread(counts) for name, counts in every.items() if counts}


def _spread(counts: Counter[int]) -> Spread:
    low, median, high = (_percentile(counts, percent) for percent in (5, 50, 95))
    return Spread(low, median, high, dict(sorted(counts.items())))


def _percentile(counts: Counter[int], percent: int) -> int:
    """The smallest number that so many percent do not exceed: whole numbers all the way, so exact."""
    reached, least = 0, percent * counts.total()
    for number in sorted(counts):
        reached += 100 * counts[number]
        if reached >= least:
            break
    return number


def _missing(cards: Iterable[Card], seen: Counter[str]) -> tuple[str, ...]:
    return tuple(card.id for card in cards if not seen[card.id])
