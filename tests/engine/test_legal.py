"""`legal_actions` is the one list: `act` accepts what it lists, and refuses all else with a reason."""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import Played, games, one_of

from booster.decks.model import KINDS, PILLARS
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
from booster.engine.legal import (
    EXAMPLE_NAME,
    EXAMPLE_REASON,
    MAX_CORRECTION,
    Reason,
    legal_actions,
    refusal,
    turn_actions,
)
from booster.engine.rules import Refused, act
from booster.engine.state import State

MOMENTS = st.floats(0, 1, exclude_max=True)
ANY_TEAM = st.integers(-2, 13)
ANY_WORDS = st.sampled_from(["", " ", "\t\n", "?", "why", " Vélo "])
ANY_TOOL = st.sampled_from(["", "unknown", "ideation-tool-0", "ideation-tool-1", "launch-tool-0"])


def actions(state: State) -> st.SearchStrategy[Action]:
    """Any action that can be written down, near the legal ones or far from them."""
    tools = st.sampled_from([tool.id for tool in state.game.deck.tools] or ["unknown"])
    points = st.integers(-4, 4) | st.sampled_from([-100, -99, 99, 100, 10**9])
    return st.one_of(
        st.sampled_from([Roll(), Adopt(), Leave(), SwapCard(), SkipTurn(), EndGame()]),
        st.builds(ChooseKind, st.sampled_from(KINDS)),
        st.builds(Respond, st.integers(-2, 5)),
        st.builds(Borrow, ANY_TOOL | tools, ANY_TEAM),
        st.builds(CorrectScore, ANY_TEAM, st.sampled_from(PILLARS), points, ANY_WORDS),
        st.builds(PassTeam, ANY_TEAM),
        st.builds(WelcomeBack, ANY_TEAM),
        st.builds(AddTeam, ANY_WORDS, ANY_WORDS, st.integers(0, 11)),
        st.sampled_from(legal_actions(state) or (Roll(),)),
    )


def is_listed(state: State, action: Action) -> bool:
    """Whether the action is a listed one, or one with its free words and numbers filled in."""
    listed = legal_actions(state)
    match action:
        case CorrectScore(team, pillar, points, reason) if points and reason.strip():
            example = CorrectScore(team, pillar, 1 if points > 0 else -1, EXAMPLE_REASON)
            enough = abs(points) <= MAX_CORRECTION and (
                points > 0 or (example in listed and -points <= state.teams[team].score.on(pillar))
            )
            return example in listed and enough
        case AddTeam(name) if name.strip():
            return AddTeam(EXAMPLE_NAME) in listed
        case _:
            return action in listed


@given(games(), MOMENTS, st.data())
@settings(max_examples=300)
def test_act_accepts_exactly_what_is_listed(game: Played, moment: float, data: st.DataObject) -> None:
    state = one_of([step.before for step in game.steps] + [game.end], moment)
    for action in data.draw(st.lists(actions(state), min_size=5, max_size=20)):
        reason = refusal(state, action)
        if is_listed(state, action):
            assert reason is None
            act(state, action)
        else:
            assert reason in get_args(Reason)
            try:
                act(state, action)
            except Refused as refused:
                assert (refused.action, refused.reason) == (action, reason)
            else:
                raise AssertionError(f"{action} was accepted")


@given(games(), MOMENTS)
def test_every_listed_action_succeeds_and_is_listed_once(game: Played, moment: float) -> None:
    state = one_of([step.before for step in game.steps], moment)
    listed = legal_actions(state)
    assert len(set(listed)) == len(listed)
    for action in listed:
        after, events = act(state, action)
        assert after != state
        assert events


@given(games())
def test_a_team_on_turn_can_always_do_something(game: Played) -> None:
    assert all(turn_actions(step.before) for step in game.steps)
    assert legal_actions(game.end) == ()


@given(games(), st.data())
def test_after_the_end_every_action_is_refused(game: Played, data: st.DataObject) -> None:
    action = data.draw(actions(game.steps[-1].before))
    assert refusal(game.end, action) == "game-over"
