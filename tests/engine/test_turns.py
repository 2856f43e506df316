"""Whose turn it is (R3), the roll (R4) and the card drawn (R5)."""

import pytest
from strategies import after, challenge, deck_of, preset, small_deck, start, tool, with_team

from booster.engine.actions import Adopt, ChooseKind, Leave, Respond, Roll
from booster.engine.events import (
    CardDrawn,
    GameEnded,
    KindChosen,
    Moved,
    NoCard,
    Rolled,
    TeamLaunched,
    TurnStarted,
)
from booster.engine.legal import turn_actions
from booster.engine.rules import act
from booster.engine.state import Over, ToChooseKind, ToDecide, ToRespond, ToRoll

# R3


def test_r3_teams_play_in_set_up_order_again_and_again() -> None:
    state = start(deck_of(), teams=3)
    turns = []
    for _ in range(7):
        state, events = act(state, Roll())
        turns += [(e.team, e.turn) for e in events if isinstance(e, TurnStarted)]
    assert turns == [(1, 2), (2, 3), (0, 4), (1, 5), (2, 6), (0, 7), (1, 8)]


def test_r3_a_team_that_has_launched_is_passed_over() -> None:
    state = with_team(start(deck_of(), teams=3), 1, launched=True, space=16)
    state, events = act(state, Roll())
    assert events[-1] == TurnStarted(2, 2)
    assert state.on_turn == 2


def test_r3_the_game_ends_when_all_have_launched() -> None:
    state = with_team(with_team(start(deck_of()), 0, space=15), 1, space=15)
    state, events = act(state, Roll())
    assert not state.over
    assert not any(isinstance(e, GameEnded) for e in events)
    state, events = act(state, Roll())
    assert state.waiting == Over()
    assert [e for e in events if isinstance(e, GameEnded)] == [GameEnded("all-launched")]
    assert turn_actions(state) == ()


def test_r3_a_lone_team_plays_turn_after_turn() -> None:
    _, events = act(start(deck_of(), teams=1), Roll())
    assert events[-1] == TurnStarted(0, 2)


# R4


def test_r4_the_team_moves_as_far_as_the_die_says() -> None:
    deck = small_deck(every_preset=preset(["challenge"] * 4, (3, 3)))
    state, events = act(with_team(start(deck), 0, space=2), Roll())
    assert events[:2] == (Rolled(0, 3), Moved(0, 2, 5))
    assert state.team.space == 5
    assert state.chances == 1


def test_r4_the_die_falls_on_each_of_its_numbers_and_on_no_other() -> None:
    deck = small_deck([], [], every_preset=preset(["challenge"] * 12, (2, 4)))
    state, fallen = start(deck, teams=12), []
    for _ in range(60):
        state, events = act(state, Roll())
        fallen += [e.die for e in events if isinstance(e, Rolled)]
    assert set(fallen) == {2, 3, 4}


def test_r4_the_last_space_is_still_played() -> None:
    deck = deck_of(challenge("last", "launch"))
    state, _ = act(with_team(start(deck), 0, space=14), Roll())
    assert state.waiting == ToRespond("last")
    assert not state.team.launched


def test_r4_a_move_past_the_last_space_launches_the_team() -> None:
    deck = small_deck(every_preset=preset(["challenge"], (4, 4)))
    state, events = act(with_team(start(deck), 0, space=4), Roll())
    assert events == (Rolled(0, 4), Moved(0, 4, 6), TeamLaunched(0), TurnStarted(1, 2))
    assert state.teams[0].launched
    assert state.game.stage_of(state.teams[0]) is None


# R5


def test_r5_a_challenge_space_gives_the_top_challenge_of_its_stage() -> None:
    deck = deck_of(challenge("a"), challenge("b"), challenge("far", "launch"), tool("t"))
    state = start(deck)
    top = state.piles["ideation", "challenge"][0]
    state, events = act(state, Roll())
    assert events[-1] == CardDrawn(0, top, "challenge", "ideation", instead=False)
    assert state.waiting == ToRespond(top)


def test_r5_a_tool_space_gives_the_top_tool_of_its_stage() -> None:
    deck = deck_of(challenge("a"), tool("s"), tool("t"), spaces="tool")
    state = start(deck)
    top = state.piles["ideation", "tool"][0]
    state, events = act(state, Roll())
    assert events[-1] == CardDrawn(0, top, "tool", "ideation", instead=False)
    assert state.waiting == ToDecide(top)


@pytest.mark.parametrize(("kind", "waiting"), [("challenge", ToRespond("a")), ("tool", ToDecide("t"))])
def test_r5_on_a_choice_space_the_team_says_first_which_kind(kind: str, waiting: object) -> None:
    state, events = act(start(deck_of(challenge("a"), tool("t"), spaces="choice")), Roll())
    assert state.waiting == ToChooseKind()
    assert turn_actions(state) == (ChooseKind("challenge"), ChooseKind("tool"))
    assert not any(isinstance(e, CardDrawn) for e in events)
    state, events = act(state, ChooseKind(kind))  # type: ignore[arg-type]
    assert events[0] == KindChosen(0, kind)  # type: ignore[arg-type]
    assert state.waiting == waiting


def test_r5_a_played_challenge_goes_under_its_pile() -> None:
    state = start(deck_of(challenge("a"), challenge("b"), challenge("c")))
    first, second, third = state.piles["ideation", "challenge"]
    state, _ = after(state, Roll(), Respond(0))
    assert state.piles["ideation", "challenge"] == (second, third, first)
    state, _ = act(state, Roll())
    assert state.waiting == ToRespond(second)


@pytest.mark.parametrize("decision", [Adopt(), Leave()])
def test_r5_a_played_tool_goes_under_its_pile(decision: Adopt | Leave) -> None:
    state = start(deck_of(tool("a"), tool("b"), spaces="tool"))
    first, second = state.piles["ideation", "tool"]
    state, _ = after(state, Roll(), decision)
    assert state.piles["ideation", "tool"] == (second, first)


def test_r5_a_team_is_never_given_a_tool_that_it_holds() -> None:
    state = start(deck_of(tool("a"), tool("b"), spaces="tool"))
    top, other = state.piles["ideation", "tool"]
    state, _ = act(with_team(state, 0, toolbox=(top,)), Roll())
    assert state.waiting == ToDecide(other)


def test_r5_a_tool_that_another_team_holds_is_given() -> None:
    state = start(deck_of(tool("a"), spaces="tool"))
    state, _ = act(with_team(state, 1, toolbox=("a",)), Roll())
    assert state.waiting == ToDecide("a")


def test_r5_a_card_played_before_waits_until_no_other_is_left() -> None:
    state = start(deck_of(challenge("a"), challenge("b")))
    top, other = state.piles["ideation", "challenge"]
    assert act(with_team(state, 0, played=(top,)), Roll())[0].waiting == ToRespond(other)
    assert act(with_team(state, 0, played=(other, top)), Roll())[0].waiting == ToRespond(top)
    assert act(with_team(state, 1, played=(top,)), Roll())[0].waiting == ToRespond(top)


def test_r5_a_tool_left_before_comes_again_only_when_no_other_is_left() -> None:
    state = start(deck_of(tool("a"), tool("b"), spaces="tool"), teams=1)
    top, other = state.piles["ideation", "tool"]
    state, _ = after(state, Roll(), Leave(), Roll())
    assert state.waiting == ToDecide(other)
    state, _ = after(state, Adopt(), Roll())
    assert state.waiting == ToDecide(top)


def test_r5_the_other_kind_is_drawn_when_the_stage_has_none() -> None:
    _, events = act(start(deck_of(tool("t"))), Roll())
    assert events[-1] == CardDrawn(0, "t", "tool", "ideation", instead=True)
    _, events = act(start(deck_of(challenge("a"), spaces="tool")), Roll())
    assert events[-1] == CardDrawn(0, "a", "challenge", "ideation", instead=True)


def test_r5_the_other_kind_is_drawn_when_the_team_holds_all_tools() -> None:
    state = with_team(start(deck_of(challenge("a"), tool("t"), spaces="tool")), 0, toolbox=("t",))
    state, events = act(state, Roll())
    assert events[-1] == CardDrawn(0, "a", "challenge", "ideation", instead=True)


def test_r5_the_other_kind_is_drawn_for_a_kind_chosen_that_there_is_none_of() -> None:
    _, events = after(start(deck_of(tool("t"), spaces="choice")), Roll(), ChooseKind("challenge"))
    assert events == (KindChosen(0, "challenge"), CardDrawn(0, "t", "tool", "ideation", instead=True))


def test_r5_the_turn_passes_when_the_stage_has_no_card_at_all() -> None:
    state, events = act(start(deck_of(challenge("far", "launch"))), Roll())
    assert events == (Rolled(0, 1), Moved(0, 0, 1), NoCard(0, "ideation"), TurnStarted(1, 2))
    assert state.waiting == ToRoll()
    _, events = after(start(deck_of(spaces="choice")), Roll(), ChooseKind("tool"))
    assert events == (KindChosen(0, "tool"), NoCard(0, "ideation"), TurnStarted(1, 2))


def test_r5_the_turn_passes_when_the_team_holds_all_tools_and_there_is_no_challenge() -> None:
    state = with_team(start(deck_of(tool("t"))), 0, toolbox=("t",))
    _, events = act(state, Roll())
    assert NoCard(0, "ideation") in events
