"""Leaving a game: one Esc too many leaves nothing, and the title offers to go on with what was left."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import in_memory, set_up, table_of
from hands import choose, click_on, leave_game, misfits, press, settle
from session_files import full_disk, size_of
from strategies import small_deck

from booster.engine.actions import CorrectScore, EndGame, Roll
from booster.language import LANGUAGES, translator
from booster.paths import sessions_folder
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.game.leaving import Leaving
from booster.window.screens.game.log import Log
from booster.window.screens.game.results import Results
from booster.window.screens.game.unsaved import Unsaved
from booster.window.screens.title import Title
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600), (2560, 1080))
EN = translator("en")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))


@pytest.fixture
def session() -> Iterator[Session]:
    """A game on the disk after one action."""
    with closing(Session.create(set_up(2), (small_deck(),), sessions_folder())) as opened:
        opened.act(Roll())
        yield opened


def focused(app: App) -> str:
    assert app.screen is not None and app.screen.form.focused is not None
    return app.screen.form.focused.name


def started(open_window: OpenWindow) -> App:
    """A window on a game that was just set up from the title."""
    app = open_window(Title(command_line()))
    choose(app, "New game")
    choose(app, "Start")
    assert not isinstance(app.screen, Title)
    return app


# --- the question


def test_esc_asks_first_and_what_is_pressed_next_stays(open_window: OpenWindow, session: Session) -> None:
    app = open_window(Board(table_of(session)))
    board = app.screen
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_ESCAPE):
        press(app, pygame.K_ESCAPE)
        assert isinstance(app.screen, Leaving)
        press(app, key)
        assert app.screen is board
    assert not session.closed


@pytest.mark.parametrize("key", [pygame.K_RIGHT, pygame.K_TAB, pygame.K_PAGEUP])
def test_two_keys_more_leave_the_game(open_window: OpenWindow, session: Session, key: int) -> None:
    app = open_window(Board(table_of(session)))
    for pressed in (pygame.K_ESCAPE, key, pygame.K_RETURN):
        press(app, pressed)
    assert app.screen is None
    assert session.closed


def test_the_mouse_leaves_and_stays(open_window: OpenWindow, session: Session) -> None:
    app = open_window(Board(table_of(session)))
    board = app.screen
    click_on(app, "Leave")
    click_on(app, "Stay")
    assert app.screen is board
    click_on(app, "Leave")
    click_on(app, "Leave")
    assert app.screen is None
    assert session.closed


def test_one_esc_too_many_out_of_a_page_asks(open_window: OpenWindow, session: Session) -> None:
    app = open_window(Board(table_of(session)))
    press(app, pygame.K_l)
    assert isinstance(app.screen, Log)
    press(app, pygame.K_ESCAPE)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Leaving)


def test_the_results_ask_too(open_window: OpenWindow, session: Session) -> None:
    session.act(EndGame())
    app = open_window(Results(table_of(session)))
    click_on(app, "Back to the title")
    assert isinstance(app.screen, Leaving)


def test_a_clickers_esc_ends_its_full_screen_and_asks_nothing(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(Board(table_of(session)))
    board = app.screen
    press(app, pygame.K_F5)
    press(app, pygame.K_ESCAPE)
    assert app.screen is board
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Leaving)


def test_a_game_that_is_kept_nowhere_is_left_at_once(open_window: OpenWindow) -> None:
    app = open_window(Board(table_of(in_memory())))
    press(app, pygame.K_ESCAPE)
    assert app.screen is None


def test_a_disk_that_fails_at_the_question_is_told_before_the_game_is_left(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(Board(table_of(session)))
    press(app, pygame.K_ESCAPE)
    with ExitStack() as disk:
        disk.enter_context(full_disk(size_of(session) + 60))
        session.act(CorrectScore(0, "social", 1, "heard in the room"))
        choose(app, "Leave")
        assert isinstance(app.screen, Unsaved)
        assert not session.closed
    choose(app, "Try again")
    assert app.screen is None


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_the_question_fits_every_window(
    session: Session, fonts: Fonts, size: tuple[int, int], percent: int
) -> None:
    scale = Scale(*size, percent)
    for language in LANGUAGES:
        page = Leaving(Board(table_of(session, language)), session, translator(language))
        page.layout(Look(scale, fonts))
        assert misfits(page, scale) == []
        assert pygame.Rect((0, 0), size).contains(page.box)


# --- back on the title


def test_a_game_that_was_left_is_offered_to_go_on_with(open_window: OpenWindow) -> None:
    app = started(open_window)
    leave_game(app)
    settle(app)
    assert isinstance(app.screen, Title)
    assert focused(app) == "Resume"


def test_a_game_that_the_command_line_resumed_is_offered_too(
    open_window: OpenWindow, session: Session
) -> None:
    session.close()
    app = open_window(Title(command_line(resume="")))
    settle(app)
    leave_game(app)
    settle(app)
    assert isinstance(app.screen, Title)
    assert focused(app) == "Resume"


def test_a_game_that_is_over_is_not_offered(open_window: OpenWindow) -> None:
    app = started(open_window)
    assert app.screen is not None
    app.screen.table.session.act(EndGame())  # type: ignore[attr-defined]
    leave_game(app)
    settle(app)
    assert isinstance(app.screen, Title)
    assert focused(app) == "New game"


def test_coming_back_from_elsewhere_leaves_the_focus_where_it_was(
    open_window: OpenWindow, session: Session
) -> None:
    session.close()
    app = open_window(Title(command_line()))
    settle(app)
    assert focused(app) == "New game"
    choose(app, "Decks")
    press(app, pygame.K_ESCAPE)
    settle(app)
    assert focused(app) == "Decks"
