"""`MovingScreen`: a screen of a game on which something moves when it comes up. What happened is done before.

A screen of this kind sets `self.clock` in its `__init__`, leaves what moves out of `paint`, and draws it in
`draw_moving`, at its end place when the clock has run. Any key or click ends the motion, and no more.
One that keeps back what the motion leads to sets `self.reveal_ms`, and draws less in `reveal(done=False)`.
"""

from typing import Self

import pygame

from booster.window.motion import Clock
from booster.window.screens.game.play_screen import PlayScreen
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.transition import Transition

SKIPS = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)


class MovingScreen(PlayScreen):
    """The picture without what moves is drawn once; each frame mends it where something was, and draws on."""

    def __init__(self, table: Table, note: str = "", team: int | None = None) -> None:
        """Show a screen on which nothing moves yet."""
        super().__init__(table, note, team)
        self.clock = Clock()
        self.reveal_ms: int | None = None  # when the picture comes to show what the motion leads to
        self.still: pygame.Surface | None = None
        self._after: pygame.Surface | None = None  # drawn ahead: the frame that shows it takes no longer
        self._moved: list[pygame.Rect] = []

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw what moves as it is at `self.clock.ms`; return the places that were drawn over."""
        return []

    def reveal(self, *, done: bool) -> None:
        """Say whether the picture that is drawn next shows what the motion leads to."""

    def at_rest(self) -> Self:
        """Return the screen as it is after its motion and its sound: for one that was left and comes back."""
        self.clock.skip()
        self.cue = None
        return self

    def layout(self, look: Look) -> None:
        """Begin the picture anew; with reduced motion all is at its end place."""
        if look.settings.reduced_motion:
            self.clock.skip()
        self.still = self._after = None
        super().layout(look)

    def _skips(self) -> bool:
        """End the motion; tell whether there was one."""
        if not self.clock.running:
            return False
        self.clock.skip()
        self.stale = True
        return True

    def on_event(self, event: pygame.Event) -> Transition:
        """While something moves, a key or a click ends the motion, and other events wait for the next."""
        if not self.clock.running:
            return super().on_event(event)
        if event.type in SKIPS:
            self._skips()
        return None

    def back(self) -> Transition:
        """End the motion, else leave the game."""
        return None if self._skips() else super().back()

    def explain(self) -> Transition:
        """End the motion, else open the help."""
        return None if self._skips() else super().explain()

    def update(self, dt_ms: int) -> Transition:
        """Move on, from the first picture."""
        if self.clock.running and self.still is not None:
            self.clock.advance(dt_ms)
            self.stale = True
        return super().update(dt_ms)

    @property
    def _keeps_back(self) -> bool:
        return self.reveal_ms is not None and self.clock.running and self.clock.ms < self.reveal_ms

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all, or only what moved since the last frame."""
        if self.still is None:
            self._draw_whole(surface)
        elif self._after is not None and not self._keeps_back:
            surface.blit(self._after, (0, 0))
            self.still, self._after = self._after, None
        else:
            for rect in self._moved:
                surface.blit(self.still, rect, rect)
        self._moved = [rect.clip(surface.get_rect()) for rect in self.draw_moving(surface)]
        if not self.clock.running:
            self.still = self._after = None

    def _draw_whole(self, surface: pygame.Surface) -> None:
        """Draw the picture, and what it comes to show later."""
        self.reveal(done=True)
        super().draw(surface)
        if self._keeps_back:
            self._after = surface.copy()
            self.reveal(done=False)
            super().draw(surface)
        if self.clock.running:
            self.still = surface.copy()
