"""The window: one loop, a stack of screens, and the keys that work everywhere.

    run(args) -> int           what `booster play` calls
    open_display(tr)           starts pygame's display, or raises EnvironmentFault
    App(title, screen, size)   owns the window; `run()` loops, `step(dt_ms)` does one turn (what tests drive)

Keys that work on every screen: F11 full screen; Esc back, where the screen agrees; Ctrl with +, - and 0 the
size of the text.
"""

import argparse
import os
import sys

import pygame

from booster.errors import EnvironmentFault
from booster.language import Translator, translator
from booster.paths import assets_folder
from booster.window.icons import icon
from booster.window.pointer import as_mouse
from booster.window.screen import Screen
from booster.window.text import Fonts, Look
from booster.window.theme import ACCENT, Scale
from booster.window.transition import Pop, Push, Quit, Replace, Transition
from booster.window.widgets import Widget
from booster.window.widgets.base import is_command

SMALLEST_SIZE = (1024, 600)
LIVELY_MS = 16
IDLE_MS = 50  # measured: a third of the processor time of 16
LIVELY_FOR_MS = 2000  # how long after the last event the window stays quick
TEXT_PERCENTS = (100, 110, 120, 130, 140, 150)
REDRAW = (
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWDISPLAYCHANGED,
)


def open_display(tr: Translator) -> None:
    """Start pygame's display and fonts. Raises EnvironmentFault where there is no screen.

    SDL falls back to drivers that show nothing; they are let through only where
    SDL_VIDEODRIVER asks for them.
    """
    asked = os.environ.get("SDL_VIDEODRIVER", "").split(",")
    if sys.platform == "win32":
        os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    try:
        pygame.display.init()
        driver = pygame.display.get_driver()
    except pygame.error:
        driver = ""
    if not driver or (driver in ("dummy", "offscreen") and driver not in asked):
        pygame.display.quit()
        raise EnvironmentFault(
            tr("There is no screen to open a window on. To play in the terminal, type: booster play --text")
        )
    if driver == "x11":
        os.environ.setdefault(
            "SDL_FRAMEBUFFER_ACCELERATION", "0"
        )  # we draw with the processor: a plain copy is best
    pygame.font.init()


def start_size() -> tuple[int, int]:
    """Return the size of the window at the start, in points: most of the desktop."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return max(SMALLEST_SIZE[0], width * 4 // 5), max(SMALLEST_SIZE[1], height * 4 // 5)


class App:
    """The window and the screens in it, the one on top last. `screen` is None once the program is to end."""

    def __init__(self, title: str, first: Screen, size: tuple[int, int]) -> None:
        """Open a window, `size` in points, on a screen. Call `open_display` first."""
        self.window = pygame.Window(title, size, resizable=True, allow_high_dpi=True)
        self.window.minimum_size = SMALLEST_SIZE
        self.fonts = Fonts(assets_folder() / "fonts")
        self.text_percent = TEXT_PERCENTS[0]
        self.full_screen = False
        self._stack = [first]
        self._dirty = True
        self._quiet_ms = 0
        self._lay_out()
        self.window.set_icon(icon("boat", 64, ACCENT))

    @property
    def screen(self) -> Screen | None:
        """The screen on top."""
        return self._stack[-1] if self._stack else None

    def find(self, name: str) -> Widget:
        """Return the widget of this name on the screen on top. Raises KeyError when there is none."""
        return self._stack[-1].form.find(name)

    def run(self) -> None:
        """Loop until the last screen is left."""
        clock = pygame.time.Clock()
        dt_ms = 0
        while self.screen is not None:
            self.step(dt_ms)
            dt_ms = clock.tick(1000 // (LIVELY_MS if self._quiet_ms < LIVELY_FOR_MS else IDLE_MS))

    def step(self, dt_ms: int = 0) -> bool:
        """Answer the events that wait, let `dt_ms` pass, draw if something changed; tell whether it drew."""
        self._quiet_ms += dt_ms
        for event in pygame.event.get():
            self._quiet_ms = 0
            self._on_event(event)
        if self.screen is not None:
            self._go(self.screen.update(dt_ms))
        return self._draw()

    def _draw(self) -> bool:
        screen = self.screen
        if screen is None or not (self._dirty or screen.stale):
            return False
        if screen.stale:
            self._quiet_ms = 0
        screen.draw(self.window.get_surface())
        self.window.flip()
        self._dirty = screen.stale = False
        return True

    def _on_event(self, event: pygame.Event) -> None:
        screen = self.screen
        if screen is None:
            return
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self._go(Quit())
        elif event.type in REDRAW:
            self._lay_out()
        elif not self._on_common_key(event):
            moved = as_mouse(event, self.window.get_surface().get_size(), self.window.size)
            if moved is not None:
                self._go(screen.on_event(moved))

    def _on_common_key(self, event: pygame.Event) -> bool:
        """Do what the keys of every screen do; tell whether it was one."""
        if event.type != pygame.KEYDOWN or self.screen is None:
            return False
        match event.key:
            case pygame.K_F11:
                self._toggle_full_screen()
            case pygame.K_ESCAPE:
                self._dirty = True
                self._go(self.screen.back())
            case pygame.K_PLUS | pygame.K_EQUALS | pygame.K_KP_PLUS if is_command(event):
                self._resize_text(+1)
            case pygame.K_MINUS | pygame.K_KP_MINUS if is_command(event):
                self._resize_text(-1)
            case pygame.K_0 | pygame.K_KP_0 if is_command(event):
                self._resize_text(-len(TEXT_PERCENTS))
            case _:
                return False
        return True

    def _toggle_full_screen(self) -> None:
        self.full_screen = not self.full_screen
        if self.full_screen:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
        self._lay_out()

    def _resize_text(self, steps: int) -> None:
        place = TEXT_PERCENTS.index(self.text_percent) + steps
        self.text_percent = TEXT_PERCENTS[max(0, min(place, len(TEXT_PERCENTS) - 1))]
        self._lay_out()

    def _go(self, transition: Transition) -> None:
        """Go where a screen says."""
        match transition:
            case None:
                return
            case Push(screen):
                self._stack.append(screen)
            case Replace(screen):
                self._stack[-1] = screen
            case Pop():
                self._stack.pop()
            case Quit():
                self._stack.clear()
        self._lay_out()

    def _lay_out(self) -> None:
        """Let the screen on top fill the window as it is now."""
        if self.screen is None:
            return
        width, height = self.window.get_surface().get_size()
        self.screen.layout(Look(Scale(width, height, self.text_percent), self.fonts))
        self.screen.form.wake()
        self._dirty = True


def run(args: argparse.Namespace) -> int:
    """Open the window on the title screen and play; return the exit code.

    Raises EnvironmentFault without a display.
    """
    tr = translator(args.language)
    open_display(tr)
    from booster.window.screens.title import Title

    try:
        App(tr("Social Impact Booster"), Title(args), start_size()).run()
    finally:
        pygame.quit()
    return 0
