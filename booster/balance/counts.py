"""What happened in many games, as whole numbers: sums come out the same in whatever order they are added."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from booster.decks.model import PILLARS, Pillar
from booster.engine.events import CardBought, CardDrawn, Event, Responded, ToolAdopted, ToolLent
from booster.engine.legal import is_locked
from booster.engine.state import State, ToRespond, helping_tool
from booster.simulated import Way

Met = tuple[str, bool, tuple[int, ...]]
"""A challenge, whether a tool helped with it, and its responses that were not locked, counted from 0."""


@dataclass(slots=True)
class Counts:
    """How often each thing happened; cards by their ids."""

    turns: Counter[int] = field(default_factory=Counter)
    """Games, by how many turns all teams took together."""
    totals: Counter[tuple[Way, int]] = field(default_factory=Counter)
    """Teams, by their way to play and their points at the end."""
    hands: Counter[tuple[Way, int]] = field(default_factory=Counter)
    """Teams, by their way to play and how many experience cards they leave with."""
    points: Counter[Pillar] = field(default_factory=Counter)
    """Points of all teams at the end."""
    drawn: Counter[str] = field(default_factory=Counter)
    adopted: Counter[str] = field(default_factory=Counter)
    bought: Counter[str] = field(default_factory=Counter)
    helped: Counter[str] = field(default_factory=Counter)
    """Challenges that a tool helped with, its own team's or a borrowed one."""
    lent: Counter[str] = field(default_factory=Counter)
    """Those of them for which the tool was borrowed."""
    met: Counter[Met] = field(default_factory=Counter)

    @property
    def games(self) -> int:
        """How many games were played."""
        return self.turns.total()

    def add(self, other: "Counts") -> None:
        """Add what happened in other games."""
        for one in fields(self):
            getattr(self, one.name).update(getattr(other, one.name))

    def meet(self, state: State) -> None:
        """Count the choice of a team that is about to respond (R6)."""
        match state.waiting:
            case ToRespond(card):
                responses = state.game.deck.challenge(card).responses
                free = tuple(i for i, one in enumerate(responses) if not is_locked(one, state.team))
                self.met[card, helping_tool(state) is not None, free] += 1

    def hear(self, events: Iterable[Event]) -> None:
        """Count what an action did."""
        for event in events:
            match event:
                case CardDrawn():
                    self.drawn[event.card] += 1
                case ToolAdopted():
                    self.adopted[event.tool] += 1
                case Responded(tool=str(tool)):
                    self.helped[tool] += 1
                case ToolLent():
                    self.lent[event.tool] += 1
                case CardBought():
                    self.bought[event.card] += 1

    def end(self, state: State, ways: Sequence[Way]) -> None:
        """Count a game that is over, its teams having played in these ways."""
        self.turns[state.turn] += 1
        for way, team in zip(ways, state.teams, strict=True):
            self.totals[way, team.score.total] += 1
            self.hands[way, len(team.experiences)] += 1
            for pillar, points in zip(PILLARS, team.score, strict=True):
                self.points[pillar] += points
