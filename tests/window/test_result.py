"""The result in the window: the points, a line a pillar, and the responses not chosen (R6 to R9)."""

from collections.abc import Callable
from typing import Any

import pygame
import pytest
from at_the_table import core, in_memory, play_until, table_of, wordy
from hands import misfits, press
from strategies import challenge, preset, response, small_deck, tool

from booster.decks.model import Deck
from booster.engine.actions import Adopt, Leave, Respond
from booster.engine.events import PointsChanged
from booster.engine.legal import turn_actions
from booster.engine.state import ToDecide, ToRespond
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.cards.point_row import PointRow, move_note, moves_of
from booster.window.screens.cards.result import Result, Unchosen
from booster.window.screens.game.hand_over import HandOver
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (1024, 600), (2560, 1080))


def deck_of(*responses: dict[str, Any]) -> Deck:
    """A deck of one challenge with these responses."""
    return small_deck(
        [challenge("bins", responses=responses)], tools=[], every_preset=preset(("challenge",), die=(1, 1))
    )


def worded(do: str = "Do it", then: str = "It is done") -> dict[str, Any]:
    """A response with these words."""
    return {**response(), "do": do, "then": then}


def result_of(deck: Deck, number: int = 0, language: str = "en") -> Result:
    """The result of a response to the first challenge of a game."""
    session = in_memory(2, deck)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    events = session.act(Respond(number))
    return Result(table_of(session, language), events)


def words_of(screen: Result) -> list[str]:
    return [leaf.name for leaf in screen.form.leaves()]


def laid_out(
    screen: Result, fonts: Fonts, size: tuple[int, int] = (1920, 1080), percent: int = 100
) -> Result:
    screen.layout(Look(Scale(*size, percent), fonts))
    return screen


# --- the points


def test_r9_a_pillar_has_one_line_with_the_score_before_and_after() -> None:
    result = result_of(deck_of(response({"ecology": 2, "social": -1}), response()))
    assert [row._line.name for row in result._rows] == ["Ecology 1 → 3", "Social 1 → 0"]
    assert [move_note(row.shown, result.table) for row in result._rows] == ["", ""]


def test_r9_a_note_says_what_the_card_took_and_what_was_left() -> None:
    result = result_of(deck_of(response({"ecology": -2}), response()))
    (row,) = result._rows
    assert row._line.name == "Ecology 1 → 0"
    assert move_note(row.shown, result.table) == "The card took 2, only 1 was left."


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The card took 2, only 1 was left."), ("fr", "La carte retirait 2, il n’en restait qu’un.")],
)
def test_r9_the_note_is_in_the_language_played(language: str, said: str) -> None:
    result = result_of(deck_of(response({"ecology": -2}), response()), language=language)
    assert move_note(result._rows[0].shown, result.table) == said


def test_r9_the_name_of_a_row_gives_the_reason_of_its_points() -> None:
    result = result_of(deck_of(response({"ecology": 2}), response()))
    assert result._rows[0].name == "Ecology +2, now 3: the response to “Challenge bins”."


def test_r9_without_points_the_title_says_so_and_nothing_else_stands_there() -> None:
    result = result_of(deck_of(response(), response({"ecology": 1})))
    assert "No points move" in words_of(result)
    assert not [leaf for leaf in result.form.leaves() if isinstance(leaf, PointRow)]


def test_r9_points_that_cannot_be_lost_are_said_under_a_title_that_says_so() -> None:
    table = result_of(deck_of(response(), response())).table
    lost = PointsChanged(0, "ecology", -2, 0, 0, "response", "bins")
    (move,) = moves_of((lost,))
    assert move.points == 0
    assert move_note(move, table) == "The card took 2, none was left to lose."


def test_r7_points_of_the_response_and_of_the_help_are_one_line() -> None:
    table = result_of(deck_of(response(), response())).table
    events = (
        PointsChanged(0, "social", 2, 2, 4, "response", "bins"),
        PointsChanged(0, "ecology", -2, -1, 0, "response", "bins"),
        PointsChanged(0, "social", 1, 1, 5, "help", "bins"),
        PointsChanged(1, "social", 1, 1, 3, "lending", "bins"),
    )
    moves = moves_of(events)
    assert [(move.team, move.pillar, move.before, move.after) for move in moves] == [
        (0, "ecology", 1, 0),
        (0, "social", 2, 5),
        (1, "social", 2, 3),
    ]
    assert move_note(moves[1], table).startswith("+1 thanks to the tool")
    assert move_note(moves[2], table).startswith("Team B, for lending")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "percent"),
    [((1920, 1080), 100), ((1920, 1080), 150), ((1280, 720), 150), ((1024, 768), 100), ((1024, 600), 150)],
)
def test_r9_the_points_of_the_team_are_all_in_sight(
    fonts: Fonts, language: str, size: tuple[int, int], percent: int
) -> None:
    deck = deck_of(response({"ecology": -2, "economy": 2, "social": -2}), response())
    result = laid_out(result_of(deck, language=language), fonts, size, percent)
    assert len(result._rows) == 3
    assert all(result._points.rect.contains(row.rect) for row in result._rows)


# --- the responses


def test_r6_the_responses_not_chosen_stay_in_sight_with_their_numbers(fonts: Fonts) -> None:
    responses = [worded(do) for do in ("Sort it", "Burn it", "Sell it")]
    result = laid_out(result_of(deck_of(*responses), 1), fonts)
    shown = [leaf for leaf in result.form.leaves() if isinstance(leaf, Unchosen)]
    assert [(leaf.number, leaf.name) for leaf in shown] == [(1, "Sort it"), (3, "Sell it")]
    assert all(leaf.rect.bottom <= result._next.rect.top for leaf in shown)


def test_r6_the_responses_not_chosen_leave_their_room_to_the_points(fonts: Fonts) -> None:
    deck = deck_of(response({"ecology": -2, "economy": 2, "social": -2}), worded("Another way " * 9))
    result = result_of(deck)
    assert any(isinstance(leaf, Unchosen) for leaf in laid_out(result, fonts).form.leaves())
    laid_out(result, fonts, (1024, 600), 150)
    assert not any(isinstance(leaf, Unchosen) for leaf in result.form.leaves())
    assert any(isinstance(leaf, Unchosen) for leaf in laid_out(result, fonts).form.leaves())


def test_r8_a_tool_has_no_other_responses() -> None:
    deck = small_deck([], tools=[tool("map")], every_preset=preset(("tool",), die=(1, 1)))
    for action in (Adopt(), Leave()):
        session = in_memory(2, deck)
        play_until(session, lambda state: isinstance(state.waiting, ToDecide))
        result = Result(table_of(session), session.act(action))
        assert not any(isinstance(leaf, Unchosen) for leaf in result.form.leaves())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_result_of_a_long_game_fits_every_window(fonts: Fonts, language: str) -> None:
    session = in_memory(4, wordy(core()), "workshop")
    faults, seen = [], 0
    while not session.state.over and seen < 12:
        actions = turn_actions(session.state)
        action = actions[len(session.done) % len(actions)]
        events = session.act(action)
        if not isinstance(action, Respond | Adopt | Leave):
            continue
        seen += 1
        result = Result(table_of(session, language), events)
        for size in SIZES:
            for percent in (100, 150):
                laid_out(result, fonts, size, percent)
                found = misfits(result, result.look.scale)
                faults += [f"{size} {percent} %: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


# --- going on


def test_a_story_of_several_pages_is_read_before_the_next_team_comes(open_window: OpenWindow) -> None:
    app = open_window(result_of(deck_of(worded(then="It happens slowly. " * 40), response())))
    result = app.screen
    assert isinstance(result, Result)
    pages = len(result._story.sheets)
    assert pages > 1
    for page in range(1, pages):
        assert result._next.name == f"Read on ({page}/{pages})"
        press(app, pygame.K_RETURN)
        assert app.screen is result
    assert result._next.name.startswith("Next: ")
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, HandOver)


def test_left_and_right_turn_the_story_wherever_the_focus_is(open_window: OpenWindow) -> None:
    app = open_window(result_of(deck_of(worded(then="It happens slowly. " * 40), response())))
    result = app.screen
    assert isinstance(result, Result) and isinstance(result.form.focused, Button)
    press(app, pygame.K_RIGHT)
    assert result._story.page == 1
    press(app, pygame.K_LEFT)
    assert result._story.page == 0
    assert result._next.name.startswith("Read on (1/")


def test_back_from_the_facilitators_menu_nothing_moves_again() -> None:
    result = result_of(deck_of(response({"ecology": 2}), response()))
    assert result.clock.running
    again = result.again()
    assert isinstance(again, Result)
    assert not again.clock.running
    assert again.cue is None


def test_the_result_is_the_same_after_the_facilitators_menu(open_window: OpenWindow) -> None:
    app = open_window(result_of(deck_of(response({"ecology": 2}), response())))
    before = words_of(app.screen)  # type: ignore[arg-type]
    press(app, pygame.K_f)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Result)
    assert not isinstance(app.screen, Board)
    assert words_of(app.screen) == before
