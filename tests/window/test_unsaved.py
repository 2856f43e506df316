"""Leaving a game while the disk takes no more: no action is dropped without a question."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pygame
import pytest
from at_the_table import set_up, table_of
from hands import choose, leave_game, misfits, press, settle, tab_to, type_text
from session_files import full_disk, pull_out, size_of
from strategies import small_deck

from booster.engine.actions import CorrectScore, Roll
from booster.journal import JournalLocked
from booster.language import LANGUAGES, translator
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.game.leaving import Leaving
from booster.window.screens.game.log import Log
from booster.window.screens.game.unsaved import Unsaved
from booster.window.screens.notice import Notice
from booster.window.screens.settings import SettingsPage
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.transition import Pop, Push, Quit

OpenWindow = Callable[..., App]
EN = translator("en")
WITHOUT = "Leave without the last actions"
ELSEWHERE = "Another folder, for instance that of a USB stick"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A game with one action on the disk."""
    session = Session.create(set_up(2), (small_deck(),), tmp_path / "here")
    session.act(Roll())
    yield session
    session.close_unsaved()


@pytest.fixture
def disk(session: Session) -> Iterator[ExitStack]:
    """A disk that has become full, and took half of the last action; `close()` makes room again."""
    with ExitStack() as full:
        full.enter_context(full_disk(size_of(session) + 60))
        session.act(CorrectScore(0, "social", 1, "heard in the room"))
        assert session.unsaved_since is not None
        yield full


@pytest.fixture
def at_the_game(open_window: OpenWindow, session: Session) -> App:
    """A window on the game, over the settings for a title."""
    app = open_window(SettingsPage(EN))
    app.go(Push(Board(table_of(session))))
    settle(app)
    return app


def path_of(session: Session) -> Path:
    assert session.journal is not None
    return session.journal.path


def actions_on_disk(path: Path) -> int:
    """The actions of a session that nobody plays any more."""
    session = Session.resume(path)
    session.close()
    return len(session.done)


def close_window(app: App) -> None:
    """What SDL says when the window is closed."""
    for kind in (pygame.WINDOWCLOSE, pygame.QUIT):
        pygame.event.post(pygame.Event(kind))
    settle(app)


def escape(app: App) -> None:
    press(app, pygame.K_ESCAPE)


def leave_by_esc(app: App) -> None:
    """Press Esc, and answer that this is meant; a game that is not saved asks something else."""
    escape(app)
    if isinstance(app.screen, Leaving):
        choose(app, "Leave")


LEAVING = pytest.mark.parametrize(
    ("leave", "below"),
    [(leave_by_esc, SettingsPage), (close_window, type(None))],
    ids=["Esc", "window closed"],
)
Leave = Callable[[App], None]


@LEAVING
def test_a_game_that_is_saved_is_left_without_a_word_about_the_disk(
    at_the_game: App, session: Session, leave: Leave, below: type
) -> None:
    leave(at_the_game)
    assert isinstance(at_the_game.screen, below)
    assert actions_on_disk(path_of(session)) == 1


@LEAVING
def test_what_the_disk_takes_again_is_saved_without_a_word_about_it(
    at_the_game: App, session: Session, disk: ExitStack, leave: Leave, below: type
) -> None:
    disk.close()
    leave(at_the_game)
    assert isinstance(at_the_game.screen, below)
    assert actions_on_disk(path_of(session)) == 2


@LEAVING
def test_on_a_full_disk_leaving_asks_and_trying_again_leaves_once_there_is_room(
    at_the_game: App, session: Session, disk: ExitStack, leave: Leave, below: type
) -> None:
    leave(at_the_game)
    assert isinstance(at_the_game.screen, Unsaved)
    assert path_of(session).name in at_the_game.screen.message.name
    choose(at_the_game, "Try again")
    assert isinstance(at_the_game.screen, Unsaved)
    assert "It was tried again just now, without success." in at_the_game.screen.message.name
    disk.close()
    choose(at_the_game, "Try again")
    assert isinstance(at_the_game.screen, below)
    assert actions_on_disk(path_of(session)) == 2


@LEAVING
def test_one_may_leave_without_the_last_actions(
    at_the_game: App, session: Session, disk: ExitStack, leave: Leave, below: type
) -> None:
    leave(at_the_game)
    choose(at_the_game, WITHOUT)
    assert isinstance(at_the_game.screen, below)
    disk.close()
    assert actions_on_disk(path_of(session)) == 1


@LEAVING
def test_one_may_stay_and_play_on(
    at_the_game: App, session: Session, disk: ExitStack, leave: Leave, below: type
) -> None:
    board = at_the_game.screen
    leave(at_the_game)
    escape(at_the_game)
    assert at_the_game.screen is board
    disk.close()
    session.undo()
    leave(at_the_game)
    assert isinstance(at_the_game.screen, below)
    assert actions_on_disk(path_of(session)) == 1


@LEAVING
def test_a_game_on_a_disk_that_is_gone_is_saved_in_another_folder(
    at_the_game: App, session: Session, tmp_path: Path, leave: Leave, below: type
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    pull_out(session)
    session.act(CorrectScore(0, "social", 1, "heard in the room"))
    leave(at_the_game)
    tab_to(at_the_game, ELSEWHERE)
    type_text(at_the_game, f'"{stick}"')
    choose(at_the_game, "Save it there")
    saved = stick / path_of(session).name
    assert isinstance(at_the_game.screen, Notice)
    assert f'booster play --resume "{saved}"' in at_the_game.screen.message.name
    choose(at_the_game, "Leave")
    assert isinstance(at_the_game.screen, below)
    assert actions_on_disk(saved) == 2


def test_a_folder_that_cannot_be_saved_in_is_named_with_the_reason(
    at_the_game: App, session: Session, disk: ExitStack, tmp_path: Path
) -> None:
    escape(at_the_game)
    choose(at_the_game, "Save it there")
    assert at_the_game.screen is not None
    assert at_the_game.screen.form.focused is at_the_game.find(ELSEWHERE)
    for place in ("~nobody-of-that-name/x", str(tmp_path / "here")):
        tab_to(at_the_game, ELSEWHERE)
        press(at_the_game, pygame.K_a, mod=pygame.KMOD_LCTRL)
        type_text(at_the_game, place)
        choose(at_the_game, "Save it there")
        assert isinstance(at_the_game.screen, Unsaved)
        assert f"cannot be saved in {place}: " in at_the_game.screen.message.name
    assert list((tmp_path / "here").iterdir()) == [path_of(session)]


def test_the_banner_offers_the_same_without_leaving(
    at_the_game: App, session: Session, disk: ExitStack, tmp_path: Path
) -> None:
    board = at_the_game.screen
    at_the_game.step(20)
    choose(at_the_game, "Try again")
    assert isinstance(at_the_game.screen, Unsaved)
    with pytest.raises(KeyError):
        at_the_game.find(WITHOUT)
    disk.close()
    choose(at_the_game, "Try again")
    assert at_the_game.screen is board
    with pytest.raises(KeyError):
        at_the_game.find("Try again")
    session.act(CorrectScore(1, "social", 1, "and on"))
    leave_game(at_the_game)
    assert actions_on_disk(path_of(session)) == 3


def test_a_game_saved_elsewhere_goes_on_there(at_the_game: App, session: Session, tmp_path: Path) -> None:
    board = at_the_game.screen
    pull_out(session)
    session.act(CorrectScore(0, "social", 1, "heard in the room"))
    at_the_game.step(20)
    choose(at_the_game, "Try again")
    tab_to(at_the_game, ELSEWHERE)
    type_text(at_the_game, str(tmp_path))
    choose(at_the_game, "Save it there")
    choose(at_the_game, "Go on")
    assert at_the_game.screen is board
    session.act(CorrectScore(1, "social", 1, "and on"))
    with pytest.raises(JournalLocked):
        Session.resume(path_of(session))
    leave_game(at_the_game)
    assert path_of(session).parent == tmp_path
    assert actions_on_disk(path_of(session)) == 3


def test_closing_the_window_over_a_page_of_the_game_asks_too(
    at_the_game: App, session: Session, disk: ExitStack
) -> None:
    at_the_game.go(Push(Log(table_of(session))))
    close_window(at_the_game)
    assert isinstance(at_the_game.screen, Unsaved)
    escape(at_the_game)
    assert isinstance(at_the_game.screen, Log)


def test_closing_the_window_over_the_question_asks_it_once(
    at_the_game: App, session: Session, disk: ExitStack
) -> None:
    for _ in range(3):
        close_window(at_the_game)
    escape(at_the_game)
    assert isinstance(at_the_game.screen, Board)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600)])
def test_the_question_fits_every_window(
    session: Session, disk: ExitStack, fonts: Fonts, size: tuple[int, int], percent: int
) -> None:
    scale = Scale(*size, percent)
    for language in LANGUAGES:
        for leave in (None, Pop(), Quit()):
            page = Unsaved(session, translator(language), leave)
            page.layout(Look(scale, fonts))
            assert misfits(page, scale) == []
