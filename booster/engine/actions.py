"""Everything that can be done in a game: what a team decides, and what only the facilitator may do (R12)."""

from dataclasses import dataclass

from booster.decks.model import Kind, Pillar


@dataclass(frozen=True, slots=True)
class Roll:
    """Roll the die and move (R4)."""


@dataclass(frozen=True, slots=True)
class ChooseKind:
    """On a choice space, say which kind of card to draw (R5)."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Borrow:
    """Use a helping tool of another team, which agrees to explain it aloud (R7)."""

    tool: str
    lender: int


@dataclass(frozen=True, slots=True)
class Respond:
    """Choose a response of the challenge, counted from 0 (R6)."""

    response: int


@dataclass(frozen=True, slots=True)
class Adopt:
    """Take the tool into the toolbox (R8)."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the tool: nothing happens (R8)."""


@dataclass(frozen=True, slots=True)
class SwapCard:
    """Facilitator: put the card on the table under its pile and draw the next one (R12)."""


@dataclass(frozen=True, slots=True)
class SkipTurn:
    """Facilitator: end this turn (R12)."""


@dataclass(frozen=True, slots=True)
class CorrectScore:
    """Facilitator: move a team's score by some points, for a reason (R12)."""

    team: int
    pillar: Pillar
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class PassTeam:
    """Facilitator: a team has left the room; it is passed over from now on (R12)."""

    team: int


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """Facilitator: a team that was passed over is back and plays on from its space (R12)."""

    team: int


@dataclass(frozen=True, slots=True)
class AddTeam:
    """Facilitator: a late team joins at the start of the path (R12)."""

    name: str
    project: str = ""
    colour: int = 0


@dataclass(frozen=True, slots=True)
class EndGame:
    """Facilitator: end now; all teams exchange what they have (R12)."""


TurnAction = Roll | ChooseKind | Borrow | Respond | Adopt | Leave
FacilitatorAction = SwapCard | SkipTurn | CorrectScore | PassTeam | WelcomeBack | AddTeam | EndGame
Action = TurnAction | FacilitatorAction
