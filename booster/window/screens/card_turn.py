"""`CardScreen`: a screen with a card that turns from its back to its face when it comes up."""

import math

import pygame

from booster.window.art import fitted
from booster.window.motion import Clock, smooth
from booster.window.screens.card_view import CardView
from booster.window.screens.moving import MovingScreen
from booster.window.screens.table import Table

TURN_MS = 640


class CardScreen(MovingScreen):
    """Its card is `self._face`. With a note, which says what was taken back, the card lies open."""

    _face: CardView

    def __init__(self, table: Table, note: str = "", team: int | None = None) -> None:
        """Turn the card over, unless there is a note."""
        super().__init__(table, note, team)
        self.clock = Clock(0 if note else TURN_MS)

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the card edge on, wider and wider: its back in the first half, then its face."""
        if self.still is None or not self.clock.running:
            return []
        room = self._face.rect
        surface.fill(self.look.theme.paper, room)
        turned = math.cos(math.pi * smooth(self.clock.ms / self.clock.length))
        if turned > 0:
            side = fitted(f"cards/back-{self._face.face.kind}", room.size)
        else:
            side = self.still.subsurface(room)
        wide = max(1, round(side.get_width() * abs(turned)))
        drawn = pygame.transform.scale(side, (wide, side.get_height()))
        surface.blit(drawn, drawn.get_rect(center=room.center))
        return [room]
