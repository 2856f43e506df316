"""Everything that can have happened. The log, the pictures, the sentences, the reports are views of these."""

from dataclasses import dataclass
from typing import Literal

from booster.decks.model import Kind, Pillar, Stage

Cause = Literal["response", "help", "lending", "adopting", "correction"]
Ending = Literal["all-launched", "facilitator", "no-team-left"]


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """A team is next; turns are counted from 1 over the whole game (R3)."""

    team: int
    turn: int


@dataclass(frozen=True, slots=True)
class Rolled:
    """The die fell (R4)."""

    team: int
    die: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A team moved. Spaces are counted from 1; 0 is the start, one past the last is the sea (R4)."""

    team: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TeamLaunched:
    """A team moved past the last space: its project is launched (R4)."""

    team: int


@dataclass(frozen=True, slots=True)
class KindChosen:
    """On a choice space, the team said which kind it draws (R5)."""

    team: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class CardDrawn:
    """A card is on the table. `instead` when there was none of the kind due, so it is of the other (R5)."""

    team: int
    card: str
    kind: Kind
    stage: Stage
    instead: bool


@dataclass(frozen=True, slots=True)
class NoCard:
    """The stage has no card that the team may be given: its turn passes (R5)."""

    team: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class ToolLent:
    """Another team lends a helping tool and explains it aloud (R7)."""

    team: int
    lender: int
    tool: str
    card: str


@dataclass(frozen=True, slots=True)
class Responded:
    """A team chose a response, counted from 0. `tool` is the one that helped, if any (R6, R7)."""

    team: int
    card: str
    response: int
    tool: str | None


@dataclass(frozen=True, slots=True)
class ToolAdopted:
    """The tool is in the team's toolbox (R8)."""

    team: int
    tool: str


@dataclass(frozen=True, slots=True)
class ToolLeft:
    """The team left the tool (R8)."""

    team: int
    tool: str


@dataclass(frozen=True, slots=True)
class PointsChanged:
    """A score moved: `asked` by the card, `applied` so as not to fall below 0, `total` after (R9).

    `card` is the challenge or the tool it comes from ("" for a correction); `tool` the helping or lent one,
    if any; `reason` the facilitator's for a correction.
    """

    team: int
    pillar: Pillar
    asked: int
    applied: int
    total: int
    cause: Cause
    card: str = ""
    tool: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CardSwapped:
    """The facilitator put the card on the table under its pile (R12)."""

    team: int
    card: str


@dataclass(frozen=True, slots=True)
class TurnSkipped:
    """The facilitator ended the turn (R12)."""

    team: int


@dataclass(frozen=True, slots=True)
class TeamPassed:
    """A team has left the room and is passed over (R12)."""

    team: int


@dataclass(frozen=True, slots=True)
class TeamBack:
    """A team that was passed over is back (R12)."""

    team: int


@dataclass(frozen=True, slots=True)
class TeamAdded:
    """A late team joined at the start of the path (R12)."""

    team: int
    name: str


@dataclass(frozen=True, slots=True)
class GameEnded:
    """The game is over: all have launched, the facilitator ended it, or the others are away (R3, R12)."""

    why: Ending


@dataclass(frozen=True, slots=True)
class CardBought:
    """A team exchanged points for an experience card: those of `pillar`, or any left (None) (R10)."""

    team: int
    card: str
    pillar: Pillar | None


@dataclass(frozen=True, slots=True)
class PointsLeftOver:
    """A team holds every card and has points left, or too few for one more (R10)."""

    team: int
    points: int


Event = (
    TurnStarted
    | Rolled
    | Moved
    | TeamLaunched
    | KindChosen
    | CardDrawn
    | NoCard
    | ToolLent
    | Responded
    | ToolAdopted
    | ToolLeft
    | PointsChanged
    | CardSwapped
    | TurnSkipped
    | TeamPassed
    | TeamBack
    | TeamAdded
    | GameEnded
    | CardBought
    | PointsLeftOver
)
