"""What the facilitator may do (R12)."""

from dataclasses import replace

import pytest
from strategies import after, challenge, deck_of, preset, small_deck, start, tool, with_team

from booster.engine.actions import (
    Action,
    AddTeam,
    Adopt,
    Borrow,
    ChooseKind,
    CorrectScore,
    EndGame,
    Leave,
    PassTeam,
    Respond,
    Roll,
    SkipTurn,
    SwapCard,
    WelcomeBack,
)
from booster.engine.events import (
    CardDrawn,
    CardSwapped,
    GameEnded,
    PointsChanged,
    TeamAdded,
    TeamBack,
    TeamPassed,
    TurnSkipped,
    TurnStarted,
)
from booster.engine.legal import Reason, facilitator_actions, turn_actions
from booster.engine.rules import Refused, act
from booster.engine.state import (
    Over,
    Score,
    State,
    ToChooseKind,
    ToDecide,
    ToRespond,
    ToRoll,
    free_colour,
)
from booster.limits import LONGEST_NAME, MOST_TEAMS


def reason_of(state: State, action: Action) -> Reason:
    """Why this action is refused."""
    with pytest.raises(Refused) as refused:
        act(state, action)
    assert refused.value.action == action
    return refused.value.reason


THREE = deck_of(challenge("a"), challenge("b"), challenge("c"))


def test_r12_a_swap_puts_the_card_under_its_pile_and_draws_the_next() -> None:
    state = start(THREE)
    first, second, third = state.piles["ideation", "challenge"]
    state, events = after(state, Roll(), SwapCard())
    assert events == (
        CardSwapped(0, first),
        CardDrawn(0, second, "challenge", "ideation", instead=False),
    )
    assert state.waiting == ToRespond(second)
    assert state.piles["ideation", "challenge"] == (second, third, first)
    assert (state.on_turn, state.turn, state.chances) == (0, 1, 1)


def test_r12_a_tool_is_swapped_for_one_that_the_team_does_not_hold() -> None:
    state = start(deck_of(tool("a"), tool("b"), tool("c"), spaces="tool"))
    first, second, third = state.piles["ideation", "tool"]
    state, _ = after(with_team(state, 0, toolbox=(second,)), Roll(), SwapCard())
    assert state.waiting == ToDecide(third)
    assert first not in state.team.played


def test_r12_a_swap_prefers_a_card_not_played_yet() -> None:
    state = start(THREE)
    _, second, third = state.piles["ideation", "challenge"]
    state, _ = after(with_team(state, 0, played=(second,)), Roll(), SwapCard())
    assert state.waiting == ToRespond(third)


def test_r12_swap_after_swap_shows_the_whole_pile() -> None:
    state = start(THREE)
    pile = state.piles["ideation", "challenge"]
    state, _ = act(state, Roll())
    seen = []
    for _ in range(6):
        assert isinstance(state.waiting, ToRespond)
        seen.append(state.waiting.card)
        state, _ = act(state, SwapCard())
    assert seen == [*pile, *pile]


def test_r12_the_only_card_of_its_pile_cannot_be_swapped() -> None:
    state, _ = act(start(deck_of(challenge("a"), tool("t"))), Roll())
    assert reason_of(state, SwapCard()) == "no-other-card"
    assert SwapCard() not in facilitator_actions(state)


def test_r12_without_a_card_on_the_table_there_is_no_swap() -> None:
    assert reason_of(start(THREE), SwapCard()) == "not-now"


def test_r12_a_borrowed_tool_goes_back_when_the_card_is_swapped() -> None:
    deck = deck_of(challenge("a", helped_by=["key"]), challenge("b", helped_by=["key"]))
    state = with_team(start(deck), 1, toolbox=("key",))
    state, _ = after(state, Roll(), Borrow("key", 1), SwapCard())
    assert isinstance(state.waiting, ToRespond)
    assert (state.waiting.borrowed, state.waiting.lender) == (None, None)
    state, _ = act(state, Respond(0))
    assert state.teams[1].score == Score(1, 1, 1)


@pytest.mark.parametrize("waiting", [ToRoll(), ToChooseKind(), ToRespond("a"), ToDecide("t")])
def test_r12_a_turn_can_be_skipped_at_any_moment(
    waiting: ToRoll | ToChooseKind | ToRespond | ToDecide,
) -> None:
    before = replace(start(deck_of(challenge("a"), tool("t"))), waiting=waiting)
    state, events = act(before, SkipTurn())
    assert events == (TurnSkipped(0), TurnStarted(1, 2))
    assert (state.waiting, state.on_turn) == (ToRoll(), 1)
    assert (state.teams, state.piles, state.chances) == (before.teams, before.piles, before.chances)


def test_r12_a_score_is_corrected_with_a_reason() -> None:
    before, _ = act(start(THREE), Roll())
    state, events = act(before, CorrectScore(1, "social", +4, "  forgot the lending "))
    assert events == (PointsChanged(1, "social", 4, 4, 5, "correction", reason="forgot the lending"),)
    assert state.teams[1].score == Score(1, 1, 5)
    assert (state.waiting, state.on_turn) == (before.waiting, 0)


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (CorrectScore(2, "social", +1, "why"), "no-such-team"),
        (CorrectScore(-1, "social", +1, "why"), "no-such-team"),
        (CorrectScore(0, "social", +1, ""), "no-reason-given"),
        (CorrectScore(0, "social", +1, " \t"), "no-reason-given"),
        (CorrectScore(0, "social", 0, "why"), "no-points-moved"),
        (CorrectScore(0, "social", -2, "why"), "no-points-moved"),
        (CorrectScore(0, "social", 100, "why"), "no-points-moved"),
        (PassTeam(2), "no-such-team"),
        (PassTeam(-1), "no-such-team"),
        (WelcomeBack(2), "no-such-team"),
        (WelcomeBack(0), "team-not-away"),
        (AddTeam("  "), "no-name"),
        (ChooseKind("tool"), "not-now"),
        (Respond(0), "not-now"),
        (Borrow("key", 1), "not-now"),
        (Adopt(), "not-now"),
        (Leave(), "not-now"),
    ],
)
def test_r12_what_is_not_legal_is_refused_with_a_reason(action: Action, reason: Reason) -> None:
    assert reason_of(start(THREE), action) == reason


def test_r12_a_correction_may_take_a_score_to_0_and_not_below() -> None:
    state, _ = act(start(THREE), CorrectScore(0, "ecology", -1, "counted twice"))
    assert state.team.score == Score(0, 1, 1)
    assert reason_of(state, CorrectScore(0, "ecology", -1, "again")) == "no-points-moved"


def test_r12_a_team_that_left_is_passed_over() -> None:
    state, events = act(start(THREE, teams=3), PassTeam(1))
    assert events == (TeamPassed(1),)
    assert state.on_turn == 0
    state, events = after(state, SkipTurn())
    assert events[-1] == TurnStarted(2, 2)


def test_r12_the_turn_of_a_team_that_left_is_over() -> None:
    state, _ = act(start(THREE), Roll())
    state, events = act(state, PassTeam(0))
    assert events == (TeamPassed(0), TurnStarted(1, 2))
    assert (state.waiting, state.on_turn) == (ToRoll(), 1)


def test_r12_the_game_ends_when_no_team_is_left_that_plays() -> None:
    state = with_team(start(THREE), 1, launched=True, space=16)
    state, events = act(state, PassTeam(0))
    assert events[:2] == (TeamPassed(0), GameEnded("no-team-left"))
    assert state.waiting == Over()


def test_r12_the_end_does_not_say_that_all_have_launched_when_nobody_has() -> None:
    _, events = after(start(THREE), PassTeam(1), PassTeam(0))
    assert GameEnded("no-team-left") in events
    assert GameEnded("all-launched") not in events


def test_r12_a_launch_while_the_other_team_is_away_leaves_no_team_to_play() -> None:
    state, _ = act(with_team(start(deck_of()), 0, space=15), PassTeam(1))
    state, events = act(state, Roll())
    assert state.team.launched
    assert GameEnded("no-team-left") in events


def test_r12_a_team_passes_once_and_a_launched_one_not_at_all() -> None:
    state = with_team(with_team(start(THREE, teams=3), 1, away=True), 2, launched=True)
    assert reason_of(state, PassTeam(1)) == "team-away"
    assert reason_of(state, PassTeam(2)) == "team-launched"


def test_r12_a_team_that_is_back_plays_on_from_its_space() -> None:
    state = with_team(start(THREE), 1, space=2, toolbox=("key",))
    state, events = after(state, PassTeam(1), WelcomeBack(1))
    assert events == (TeamBack(1),)
    state, _ = after(state, SkipTurn(), Roll())
    assert (state.on_turn, state.team.space, state.team.toolbox) == (1, 3, ("key",))


def test_r12_a_late_team_joins_last_at_the_start_of_the_path() -> None:
    deck = small_deck(every_preset=preset(start=(2, 0, 1)))
    before, _ = act(start(deck), SkipTurn())
    state, events = act(before, AddTeam(" Retard ", " Un projet ", 5))
    assert events == (TeamAdded(2, "Retard"),)
    assert (state.on_turn, state.waiting) == (1, before.waiting)
    new = state.teams[2]
    assert (new.name, new.project, new.colour) == ("Retard", "Un projet", 5)
    assert (new.space, new.score, new.toolbox, new.played) == (0, Score(2, 0, 1), (), ())
    assert act(state, SkipTurn())[1][-1] == TurnStarted(2, 3)


def test_r12_a_colour_is_free_that_no_team_has() -> None:
    state = with_team(with_team(start(THREE), 0, colour=2), 1, colour=0)
    assert free_colour(state.teams) == 1
    state, _ = act(state, AddTeam("Late", colour=1))
    assert free_colour(state.teams) == 3


def test_r12_a_longer_name_is_no_reason_to_refuse_as_saved_sessions_may_hold_one() -> None:
    name = "n" * (LONGEST_NAME + 1)
    state, _ = act(start(THREE), AddTeam(name))
    assert state.teams[-1].name == name


def test_r12_no_more_than_twelve_teams() -> None:
    state, _ = act(start(THREE, teams=MOST_TEAMS - 1), AddTeam("Last"))
    assert reason_of(state, AddTeam("One more")) == "too-many-teams"
    assert AddTeam("?") not in facilitator_actions(state)


def test_r12_the_facilitator_may_end_the_game_now() -> None:
    state, events = after(start(THREE), Roll(), EndGame())
    assert events[0] == GameEnded("facilitator")
    assert state.waiting == Over()
    assert all(team.experiences for team in state.teams)


@pytest.mark.parametrize("action", [Roll(), SkipTurn(), EndGame(), AddTeam("A"), PassTeam(0), Respond(0)])
def test_r3_after_the_end_nothing_can_be_done(action: Action) -> None:
    state, _ = act(start(THREE), EndGame())
    assert turn_actions(state) + facilitator_actions(state) == ()
    assert reason_of(state, action) == "game-over"
