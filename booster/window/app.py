"""The window: one loop, a stack of screens, and the keys that work everywhere.

    run(args) -> int           what `booster play` calls
    preview(args) -> int       what `booster preview` calls
    open_display(tr)           starts pygame's display, or raises EnvironmentFault
    App(title, screen, size)   owns the window; `run()` loops, `step(dt_ms)` does one turn (what tests drive)

`keys` says which keys work on every screen.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from booster.errors import EnvironmentFault
from booster.language import Translator, translator
from booster.paths import assets_folder, settings_file
from booster.settings import USUAL, Settings, read_settings
from booster.window.art import picture
from booster.window.kept import KeptSettings
from booster.window.keys import Blank, obeyed
from booster.window.pointer import as_mouse
from booster.window.screen import Screen
from booster.window.sound import Sounds
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.transition import Adjust, Pop, Push, Quit, Replace, Transition
from booster.window.widgets import Widget

SMALLEST_SIZE = (1024, 600)
LIVELY_MS = 16
IDLE_MS = 50  # measured: a third of the processor time of 16
LIVELY_FOR_MS = 2000  # how long after the last event the window stays quick
BLANK = (0, 0, 0)
ICON = 64  # pixels
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
    driver = _display_driver()
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


def _display_driver() -> str:
    """Start pygame's display; return the name of SDL's driver, "" where there is none."""
    named = ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        # SDL would try all it has, and the libraries behind it complain in words of their own.
        return ""
    try:
        pygame.display.init()
        return pygame.display.get_driver()
    except pygame.error:
        return ""


def start_size() -> tuple[int, int]:
    """Return the size of the window at the start, in points: most of the desktop."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return max(SMALLEST_SIZE[0], width * 4 // 5), max(SMALLEST_SIZE[1], height * 4 // 5)


class App:
    """The window and the screens in it, the one on top last. `screen` is None once the program is to end."""

    def __init__(
        self,
        title: str,
        first: Screen,
        size: tuple[int, int],
        settings: Settings = USUAL,
        kept_in: Path | None = None,
    ) -> None:
        """Open a window, `size` in points, on a screen. Call `open_display` first.

        Settings that are changed are written to the file `kept_in`, if there is one.
        """
        self.window = pygame.Window(title, size, resizable=True, allow_high_dpi=True)
        self.window.minimum_size = SMALLEST_SIZE
        self.fonts = Fonts(assets_folder() / "fonts")
        self.kept = KeptSettings(settings, kept_in)
        self._sounds = Sounds(assets_folder() / "sounds")
        self._blank = Blank()
        self.presents = False  # full screen by F5, whatever the settings say
        self.fills_screen = False
        self._stack = [first]
        self._dirty = True
        self._quiet_ms = 0
        self._laid_out_for = (0, 0)
        self._has_left = False
        self._fill_screen()
        self._lay_out()
        self.window.set_icon(picture("app-icon", (ICON, ICON)))

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self.kept.now

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
            if not self.step(dt_ms):
                self.clear_away()
            dt_ms = clock.tick(1000 // (LIVELY_MS if self._quiet_ms < LIVELY_FOR_MS else IDLE_MS))

    def step(self, dt_ms: int = 0) -> bool:
        """Answer the events that wait, let `dt_ms` pass, draw if something changed; tell whether it drew."""
        self._quiet_ms += dt_ms
        for event in pygame.event.get():
            self._quiet_ms = 0
            self._on_event(event)
        if self.screen is not None:
            self.go(self.screen.update(dt_ms))
        return self._draw()

    def clear_away(self) -> None:
        """Free the screens that were left and the pictures they hold: Python alone would let many gather."""
        gc.enable()  # it is off while the program starts
        if self._has_left:
            self._has_left = False
            gc.collect()

    def _draw(self) -> bool:
        screen = self.screen
        if screen is None or not (self._dirty or screen.stale):
            return False
        if screen.stale:
            self._quiet_ms = 0
        if self._blank.on:
            self.window.get_surface().fill(BLANK)
        else:
            screen.draw(self.window.get_surface())
        self.window.flip()
        self._dirty = screen.stale = False
        return True

    def _on_event(self, event: pygame.Event) -> None:
        screen = self.screen
        if screen is None:
            return
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.go(Quit())
        elif event.type in REDRAW:
            self._dirty = True
            # several of these come at once, and at every start: they cost a layout only where the size is new
            if self._laid_out_for != self.window.get_surface().get_size():
                self._lay_out()
        elif self._blank.is_changed_by(event, typing=self._is_typing()):
            self._lay_out()  # a screen that draws only what moves begins its picture anew
        elif not self._blank.on and not obeyed(self, screen, event):
            moved = as_mouse(event, self.window.get_surface().get_size(), self.window.size)
            if moved is not None:
                self.go(screen.on_event(moved))

    def _is_typing(self) -> bool:
        focused = self.screen.form.focused if self.screen is not None else None
        return focused is not None and focused.takes_text

    def present(self, on: bool) -> None:
        """Fill the screen for a presenter, or no longer; the settings stay as they are."""
        self.presents = on
        self._fill_screen()
        self._lay_out()

    def _fill_screen(self) -> None:
        """Let the window fill the screen where the settings or a presenter ask for it."""
        before, self.fills_screen = self.fills_screen, self.settings.full_screen or self.presents
        if self.fills_screen and not before:
            self.window.set_fullscreen(desktop=True)
        elif before and not self.fills_screen:
            self.window.set_windowed()

    def _adjust(self, settings: Settings) -> None:
        """Let settings take effect at once, and keep them."""
        before = self.settings
        fault = self.kept.keep(settings) if settings != before else None
        if settings.full_screen != before.full_screen:
            self.presents = False
        self._fill_screen()
        if settings.sound and not before.sound:
            self._sounds.play("turn")
        elif before.sound and not settings.sound:
            self._sounds.stop()
        if fault is not None:
            self._stack.append(fault)
        self._lay_out()

    def go(self, transition: Transition) -> None:
        """Go where a screen says."""
        match transition:
            case None:
                return
            case Push(screen):
                self._stack.append(screen)
                self._sound(screen)
            case Replace(screen):
                self._stack[-1] = screen
                self._sound(screen)
            case Adjust(settings):
                self._adjust(settings)
            case Pop():
                self._stack.pop()
            case Quit():
                self._end()
        self._has_left = True
        self._lay_out()

    def _end(self) -> None:
        """Leave all screens, unless one has a question first."""
        for screen in reversed(self._stack):
            question = screen.before_end()
            if question is not None:
                self._blank.on = False
                if question is not self.screen:
                    self._stack.append(question)
                return
        self._stack.clear()

    def _sound(self, screen: Screen) -> None:
        if self.settings.sound and screen.cue is not None:
            self._sounds.play(screen.cue)

    def _lay_out(self) -> None:
        """Let the screen on top fill the window as it is now."""
        if self.screen is None:
            return
        width, height = self._laid_out_for = self.window.get_surface().get_size()
        self.screen.layout(Look(Scale(width, height, self.settings.text_percent), self.fonts, self.settings))
        self.screen.form.wake()
        self._dirty = True


def run(args: argparse.Namespace) -> int:
    """Open the window on the title screen and play; return the exit code.

    Raises EnvironmentFault without a display.
    """
    from booster.window.screens.title import Title

    return _open(args, lambda settings: Title(args, settings))


def preview(args: argparse.Namespace) -> int:
    """Open the window on the cards of the deck in `args.folder`; return the exit code.

    Raises EnvironmentFault without a display, BoosterError for a folder that cannot be read.
    """
    from booster.window.screens.decks.preview import Preview

    return _open(args, lambda settings: Preview(args.folder, translator(args.language)))


def _open(args: argparse.Namespace, first: Callable[[Settings], Screen]) -> int:
    tr = translator(args.language)
    open_display(tr)
    file = settings_file()
    settings, fault = read_settings(file)
    settings = replace(settings, language=args.language)
    try:
        app = App(tr("Social Impact Booster"), first(settings), start_size(), settings, file)
        if fault:
            app.go(Push(app.kept.mend(fault)))
        app.run()
    finally:
        pygame.quit()
    return 0
