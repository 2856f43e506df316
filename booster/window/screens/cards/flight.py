"""Points that fly from where they are explained to the counters of the bar, which then count them."""

from dataclasses import dataclass

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.state import Score
from booster.names import signed
from booster.window.motion import Beat, between, hop, smooth
from booster.window.screens.game.drawing import draw_points
from booster.window.text import Look
from booster.window.theme import Size

FLY_MS, APART_MS, ALL_MS = 560, 170, 1150
LANDED = 0.72  # of a beat: then the counter counts


@dataclass(frozen=True, slots=True)
class Flight:
    """Points of one pillar on their way."""

    pillar: Pillar
    points: int
    beat: Beat

    def counted(self, ms: float) -> int:
        """How many of the points the counter has counted."""
        share = (self.beat.share(ms) - LANDED) / (1 - LANDED)
        return round(self.points * max(0.0, share))

    def is_counting(self, ms: float) -> bool:
        """Whether they have landed and are being counted."""
        return LANDED <= self.beat.share(ms) < 1

    def in_the_air(self, ms: float) -> float | None:
        """The share of the way that is done; None once they have landed."""
        share = self.beat.share(ms) / LANDED
        return share if share < 1 else None


def score_at(after: Score, flights: tuple[Flight, ...], ms: float) -> Score:
    """Return the score as it is counted so far, on the way to the score `after`."""
    missing = dict.fromkeys(PILLARS, 0)
    for flight in flights:
        missing[flight.pillar] += flight.points - flight.counted(ms)
    return Score(*(after.on(pillar) - missing[pillar] for pillar in PILLARS))


def draw_flight(
    surface: pygame.Surface, look: Look, flight: Flight, begin: pygame.Rect, end: pygame.Rect, share: float
) -> pygame.Rect:
    """Draw the chip of a flight on its way between two places; return where."""
    x, y = between(begin.center, end.center, smooth(share))
    chip = begin.move(round(x) - begin.centerx, round(y - hop(share) * look.px(60)) - begin.centery)
    draw_points(surface, look, flight.pillar, signed(flight.points), chip, Size.HEADING)
    return chip
