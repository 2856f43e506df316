"""The scenery of the board is drawn once for a game and a window, while the hand-over is on the screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event, current_thread, main_thread

import pygame
import pytest
from at_the_table import in_memory, table_of
from hands import press

from booster.decks.model import SpaceKind
from booster.engine.actions import Roll
from booster.settings import USUAL
from booster.window.app import App
from booster.window.screens.board import scenery as module
from booster.window.screens.board.board import Board
from booster.window.screens.board.scenery import Setting, prepare_scenery, scenery
from booster.window.screens.game.hand_over import STILL_MS, HandOver
from booster.window.screens.game.vignette import own_space, vignette
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]
SIZE = (1280, 720)


class Painter:
    """Draws as the program does, and notes for which setting, and whether beside the main thread."""

    def __init__(self) -> None:
        self.settings: list[Setting] = []
        self.beside: list[bool] = []
        self.may_end = Event()
        self.may_end.set()
        self._draw = module._draw_scenery

    def __call__(self, look: Look, setting: Setting) -> pygame.Surface:
        self.settings.append(setting)
        self.beside.append(current_thread() is not main_thread())
        self.may_end.wait()
        return self._draw(look, setting)


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Painter]:
    painter = Painter()
    monkeypatch.setattr(module, "_draw_scenery", painter)
    module._drawing.cache_clear()
    yield painter
    module._drawing.cache_clear()


def laid_out(look: Look) -> Board:
    board = Board(table_of(in_memory(4)))
    board.layout(look)
    return board


def picture(app: App) -> bytes:
    return pygame.image.tobytes(app.window.get_surface(), "RGB")


def test_the_board_is_drawn_while_the_hand_over_is_on_the_screen(
    open_window: OpenWindow, painter: Painter
) -> None:
    table = table_of(in_memory(4))
    app = open_window(HandOver(table))
    assert painter.settings == []
    app.step(STILL_MS)
    prepared = list(painter.settings)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Board)
    assert app.screen._map._setting == prepared[0]
    assert (len(painter.settings), painter.beside) == (1, [True])

    shown = picture(app)
    module._drawing.cache_clear()
    app.screen.draw(app.window.get_surface())
    assert picture(app) == shown, "prepared or not, it is the same board"


def test_the_board_waits_for_a_scenery_that_is_not_ready(fonts: Fonts, painter: Painter) -> None:
    look = Look(Scale(*SIZE), fonts)
    setting = laid_out(look)._map._setting
    painter.may_end.clear()
    prepare_scenery(look, setting)
    begun = module._drawing(look, setting)
    assert begun.is_alive()
    painter.may_end.set()
    assert scenery(look, setting).get_size() == SIZE
    assert not begun.is_alive() and len(painter.settings) == 1


def test_one_that_comes_at_once_finds_a_board_that_was_not_prepared(
    open_window: OpenWindow, painter: Painter
) -> None:
    app = open_window(HandOver(table_of(in_memory(4))))
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Board)
    assert len(painter.settings) == 1


def test_a_game_without_hand_over_draws_its_board_once(open_window: OpenWindow, painter: Painter) -> None:
    app = open_window(HandOver(table_of(in_memory(4))), settings=replace(USUAL, hand_over=False))
    assert isinstance(app.screen, Board)
    assert len(painter.settings) == 1


def test_nothing_is_prepared_while_the_window_is_resized(fonts: Fonts, painter: Painter) -> None:
    hand_over = HandOver(table_of(in_memory(4)))
    for width in range(1280, 1400, 8):
        hand_over.layout(Look(Scale(width, 720), fonts))
        hand_over.draw(pygame.Surface((width, 720)))
        hand_over.update(STILL_MS - 1)
    assert painter.settings == []
    hand_over.update(1)
    look = hand_over.look
    scenery(look, laid_out(look)._map._setting)
    assert len(painter.settings) == 1


def test_after_a_resize_the_board_is_prepared_for_the_new_size(
    open_window: OpenWindow, painter: Painter
) -> None:
    app = open_window(HandOver(table_of(in_memory(4))))
    app.step(STILL_MS)
    app.window.size = (1024, 768)
    for _ in range(3):
        app.step(STILL_MS)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Board)
    assert [setting.width for setting in painter.settings].count(app.screen._map.rect.width) == 1
    assert app.window.get_surface().get_width() == 1024


def test_later_boards_of_the_game_are_there_already(open_window: OpenWindow, painter: Painter) -> None:
    session = in_memory(4)
    app = open_window(HandOver(table_of(session)))
    app.step(STILL_MS)
    press(app, pygame.K_RETURN)
    session.act(Roll())
    board = Board(table_of(session))
    assert isinstance(app.screen, Board)
    board.layout(app.screen.look)
    board.draw(app.window.get_surface())
    assert len(painter.settings) == 1


def test_the_hand_over_shows_the_space_that_the_team_is_on(look: Look) -> None:
    size = (600, 700)
    kinds: tuple[SpaceKind, ...] = ("challenge", "tool", "choice", "tool", "challenge")
    x, y = own_space(size)
    for space, kind in enumerate(kinds, 1):
        shown = vignette(look, "ideation", kinds, space, size, (0, 0, 0))
        across = [tuple(shown.get_at((left, y)))[:3] for left in range(x - size[0] // 8, x)]
        assert look.theme.kinds[kind].fill in across, "its edge has the colour of its kind"
        assert look.theme.accent in across, "and the accent around it"


@pytest.mark.parametrize("space", [0, 5])
def test_the_hand_over_shows_both_ends_of_the_path(look: Look, space: int) -> None:
    size = (600, 700)
    kinds: tuple[SpaceKind, ...] = ("challenge",) * 5
    end = vignette(look, "ideation", kinds, space, size, (0, 0, 0))
    inside = vignette(look, "ideation", kinds, 3, size, (0, 0, 0))
    assert pygame.image.tobytes(end, "RGB") != pygame.image.tobytes(inside, "RGB")


def test_a_scenery_that_could_not_be_drawn_beside_is_drawn_when_it_is_needed(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch, painter: Painter
) -> None:
    look = Look(Scale(*SIZE), fonts)
    setting = laid_out(look)._map._setting
    faults = [pygame.error("no display")]

    def draw(look: Look, setting: Setting) -> pygame.Surface:
        if faults:
            raise faults.pop()
        return painter(look, setting)

    monkeypatch.setattr(module, "_draw_scenery", draw)
    prepare_scenery(look, setting)
    assert scenery(look, setting).get_size() == SIZE
    assert painter.beside == [False]
