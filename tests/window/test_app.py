import os
import subprocess
import sys
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from at_the_table import in_memory, table_of

from booster.errors import EnvironmentFault
from booster.language import translator
from booster.settings import USUAL, read_settings, write_settings
from booster.window.app import App, open_display
from booster.window.icons import icon
from booster.window.pointer import as_mouse
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.text import Look
from booster.window.theme import STANDARD
from booster.window.transition import Adjust, Pop, Push, Quit, Replace, Transition
from booster.window.widgets import Button, TextField, column

OpenWindow = Callable[..., App]


class Page(Screen):
    """A screen with a button to each place a screen can go to, and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.layouts: list[Look] = []
        self.waited = 0
        self.field = TextField("Name")
        self.form.show(
            Button("push", lambda: Push(Page())),
            Button("replace", lambda: Replace(Page())),
            Button("pop", Pop),
            Button("quit", Quit),
            self.field,
        )

    def layout(self, look: Look) -> None:
        super().layout(look)
        self.layouts.append(look)
        column(look, pygame.Rect(40, 40, look.width - 80, look.height - 80), self.form.widgets)

    def update(self, dt_ms: int) -> Transition:
        self.waited += dt_ms
        return None

    def back(self) -> Transition:
        return Pop()


class Clock(Page):
    """A screen that changes as time passes."""

    def update(self, dt_ms: int) -> Transition:
        self.stale = self.stale or dt_ms > 0
        return super().update(dt_ms)


def press(app: App, code: int, mod: int = 0) -> bool:
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))
    return app.step()


def press_button(app: App, name: str) -> None:
    app.find(name)
    assert app.screen is not None
    app.screen.form.focus_on(app.find(name))
    press(app, pygame.K_RETURN)


def test_a_screen_pushes_replaces_and_pops(open_window: OpenWindow) -> None:
    first = Page()
    app = open_window(first)
    press_button(app, "push")
    second = app.screen
    assert second is not first
    press_button(app, "replace")
    assert app.screen not in (first, second)
    press_button(app, "pop")
    assert app.screen is first
    assert len(first.layouts) >= 2


def test_a_screen_that_was_left_is_freed(open_window: OpenWindow) -> None:
    app = open_window(Page())
    left = weakref.ref(app.screen)
    press_button(app, "replace")
    app.clear_away()
    assert left() is None


def test_a_window_that_comes_to_sight_is_drawn_anew_and_laid_out_only_at_a_new_size(
    open_window: OpenWindow,
) -> None:
    page = Page()
    app = open_window(page)
    before = len(page.layouts)
    pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED))
    assert app.step()
    assert len(page.layouts) == before
    app.window.size = (1300, 740)
    pygame.event.post(pygame.Event(pygame.WINDOWSIZECHANGED))
    assert app.step()
    assert (page.look.width, page.look.height) == (1300, 740)


def test_quit_ends_from_any_depth_and_so_does_closing_the_window(open_window: OpenWindow) -> None:
    app = open_window(Page())
    press_button(app, "push")
    press_button(app, "quit")
    assert app.screen is None
    other = open_window(Page())
    pygame.event.post(pygame.Event(pygame.QUIT))
    other.step()
    assert other.screen is None


def test_leaving_the_last_screen_ends_the_loop(open_window: OpenWindow) -> None:
    app = open_window(Page())
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    app.run()
    assert app.screen is None


def test_escape_goes_back_where_the_screen_agrees(open_window: OpenWindow) -> None:
    class Stubborn(Page):
        def back(self) -> Transition:
            return None

    screen = Stubborn()
    app = open_window(screen)
    press(app, pygame.K_ESCAPE)
    assert app.screen is screen


def test_nothing_is_drawn_when_nothing_changed(open_window: OpenWindow) -> None:
    app = open_window(Page())
    assert [app.step(50) for _ in range(5)] == [False] * 5
    assert press(app, pygame.K_TAB) is True
    assert app.step(50) is False


def test_the_mouse_over_nothing_draws_nothing(open_window: OpenWindow) -> None:
    app = open_window(Page())
    pygame.event.post(
        pygame.Event(pygame.MOUSEMOTION, pos=(2, 2), rel=(1, 1), buttons=(0, 0, 0), touch=False)
    )
    assert app.step() is False
    over = app.find("quit").rect.center
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=over, rel=(1, 1), buttons=(0, 0, 0), touch=False))
    assert app.step() is True


def test_a_screen_that_changes_with_time_is_drawn_again(open_window: OpenWindow) -> None:
    screen = Clock()
    app = open_window(screen)
    assert app.step(20) is True
    assert app.step(0) is False
    assert screen.waited == 20


def test_a_resize_lays_the_screen_out_again_and_keeps_what_was_typed(open_window: OpenWindow) -> None:
    screen = Page()
    app = open_window(screen)
    screen.form.focus_on(screen.field)
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="Vélo"))
    app.step()
    app.window.size = (1600, 900)
    assert app.step() is True
    assert (screen.look.width, screen.look.height) == (1600, 900)
    assert screen.field.text == "Vélo"
    assert screen.field.focused


def test_f11_fills_the_screen_and_comes_back(open_window: OpenWindow) -> None:
    app = open_window(Page())
    press(app, pygame.K_F11)
    assert app.settings.full_screen and app.fills_screen
    press(app, pygame.K_F11)
    assert not app.settings.full_screen and not app.fills_screen


def test_a_clickers_start_and_end_are_not_kept(open_window: OpenWindow, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for kept in (False, True):
        write_settings(file, replace(USUAL, full_screen=kept))
        app = open_window(Page(), settings=replace(USUAL, full_screen=kept), kept_in=file)
        press(app, pygame.K_F5)
        assert app.fills_screen
        press(app, pygame.K_ESCAPE)
        assert app.screen is not None
        assert app.fills_screen is kept
        assert read_settings(file) == (app.settings, None) == (replace(USUAL, full_screen=kept), None)


def test_f11_leaves_the_full_screen_of_a_clicker(open_window: OpenWindow) -> None:
    app = open_window(Page())
    press(app, pygame.K_F5)
    press(app, pygame.K_F11)
    assert not app.fills_screen and not app.settings.full_screen
    press(app, pygame.K_ESCAPE)
    assert app.screen is None


def test_full_screen_that_is_chosen_while_presenting_stays_after_it(open_window: OpenWindow) -> None:
    app = open_window(Page())
    press(app, pygame.K_F5)
    app.go(Adjust(replace(app.settings, full_screen=True)))
    assert app.fills_screen
    press(app, pygame.K_ESCAPE)
    assert app.screen is None, "this is the full screen that stays: Esc goes back as ever"


@pytest.mark.parametrize("mod", [pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_LMETA])
def test_a_letter_with_ctrl_alt_or_cmd_is_no_command_of_a_game(open_window: OpenWindow, mod: int) -> None:
    app = open_window(Board(table_of(in_memory(2))))
    board = app.screen
    press(app, pygame.K_l, mod)
    assert app.screen is board
    press(app, pygame.K_l)
    assert app.screen is not board


def test_a_screen_may_ask_before_the_program_ends(open_window: OpenWindow) -> None:
    class Asking(Page):
        question: Screen | None = Page()

        def before_end(self) -> Screen | None:
            return self.question

    page = Asking()
    app = open_window(page)
    app.go(Push(Page()))
    press(app, pygame.K_b)
    app.go(Quit())
    assert app.screen is page.question
    app.step()
    assert app.window.get_surface().get_at((5, 5))[:3] == STANDARD.paper, "a black window asks nothing"
    page.question = None
    app.go(Quit())
    assert app.screen is None


def test_ctrl_plus_and_minus_size_the_text_within_bounds(open_window: OpenWindow) -> None:
    screen = Page()
    app = open_window(screen)
    sizes = []
    for code in [pygame.K_PLUS] * 7 + [pygame.K_MINUS, pygame.K_0]:
        press(app, code, pygame.KMOD_LCTRL)
        sizes.append(screen.look.scale.text_percent)
    assert sizes == [110, 120, 130, 140, 150, 150, 150, 140, 100]


def test_a_click_and_a_touch_press_alike(open_window: OpenWindow) -> None:
    app = open_window(Page())
    pos = app.find("push").rect.center
    first = app.screen
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=pos, button=1, touch=False))
    app.step()
    second = app.screen
    assert second is not first
    x, y = app.find("push").rect.centerx / 1280, app.find("push").rect.centery / 720
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pygame.event.post(pygame.Event(kind, x=x, y=y, dx=0, dy=0, finger_id=0, touch_id=0))
    app.step()
    assert app.screen not in (first, second)


def test_sdls_own_copy_of_a_finger_is_dropped() -> None:
    copy = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1, touch=True)
    assert as_mouse(copy, (100, 100), (100, 100)) is None


def test_the_mouse_is_told_in_pixels_on_dense_screens() -> None:
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(10, 20), button=1, touch=False)
    moved = as_mouse(event, (2560, 1440), (1280, 720))
    assert moved is not None
    assert moved.pos == (20, 40)


def test_a_fault_inside_a_screen_goes_up(open_window: OpenWindow) -> None:
    class Broken(Page):
        def update(self, dt_ms: int) -> Transition:
            if dt_ms:
                raise ZeroDivisionError
            return None

    app = open_window(Broken())
    with pytest.raises(ZeroDivisionError):
        app.step(16)


@pytest.mark.parametrize(
    "name",
    [
        "leaf",
        "coin",
        "people",
        "mountain",
        "wrench",
        "question",
        "speech",
        "lock",
        "check",
        "boat",
        "arrow-right",
        "arrow-left",
        "arrow-up",
        "arrow-down",
    ],
)
@pytest.mark.parametrize("size", [24, 96])
def test_icons_are_drawn_in_the_colour_asked_for(name: str, size: int) -> None:
    drawn = icon(name, size, STANDARD.ink)
    assert drawn.get_size() == (size, size)
    mask = pygame.mask.from_surface(drawn, 250)
    assert mask.count() > size * size // 12
    x, y = next((x, y) for x in range(size) for y in range(size) if mask.get_at((x, y)))
    assert drawn.get_at((x, y))[:3] == STANDARD.ink


NO_DISPLAY = """
from booster.language import translator
from booster.window.app import open_display
open_display(translator("en"))
"""


def open_without(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.run(
        [sys.executable, "-c", NO_DISPLAY],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a display")
def test_without_a_display_one_sentence_names_the_text_edition() -> None:
    ended = open_without()
    assert ended.returncode != 0
    assert "EnvironmentFault: There is no screen" in ended.stderr
    assert "booster play --text" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a display")
def test_without_a_display_the_command_says_that_sentence_alone() -> None:
    gone = ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    ended = subprocess.run(
        [sys.executable, "-m", "booster", "--language", "en"],
        env={name: value for name, value in os.environ.items() if name not in gone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert ended.stderr == (
        "There is no screen to open a window on. To play in the terminal, type: booster play --text\n"
    )


@pytest.mark.parametrize("driver", ["dummy", "offscreen"])
def test_a_driver_that_shows_nothing_is_let_through_when_asked_for(driver: str) -> None:
    assert open_without(SDL_VIDEODRIVER=driver).returncode == 0


def test_a_driver_that_does_not_exist_is_an_environment_fault() -> None:
    ended = open_without(SDL_VIDEODRIVER="none-such")
    assert "EnvironmentFault: There is no screen" in ended.stderr


def test_the_fault_ends_with_the_exit_code_of_the_environment() -> None:
    assert EnvironmentFault("").exit_code == 3


def test_the_display_of_these_tests_is_the_dummy() -> None:
    open_display(translator("en"))
    assert pygame.display.get_driver() == "dummy"
