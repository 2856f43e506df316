"""What a screen is: the base of everything in `booster/window/screens`.

A screen makes its widgets in `__init__` (so that what was typed outlives a resize), gives them their places
in `layout`, and says where to go from a widget's `on_press`:

    class Title(Screen):
        def __init__(self, tr: Translator) -> None:
            super().__init__()
            self.new = Button(tr("New game"), lambda: Push(SetUp(tr)), primary=True)
            self.quit = Button(tr("Quit"), Quit)
            self.form.show(self.new, self.quit)

        def layout(self, look: Look) -> None:
            super().layout(look)
            column(look, pygame.Rect(...), (self.new, self.quit))
"""

import pygame

from booster.window.sound import Cue
from booster.window.text import Look
from booster.window.transition import Transition
from booster.window.widgets.form import Form


class Screen:
    """One page of the window: widgets in a form, and whatever it draws behind them."""

    cue: Cue | None = None  # the sound of its coming

    def __init__(self) -> None:
        """Start with an empty form; fill it with `self.form.show(...)`."""
        self.form = Form()
        self.stale = True
        self.look: Look

    def layout(self, look: Look) -> None:
        """Give every widget its place. Called when it comes on top and when the window changes."""
        self.look = look

    def on_event(self, event: pygame.Event) -> Transition:
        """Answer a key, the mouse or a finger (which arrives as the mouse, in pixels of the window)."""
        transition = self.form.on_event(event)
        self.stale = self.stale or self.form.stale
        return transition

    def back(self) -> Transition:
        """Answer Esc. None stays."""
        return None

    def explain(self) -> Transition:
        """Answer F1. None where there is nothing to explain."""
        return None

    def before_end(self) -> "Screen | None":
        """Get ready for the end of the program; return a screen that must be answered first, if any."""
        return None

    def update(self, dt_ms: int) -> Transition:
        """Let time pass; set `self.stale` when the picture is out of date."""
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen."""
        surface.fill(self.look.theme.paper)
        self.form.draw(surface)
