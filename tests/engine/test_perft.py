"""Perft: the number of sequences of legal actions, counted by the engine and by the rulebook on plain dicts.

The numbers are pinned: a rule cannot change unseen.
"""

import dataclasses

import pytest
import rulebook
from hypothesis import given, settings
from rulebook import Move, Plain
from strategies import Played, challenge, experience, games, preset, response, small_deck, tool

from booster.decks.model import STAGES, Deck
from booster.engine.actions import Action, AddTeam, CorrectScore
from booster.engine.events import GameEnded
from booster.engine.legal import legal_actions, turn_actions
from booster.engine.rules import act
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Over, Setup, State, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.limits import PresetName

USUAL = small_deck(
    presets={
        "discovery": preset(["challenge", "choice"], die=(1, 2)),
        "workshop": preset(["challenge", "tool", "choice", "challenge"], die=(1, 3)),
        "full": preset(["tool", "choice", "choice"], die=(2, 4), start=(0, 0, 0)),
    }
)
SEED = "DEMO"

# One tool helps with every challenge, and unlocks half of the responses; two stages have no tool.
HELPFUL = small_deck(
    [
        challenge(f"{stage}-{i}", stage, [response(), response(needs=["key"]), response()], ["key", "lever"])
        for stage in STAGES
        for i in (1, 2)
    ],
    [tool("key"), tool("lever"), tool("rope", "positioning"), tool("lamp", "launch")],
    [experience("one", "ecology")],
    every_preset=preset({stage: ["tool", "choice", "challenge"] for stage in STAGES}, die=(1, 2)),
)


@dataclasses.dataclass(frozen=True)
class Position:
    """A moment of a game: `played` turn actions after its start."""

    deck: Deck
    preset: PresetName
    teams: int
    played: int

    def engine(self) -> State:
        setup = Setup(tuple(NewTeam(f"Team {i}") for i in range(self.teams)), self.preset, SEED)
        state, _ = new_game(setup, self.deck)
        for number in range(self.played):
            actions = sorted(turn_actions(state), key=move_of)
            state, _ = act(state, actions[number % len(actions)])
        return state

    def plain(self) -> Plain:
        game = rulebook.begin(self.deck, self.teams, self.preset, SEED)
        for number in range(self.played):
            moves = sorted(rulebook.turn_moves(self.deck, game))
            game = rulebook.play_move(self.deck, game, moves[number % len(moves)])
        return game


def move_of(action: Action) -> Move:
    """An action as a move of the rulebook: without its free words."""
    match action:
        case AddTeam():
            return ("AddTeam",)
        case CorrectScore(team, pillar, points):
            return ("CorrectScore", team, pillar, points)
        case _:
            return (type(action).__name__, *dataclasses.astuple(action))


def perft(state: State, depth: int, *, facilitated: bool) -> int:
    """The number of sequences of `depth` legal actions, counted by the engine."""
    actions = legal_actions(state) if facilitated else turn_actions(state)
    if depth == 1:
        return len(actions)
    return sum(perft(act(state, action)[0], depth - 1, facilitated=facilitated) for action in actions)


def slow_perft(deck: Deck, game: Plain, depth: int, *, facilitated: bool) -> int:
    """The same, counted by the rulebook on plain dicts."""
    moves = rulebook.turn_moves(deck, game)
    if facilitated:
        moves = moves + rulebook.facilitator_moves(deck, game)
    if depth == 1:
        return len(moves)
    tables = (rulebook.play_move(deck, game, move) for move in moves)
    return sum(slow_perft(deck, table, depth - 1, facilitated=facilitated) for table in tables)


# Positions, sequences of 1 to 5 actions of teams, sequences of 1 to 3 actions of teams and facilitator.
PINNED = [
    (Position(USUAL, "discovery", 1, 0), (1, 2, 3, 3, 3), (11, 104, 1112)),
    (Position(USUAL, "workshop", 2, 8), (4, 6, 9, 12, 18), (21, 400, 7489)),
    (Position(USUAL, "workshop", 2, 40), (3, 4, 2, 0, 0), (19, 320, 5418)),
    (Position(USUAL, "workshop", 4, 13), (4, 6, 12, 21, 36), (35, 1165, 38253)),
    (Position(USUAL, "full", 4, 31), (4, 6, 9, 18, 24), (31, 917, 26930)),
    (Position(HELPFUL, "full", 1, 9), (3, 3, 9, 9, 27), (14, 160, 1884)),
    (Position(HELPFUL, "full", 2, 9), (2, 2, 4, 10, 10), (20, 373, 6900)),
    (Position(HELPFUL, "full", 4, 25), (3, 3, 6, 6, 18), (35, 1170, 38624)),
]


@pytest.mark.parametrize(("position", "of_teams", "of_all"), PINNED)
def test_perft_of_the_engine(position: Position, of_teams: tuple[int, ...], of_all: tuple[int, ...]) -> None:
    state = position.engine()
    assert tuple(perft(state, depth, facilitated=False) for depth in (1, 2, 3, 4, 5)) == of_teams
    assert tuple(perft(state, depth, facilitated=True) for depth in (1, 2, 3)) == of_all


@pytest.mark.parametrize(("position", "of_teams", "of_all"), PINNED)
def test_perft_of_the_rulebook(
    position: Position, of_teams: tuple[int, ...], of_all: tuple[int, ...]
) -> None:
    deck, game = position.deck, position.plain()
    assert tuple(slow_perft(deck, game, depth, facilitated=False) for depth in (1, 2, 3, 4, 5)) == of_teams
    assert tuple(slow_perft(deck, game, depth, facilitated=True) for depth in (1, 2, 3)) == of_all


def as_plain(state: State) -> Plain:
    """A state as the rulebook's plain dict, without what never changes."""
    asked = {ToRoll: "roll", ToChooseKind: "kind", ToRespond: "challenge", ToDecide: "tool", Over: "over"}
    waiting = state.waiting
    lent = (waiting.borrowed, waiting.lender) if isinstance(waiting, ToRespond) and waiting.borrowed else None
    return {
        "rolls": state.chances,
        "piles": {pile: list(cards) for pile, cards in state.piles.items()},
        "teams": [
            {
                "space": team.space,
                "points": team.score._asdict(),
                "tools": list(team.toolbox),
                "seen": list(team.played),
                "launched": team.launched,
                "away": team.away,
            }
            for team in state.teams
        ],
        "turn of": state.on_turn,
        "asked": asked[type(waiting)],
        "card": waiting.card if isinstance(waiting, ToRespond | ToDecide) else None,
        "lent": lent,
    }


@given(games(most=5))
@settings(max_examples=60)
def test_every_step_of_a_game_is_the_rulebooks(game: Played) -> None:
    deck, setup = game.deck, game.setup
    plain = rulebook.begin(deck, len(setup.teams), setup.preset, setup.seed)
    for step in game.steps:
        moves = rulebook.turn_moves(deck, plain) + rulebook.facilitator_moves(deck, plain)
        assert sorted(map(move_of, legal_actions(step.before))) == sorted(moves)
        plain = rulebook.play_move(deck, plain, move_of(step.action))
        assert plain | as_plain(step.after) == plain
        assert [event.why for event in step.events if isinstance(event, GameEnded)] == ends_of(plain)


def ends_of(plain: Plain) -> list[str]:
    """Why the game has ended, if it has."""
    return [plain["ended"]] if plain["ended"] else []
