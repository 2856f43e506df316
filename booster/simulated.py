"""Teams that play by themselves: for demonstrations, and to find out what a deck does."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal, assert_never, get_args

from booster.decks.model import Pillar, Points
from booster.engine.actions import Action, Adopt, Borrow, Leave, Respond, TurnAction
from booster.engine.legal import turn_actions
from booster.engine.rules import act
from booster.engine.state import State, ToDecide, ToRespond, helping_tool

Player = Callable[[State, Random], Action]
"""Chooses what the team on turn does. Of the Random it uses `random()` alone, the same everywhere (R13)."""

Way = Literal["random", "careful", "ecology", "economy", "social"]
WAYS: tuple[Way, ...] = get_args(Way)
"""The ways to play: anything, the best total, or one pillar before all else."""

_FIRST = 100
"""Weight of a point on the pillar minded: more than all other points of a card can outweigh."""


def player(way: Way) -> Player:
    """Return a player of this way."""
    match way:
        case "random":
            return random_team
        case "careful":
            return best_total_team
        case "ecology" | "economy" | "social":
            return pillar_team(way)
        case _:
            assert_never(way)


def chance_of_players(seed: str) -> Random:
    """Return the chance that simulated teams draw on, apart from that of the game (R13)."""
    return Random(f"{seed}/players")


def random_team(state: State, chance: Random) -> Action:
    """Choose any action; where a tool can be borrowed, a talkative team does so half of the time (R7)."""
    every = turn_actions(state)
    borrowings = [action for action in every if isinstance(action, Borrow)]
    if borrowings and chance.random() < 0.5:
        return _any(borrowings, chance)
    return _any([action for action in every if not isinstance(action, Borrow)], chance)


def best_total_team(state: State, chance: Random) -> Action:
    """Choose what wins most points, all pillars together; adopt a tool unless it costs more than it wins."""
    return _best(state, chance, _total)


def pillar_team(pillar: Pillar) -> Player:
    """Return a player that chooses what wins most on one pillar, and of equals the best total."""

    def worth(points: Points) -> int:
        return _FIRST * points[pillar] + points.total

    return lambda state, chance: _best(state, chance, worth)


def play_out(state: State, players: Sequence[Player], chance: Random) -> State:
    """Return the state at the end of the game. `players` are as many as the teams, in their order."""
    while not state.over:
        state, _ = act(state, players[state.on_turn](state, chance))
    return state


def _total(points: Points) -> int:
    return points.total


def _best(state: State, chance: Random, worth: Callable[[Points], int]) -> Action:
    match state.waiting:
        case ToRespond(card):
            return _best_response(state, card, worth)
        case ToDecide(card):
            return Adopt() if worth(state.game.deck.tool(card).points) >= 0 else Leave()
        case _:
            return _any(turn_actions(state), chance)


def _best_response(state: State, card: str, worth: Callable[[Points], int]) -> Action:
    every = turn_actions(state)
    borrowing = next((action for action in every if isinstance(action, Borrow)), None)
    if borrowing is not None:
        return borrowing
    helped = helping_tool(state) is not None
    responses = state.game.deck.challenge(card).responses

    def gain(action: Respond) -> int:
        response = responses[action.response]
        return worth(response.points) + (worth(response.help) if helped else 0)

    return max((action for action in every if isinstance(action, Respond)), key=gain)


def _any(choices: Sequence[TurnAction], chance: Random) -> TurnAction:
    return choices[int(chance.random() * len(choices))]
