"""How a game begins (R1, R2, R13), and how long it will take."""

from booster.decks.model import KINDS, STAGES, Challenge, Deck, Kind, Preset, Tool
from booster.engine.chance import shuffled
from booster.engine.events import Event, TurnStarted
from booster.engine.state import Game, NewTeam, Setup, State, Team
from booster.errors import BoosterError
from booster.limits import MOST_TEAMS


class SetupFault(BoosterError):
    """The game cannot begin with this number of teams."""


def new_game(setup: Setup, deck: Deck) -> tuple[State, tuple[Event, ...]]:
    """Return the first state and what happened: the first team's turn has started.

    Raises SetupFault unless there are 1 to 12 teams (R1).
    """
    if not 1 <= len(setup.teams) <= MOST_TEAMS:
        raise SetupFault("A game takes 1 to {most} teams, not {n}.", most=MOST_TEAMS, n=len(setup.teams))
    game = Game(setup.seed, setup.preset, deck)
    of_kind: dict[Kind, tuple[Challenge | Tool, ...]] = {"challenge": deck.challenges, "tool": deck.tools}
    cards = {
        (stage, kind): [card.id for card in of_kind[kind] if card.stage == stage]
        for stage in STAGES
        for kind in KINDS
    }
    state = State(
        game=game,
        teams=tuple(team_at_start(game, team) for team in setup.teams),
        piles={pile: shuffled(game.seed, "/".join(pile), ids) for pile, ids in cards.items()},
        experiences=shuffled(game.seed, "experience", [card.id for card in deck.experiences]),
    )
    return state, (TurnStarted(0, 1),)


def team_at_start(game: Game, team: NewTeam) -> Team:
    """Return a team before its first roll, with the points of the start (R9)."""
    return Team(team.name, team.project, team.colour, game.start)


def expected_turns(preset: Preset) -> float:
    """Return the mean number of turns that one team takes, from the start until it launches (R4)."""
    low, high = preset.die
    spaces = len(preset.path)
    # turns[s]: the mean number still to come for a team that stands on space s.
    turns = [0.0] * (spaces + 1 + high)
    for space in range(spaces, -1, -1):
        turns[space] = 1 + sum(turns[space + low : space + high + 1]) / (high - low + 1)
    return turns[0]


def expected_minutes(deck: Deck, preset: Preset, teams: int) -> int:
    """Return about how many minutes a game takes, to the nearest five."""
    minutes = expected_turns(preset) * teams * deck.path.minutes_a_turn
    return max(5, 5 * round(minutes / 5))
