"""What people have typed for the next game. It outlives the set-up screen: going back loses nothing."""

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from booster.paths import core_deck

if TYPE_CHECKING:
    # The title needs a draft before its first frame, and pydantic takes longer than that frame.
    from booster.decks.model import PresetName

MOST_TEAMS = 12
USUAL_TEAMS = 4


@dataclass(slots=True)
class TeamDraft:
    """A team as far as it is typed; an empty name is played as `Team A`."""

    colour: int
    name: str = ""
    project: str = ""


@dataclass(slots=True)
class Draft:
    """The next game as far as it is typed. The only thing that screens change and share.

    All 12 teams are kept, whatever `count`, and no two ever have the same colour. `named_decks` are the
    folders given on the command line; `decks` those that are ticked. An empty seed asks for a new one.
    """

    language: str
    preset: "PresetName" = "workshop"
    count: int = USUAL_TEAMS
    seed: str = ""
    named_decks: tuple[Path, ...] = ()
    decks: tuple[Path, ...] = ()
    teams: list[TeamDraft] = field(
        default_factory=lambda: [TeamDraft(colour) for colour in range(MOST_TEAMS)]
    )

    def give_colour(self, team: int, colour: int) -> None:
        """Give a team a colour; the team that had it takes the other one in exchange."""
        other = next(other for other in self.teams if other.colour == colour)
        other.colour, self.teams[team].colour = self.teams[team].colour, colour


def draft_of(args: argparse.Namespace) -> Draft:
    """Return the draft that the command line asks for."""
    named = tuple(Path(folder).resolve() for folder in args.deck or ())
    return Draft(
        language=args.language,
        preset=args.preset or "workshop",
        count=args.teams or USUAL_TEAMS,
        seed=args.seed or "",
        named_decks=named,
        decks=named or (core_deck().resolve(),),
    )
