"""The state of a game: a frozen value. Waiting for a choice is part of it, so that save, resume and undo
work in the middle of one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from booster.decks.model import Deck, Kind, Pillar, Preset, SpaceKind, Stage
from booster.limits import MOST_TEAMS, PresetName


class Score(NamedTuple):
    """Points of a team on each pillar (R9)."""

    ecology: int
    economy: int
    social: int

    @property
    def total(self) -> int:
        """All points together."""
        return sum(self)

    def on(self, pillar: Pillar) -> int:
        """The points on one pillar."""
        points: int = getattr(self, pillar)
        return points


@dataclass(frozen=True, slots=True)
class NewTeam:
    """A team as it is set up (R1): its colour is a number from 0 to 11 of the twelve team colours."""

    name: str
    project: str = ""
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Setup:
    """All that is decided before a game (R1, R2, R13)."""

    teams: tuple[NewTeam, ...]
    preset: PresetName
    seed: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team in play. `space` is 0 at the start, then the spaces are counted from 1."""

    name: str
    project: str
    colour: int
    score: Score
    space: int = 0
    toolbox: tuple[str, ...] = ()
    played: tuple[str, ...] = ()
    launched: bool = False
    away: bool = False
    experiences: tuple[str, ...] = ()

    @property
    def plays(self) -> bool:
        """Whether the team still takes turns (R3, R12)."""
        return not (self.launched or self.away)

    def changed(
        self,
        *,
        score: Score | None = None,
        space: int | None = None,
        toolbox: tuple[str, ...] | None = None,
        played: tuple[str, ...] | None = None,
        launched: bool | None = None,
        away: bool | None = None,
        experiences: tuple[str, ...] | None = None,
    ) -> "Team":
        """Return the team with these things changed: as `dataclasses.replace`, typed and twice as fast."""
        return Team(
            self.name,
            self.project,
            self.colour,
            self.score if score is None else score,
            self.space if space is None else space,
            self.toolbox if toolbox is None else toolbox,
            self.played if played is None else played,
            self.launched if launched is None else launched,
            self.away if away is None else away,
            self.experiences if experiences is None else experiences,
        )


def free_colour(teams: Iterable[Team]) -> int:
    """Return the first of the team colours that no team has (R1); the first of all when none is free."""
    taken = {team.colour for team in teams}
    return next((colour for colour in range(MOST_TEAMS) if colour not in taken), 0)


@dataclass(frozen=True, slots=True)
class ToRoll:
    """The team on turn rolls the die next (R4)."""


@dataclass(frozen=True, slots=True)
class ToChooseKind:
    """The team on turn says which kind of card it draws (R5)."""


@dataclass(frozen=True, slots=True)
class ToRespond:
    """The team on turn has a challenge on the table (R6), and perhaps a tool borrowed for it (R7)."""

    card: str
    borrowed: str | None = None
    lender: int | None = None


@dataclass(frozen=True, slots=True)
class ToDecide:
    """The team on turn has a tool on the table, to adopt or to leave (R8)."""

    card: str


@dataclass(frozen=True, slots=True)
class Over:
    """The game has ended and the points are exchanged (R10)."""


Waiting = ToRoll | ToChooseKind | ToRespond | ToDecide | Over


@dataclass(frozen=True, slots=True)
class Game:
    """What stays the same all through a game: the seed, the deck and the numbers of the path (R2)."""

    seed: str
    preset_name: PresetName
    deck: Deck
    preset: Preset = field(init=False, repr=False, compare=False)
    """The die, the start and the spaces."""
    path: tuple[tuple[Stage, SpaceKind], ...] = field(init=False, repr=False, compare=False)
    """Every space in order, with its stage."""

    def __post_init__(self) -> None:
        """Look up once what every move needs."""
        preset = self.deck.path.presets[self.preset_name]
        object.__setattr__(self, "preset", preset)
        object.__setattr__(self, "path", preset.path)

    @property
    def start(self) -> Score:
        """The points that each team starts with (R9)."""
        points = self.preset.start
        return Score(points.ecology, points.economy, points.social)

    def stage_of(self, team: Team) -> Stage | None:
        """The stage where a team stands; None at the start and once it has launched."""
        return self.path[team.space - 1][0] if 0 < team.space <= len(self.path) else None


Piles = Mapping[tuple[Stage, Kind], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class State:
    """A game at one moment. `piles` hold all cards, top first; a card on the table keeps its place there."""

    game: Game
    teams: tuple[Team, ...]
    piles: Piles
    experiences: tuple[str, ...]
    waiting: Waiting = ToRoll()
    on_turn: int = 0
    turn: int = 1
    chances: int = 0

    @property
    def team(self) -> Team:
        """The team on turn; after the end, the last one that was."""
        return self.teams[self.on_turn]

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return isinstance(self.waiting, Over)


def helping_tool(state: State) -> str | None:
    """The tool that helps the team on turn with its challenge: one it holds, or the one it borrowed (R7)."""
    match state.waiting:
        case ToRespond(card, borrowed):
            held = state.team.toolbox
            own = (tool for tool in state.game.deck.challenge(card).helped_by if tool in held)
            return next(own, borrowed)
        case _:
            return None


def card_on_table(state: State) -> tuple[str, Kind] | None:
    """The id and the kind of the card that waits for a choice, if any."""
    match state.waiting:
        case ToRespond(card):
            return card, "challenge"
        case ToDecide(card):
            return card, "tool"
        case _:
            return None
