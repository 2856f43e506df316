"""What cards do to a team: challenge (R6), help (R7), tool (R8), points (R9)."""

from dataclasses import replace

import pytest
from strategies import after, challenge, deck_of, preset, response, small_deck, start, tool, with_team

from booster.engine.actions import Adopt, Borrow, Leave, Respond, Roll
from booster.engine.events import (
    PointsChanged,
    Responded,
    ToolAdopted,
    ToolLeft,
    ToolLent,
    TurnStarted,
)
from booster.engine.legal import turn_actions
from booster.engine.rules import Refused, act
from booster.engine.state import Score, State, ToRespond


def on_table(state: State, card: str, **changes: object) -> State:
    """The state with this challenge on the table of the team on turn."""
    return with_team(replace(state, waiting=ToRespond(card)), state.on_turn, space=1, **changes)


def changes_of(events: tuple[object, ...]) -> list[tuple[int, str, int, int, int, str]]:
    """Team, pillar, asked, applied, total and cause of every point that moved."""
    return [
        (e.team, e.pillar, e.asked, e.applied, e.total, e.cause)
        for e in events
        if isinstance(e, PointsChanged)
    ]


# R6

FREE = response({"ecology": +2, "economy": -1})
OTHER = response({"social": +3})
LOCKED = response({"economy": +3}, needs=["key", "code"])


def test_r6_the_chosen_response_alone_takes_effect() -> None:
    state, events = after(start(deck_of(challenge("a", responses=[FREE, OTHER]))), Roll(), Respond(1))
    assert events == (
        Responded(0, "a", 1, None),
        PointsChanged(0, "social", 3, 3, 4, "response", "a"),
        TurnStarted(1, 2),
    )
    assert state.teams[0].score == Score(1, 1, 4)


@pytest.mark.parametrize("chosen", [-1, 2])
def test_r6_a_response_that_the_card_does_not_have_is_refused(chosen: int) -> None:
    state, _ = act(start(deck_of(challenge("a", responses=[FREE, OTHER]))), Roll())
    with pytest.raises(Refused) as refused:
        act(state, Respond(chosen))
    assert refused.value.reason == "no-such-response"


def test_r6_a_response_with_needs_is_locked_without_one_of_the_tools() -> None:
    state, _ = act(start(deck_of(challenge("a", responses=[LOCKED, FREE]), tool("rope"))), Roll())
    state = with_team(with_team(state, 0, toolbox=("rope",)), 1, toolbox=("key",))
    assert turn_actions(state) == (Respond(1),)
    with pytest.raises(Refused) as refused:
        act(state, Respond(0))
    assert refused.value.reason == "response-locked"


@pytest.mark.parametrize("held", ["key", "code"])
def test_r6_one_of_the_tools_named_unlocks_the_response(held: str) -> None:
    state, _ = act(start(deck_of(challenge("a", responses=[LOCKED, FREE]))), Roll())
    state = with_team(state, 0, toolbox=(held,))
    assert turn_actions(state) == (Respond(0), Respond(1))
    state, _ = act(state, Respond(0))
    assert state.teams[0].score.economy == 4


def test_r6_a_borrowed_tool_does_not_unlock() -> None:
    card = challenge("a", responses=[LOCKED, FREE], helped_by=["key"])
    state = with_team(on_table(start(deck_of(card, tool("key"))), "a"), 1, toolbox=("key",))
    state, _ = act(state, Borrow("key", 1))
    assert turn_actions(state) == (Respond(1),)


# R7

HELPED = response({"economy": -2}, help={"economy": +1, "ecology": +2})
HARD = challenge("hard", responses=[HELPED, OTHER], helped_by=["key", "code"])


def test_r7_a_tool_that_the_team_holds_helps_by_itself() -> None:
    state = on_table(start(deck_of(HARD, points=(3, 3, 3))), "hard", toolbox=("code",))
    assert turn_actions(state) == (Respond(0), Respond(1))
    state, events = act(state, Respond(0))
    assert events[0] == Responded(0, "hard", 0, "code")
    assert state.teams[0].score == Score(5, 2, 3)
    assert {(e.cause, e.tool) for e in events if isinstance(e, PointsChanged)} == {
        ("help", "code"),
        ("response", None),
    }


def test_r7_without_a_helping_tool_there_is_no_bonus() -> None:
    state = on_table(start(deck_of(HARD, points=(3, 3, 3))), "hard", toolbox=("rope",))
    state, events = act(state, Respond(0))
    assert events[0] == Responded(0, "hard", 0, None)
    assert state.teams[0].score == Score(3, 1, 3)


def test_r7_a_borrowed_tool_gives_the_bonus_of_the_chosen_response() -> None:
    state = with_team(on_table(start(deck_of(HARD, points=(3, 3, 3))), "hard"), 1, toolbox=("key",))
    state, events = act(state, Borrow("key", 1))
    assert events == (ToolLent(0, 1, "key", "hard"),)
    state, events = act(state, Respond(0))
    assert events[0] == Responded(0, "hard", 0, "key")
    assert state.teams[0].score == Score(5, 2, 3)
    assert state.teams[0].toolbox == ()
    assert state.teams[1].toolbox == ("key",)


def test_r7_the_lender_gains_social_when_the_team_responds() -> None:
    state = with_team(on_table(start(deck_of(HARD)), "hard"), 1, toolbox=("key",))
    state, events = act(state, Borrow("key", 1))
    assert changes_of(events) == []
    _, events = act(state, Respond(1))
    assert changes_of(events) == [(0, "social", 3, 3, 4, "response"), (1, "social", 1, 1, 2, "lending")]


def test_r7_the_reward_of_the_lender_is_a_number_of_the_path() -> None:
    deck = small_deck(
        [HARD], [], every_preset=preset(["challenge"]), lend_reward={"ecology": 2, "economy": -1}
    )
    state = with_team(on_table(start(deck), "hard"), 1, toolbox=("key",))
    state, _ = after(state, Borrow("key", 1), Respond(1))
    assert state.teams[1].score == Score(3, 0, 1)


def test_r7_every_tool_and_every_lender_can_be_asked() -> None:
    state = on_table(start(deck_of(HARD), teams=4), "hard")
    state = with_team(with_team(state, 1, toolbox=("key", "rope")), 3, toolbox=("code", "key"))
    borrowings = {action for action in turn_actions(state) if isinstance(action, Borrow)}
    assert borrowings == {Borrow("key", 1), Borrow("key", 3), Borrow("code", 3)}


def test_r7_a_tool_that_a_card_names_twice_is_offered_once() -> None:
    deck = deck_of(challenge("twice", responses=[FREE, OTHER]))
    # Past the checks of the deck: the rules do not count on them.
    twice = deck.challenges[0].model_copy(update={"helped_by": ("key", "key")})
    deck = deck.model_copy(update={"challenges": (twice,)})
    state = with_team(on_table(start(deck), "twice"), 1, toolbox=("key",))
    assert turn_actions(state) == (Respond(0), Respond(1), Borrow("key", 1))


def test_r7_one_help_per_challenge() -> None:
    state = on_table(start(deck_of(HARD), teams=3), "hard")
    state = with_team(with_team(state, 1, toolbox=("key",)), 2, toolbox=("code",))
    state, _ = act(state, Borrow("key", 1))
    assert turn_actions(state) == (Respond(0), Respond(1))
    with pytest.raises(Refused) as refused:
        act(state, Borrow("code", 2))
    assert refused.value.reason == "already-helped"


def test_r7_a_team_that_holds_a_helping_tool_does_not_borrow() -> None:
    state = with_team(on_table(start(deck_of(HARD)), "hard", toolbox=("code",)), 1, toolbox=("key",))
    with pytest.raises(Refused) as refused:
        act(state, Borrow("key", 1))
    assert refused.value.reason == "already-helped"


def test_r7_a_launched_team_may_lend_and_one_that_is_away_may_not() -> None:
    state = with_team(on_table(start(deck_of(HARD), teams=3), "hard"), 1, toolbox=("key",), launched=True)
    state = with_team(state, 2, toolbox=("key",), away=True)
    assert Borrow("key", 1) in turn_actions(state)
    with pytest.raises(Refused) as refused:
        act(state, Borrow("key", 2))
    assert refused.value.reason == "not-lent"


def test_r7_a_tool_that_does_not_help_is_not_lent() -> None:
    state = with_team(on_table(start(deck_of(HARD)), "hard"), 1, toolbox=("rope",))
    with pytest.raises(Refused) as refused:
        act(state, Borrow("rope", 1))
    assert refused.value.reason == "not-lent"


def test_r7_the_help_ends_with_the_challenge() -> None:
    deck = deck_of(HARD, challenge("next", responses=[HELPED, OTHER], helped_by=["key"]))
    state = with_team(on_table(start(deck, teams=1), "hard"), 0, space=1)
    state = replace(state, teams=(*state.teams, replace(state.team, toolbox=("key",), launched=True)))
    state, _ = after(state, Borrow("key", 1), Respond(0), Roll())
    assert state.waiting == ToRespond("next")


# R8


def test_r8_an_adopted_tool_applies_and_goes_into_the_toolbox() -> None:
    deck = deck_of(tool("t", points={"economy": -1, "social": +2}), spaces="tool")
    state, events = after(start(deck), Roll(), Adopt())
    assert events == (
        ToolAdopted(0, "t"),
        PointsChanged(0, "economy", -1, -1, 0, "adopting", "t"),
        PointsChanged(0, "social", 2, 2, 3, "adopting", "t"),
        TurnStarted(1, 2),
    )
    assert state.teams[0].toolbox == ("t",)
    assert state.teams[0].score == Score(1, 0, 3)


def test_r8_a_tool_left_changes_nothing() -> None:
    deck = deck_of(tool("t", points={"economy": -1, "social": +2}), spaces="tool")
    state, events = after(start(deck), Roll(), Leave())
    assert events == (ToolLeft(0, "t"), TurnStarted(1, 2))
    assert state.teams[0].toolbox == ()
    assert state.teams[0].score == Score(1, 1, 1)


# R9


def test_r9_points_never_fall_below_0_and_the_event_keeps_what_the_card_says() -> None:
    deck = deck_of(challenge("a", responses=[response({"ecology": -3, "economy": -1}), FREE]))
    state, events = after(start(deck), Roll(), Respond(0))
    assert changes_of(events) == [
        (0, "ecology", -3, -1, 0, "response"),
        (0, "economy", -1, -1, 0, "response"),
    ]
    assert state.teams[0].score == Score(0, 0, 1)


def test_r9_a_loss_at_0_is_told_and_takes_nothing() -> None:
    deck = deck_of(challenge("a", responses=[response({"ecology": -2}), FREE]), points=(0, 0, 0))
    _, events = after(start(deck), Roll(), Respond(0))
    assert changes_of(events) == [(0, "ecology", -2, 0, 0, "response")]


def test_r9_help_is_added_to_what_the_response_costs() -> None:
    deck = deck_of(HARD, points=(0, 0, 0))
    _, events = act(on_table(start(deck), "hard", toolbox=("key",)), Respond(0))
    assert changes_of(events) == [
        (0, "ecology", 2, 2, 2, "help"),
        (0, "economy", 1, 1, 1, "help"),
        (0, "economy", -2, -1, 0, "response"),
    ]
