"""The keys that work on every screen.

F1 explains it; F11 full screen; Esc back, where the screen agrees; Ctrl with +, - and 0 the size of the text.
A presenter's clicker sends B or a full stop, which blank the window until the next key; F5, which fills the
screen; and Esc, which then ends that and does no more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from booster.settings import TEXT_PERCENTS, Settings
from booster.window.transition import Adjust
from booster.window.widgets.base import is_command

if TYPE_CHECKING:
    from booster.window.app import App
    from booster.window.screen import Screen


class Blank:
    """Whether the window is black: by a key of the clicker, until the next key, click or touch."""

    def __init__(self) -> None:
        """Begin with a window that shows its screen."""
        self.on = False

    def is_changed_by(self, event: pygame.Event, *, typing: bool) -> bool:
        """Go black, or show the screen again, if the event is for that; tell whether it was."""
        if self.on:
            self.on = event.type not in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
            return not self.on
        if event.type != pygame.KEYDOWN or typing or is_command(event):
            return False
        self.on = event.key in (pygame.K_b, pygame.K_PERIOD) or event.unicode == "."
        return self.on


def obeyed(app: App, screen: Screen, event: pygame.Event) -> bool:
    """Do what the keys of every screen do; tell whether it was one."""
    if event.type != pygame.KEYDOWN:
        return False
    match event.key:
        case pygame.K_F1:
            screen.stale = True
            app.go(screen.explain())
        case pygame.K_F5:
            app.present(True)
        case pygame.K_F11 if app.presents and not app.settings.full_screen:
            app.present(False)
        case pygame.K_F11:
            app.go(Adjust(replace(app.settings, full_screen=not app.settings.full_screen)))
        case pygame.K_ESCAPE if app.presents:
            app.present(False)
        case pygame.K_ESCAPE:
            screen.stale = True
            app.go(screen.back())
        case pygame.K_PLUS | pygame.K_EQUALS | pygame.K_KP_PLUS if is_command(event):
            app.go(Adjust(_with_text(app.settings, +1)))
        case pygame.K_MINUS | pygame.K_KP_MINUS if is_command(event):
            app.go(Adjust(_with_text(app.settings, -1)))
        case pygame.K_0 | pygame.K_KP_0 if is_command(event):
            app.go(Adjust(_with_text(app.settings, -len(TEXT_PERCENTS))))
        case _:
            return False
    return True


def _with_text(settings: Settings, steps: int) -> Settings:
    """Return the settings with larger or smaller text."""
    place = TEXT_PERCENTS.index(settings.text_percent) + steps
    return replace(settings, text_percent=TEXT_PERCENTS[max(0, min(place, len(TEXT_PERCENTS) - 1))])
