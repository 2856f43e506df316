"""What people have typed for the next game. It outlives the set-up screen: going back loses nothing."""

import argparse
from dataclasses import dataclass, field, replace
from pathlib import Path

from booster.limits import MOST_TEAMS, USUAL_PRESET, USUAL_TEAMS, PresetName
from booster.paths import core_deck, is_folder, resolved
from booster.settings import USUAL, Settings

CORE = "core"  # how the core deck is remembered: where it lies changes with the installation


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
    folders given on the command line or added to the list; `decks` those that are ticked. An empty seed asks
    for a new one.
    """

    preset: PresetName = USUAL_PRESET
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

    def remembered(self, settings: Settings) -> Settings:
        """Return the settings with the decks that are ticked."""
        core = core_deck().resolve()
        return replace(
            settings, decks=tuple(CORE if folder == core else str(folder) for folder in self.decks)
        )


def draft_of(args: argparse.Namespace, settings: Settings = USUAL) -> Draft:
    """Return the draft that the command line asks for; where it names no deck, those that are remembered."""
    named = tuple(resolved(Path(folder)) for folder in args.deck or ())
    core = core_deck().resolve()
    ticked = (core if name == CORE else Path(name) for name in settings.decks)
    return Draft(
        preset=args.preset or USUAL_PRESET,
        count=args.teams or USUAL_TEAMS,
        seed=args.seed or "",
        named_decks=tuple(dict.fromkeys((*named, *map(Path, settings.deck_folders)))),
        decks=named or tuple(folder for folder in ticked if is_folder(folder)) or (core,),
    )
