"""The scenery of the board: the land and the sea, the trail with its spaces, the places of the stages.

Shore(look, bottom)                       how the backdrop lies above what stands at the bottom of the window
scenery(look, setting) -> Surface         all that does not change in a game, as large as the window; kept
draw_space(...)                           one space
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from booster.decks.model import STAGES, SpaceKind
from booster.window.art import part_of, picture
from booster.window.icons import icon
from booster.window.paint import disc, rounded
from booster.window.screens.trail import Box, Curve, Spot, Trail, lay_trail
from booster.window.text import Look
from booster.window.theme import Colour

SAND_PATH: Colour = (0xE8, 0xD6, 0xB4)
PATH_EDGE: Colour = (0xC9, 0xBB, 0x93)
PATH_DASH: Colour = (0xC9, 0xB0, 0x80)
HARBOUR: Colour = (0xBF, 0xDD, 0xE6)
HARBOUR_EDGE: Colour = (0x3F, 0x8F, 0xA6)
DEEP_SEA: Colour = (0x4F, 0x9A, 0xAF)

# the backdrop in its own units
BACKDROP = (2560, 1080)
HORIZON, MEADOW_END, WATERLINE, LAND_END = 340, 835, 906, 930
LARGEST_SPACE = 100  # design pixels


@dataclass(frozen=True, slots=True)
class Shore:
    """How the backdrop lies: what it has at `LAND_END` comes to `bottom`, and it fills the window's width."""

    width: int
    bottom: int

    @property
    def scale(self) -> float:
        """Pixels for a unit of the backdrop."""
        return max(self.bottom / LAND_END, self.width / BACKDROP[0])

    def y(self, backdrop_y: float) -> int:
        """Where a height of the backdrop is in the window."""
        return round(self.bottom - (LAND_END - backdrop_y) * self.scale)

    def seen(self, height: int) -> tuple[float, float, float, float]:
        """The part of the backdrop that shows in a window of this height."""
        wide = self.width / self.scale
        top = LAND_END - self.bottom / self.scale
        return (BACKDROP[0] - wide) / 2, top, wide, height / self.scale


@dataclass(frozen=True, slots=True)
class Setting:
    """What a board shows in a game: the kinds of its spaces, and where its land lies in the window."""

    kinds: tuple[SpaceKind, ...]
    left: int
    top: int
    width: int
    bottom: int
    pills: tuple[tuple[int, int], ...]

    def shore(self, look: Look) -> Shore:
        """How the backdrop lies."""
        return Shore(look.width, self.bottom)

    def trail(self, look: Look) -> Trail:
        """Where the trail lies: from the sky to the meadow above the beach."""
        shore = self.shore(look)
        box = (self.left, self.top, self.width, shore.y(MEADOW_END) - self.top)
        end, largest = end_width(look, self.width), look.px(LARGEST_SPACE)
        return lay_trail(len(self.kinds) // len(STAGES), box, largest, end, self.pills, shore.y(HORIZON))


def end_width(look: Look, width: int) -> int:
    """The room for the start at the left, and for the harbour at the right."""
    return min(look.px(150), width // 11)


@lru_cache(maxsize=1)
def scenery(look: Look, setting: Setting) -> pygame.Surface:
    """Return the board without teams, as large as the window. Treat it as read-only: it is kept."""
    trail, shore = setting.trail(look), setting.shore(look)
    ground = pygame.Surface((look.width, look.height)).convert()
    if look.settings.high_contrast:
        ground.fill(look.theme.paper)
    else:
        ground.fill(DEEP_SEA)
        ground.blit(part_of("board/backdrop", shore.seen(look.height), ground.get_size()), (0, 0))
    _draw_path(ground, look, trail)
    for stage, place in zip(STAGES, trail.places, strict=True):
        if place.picture:
            drawn = pygame.Rect(place.picture)
            ground.blit(picture(f"board/place-{stage}", drawn.size), drawn)
    _draw_start(ground, look, trail)
    _draw_harbour(ground, look, trail)
    for kind, spot in zip(setting.kinds, trail.spots, strict=True):
        draw_space(ground, look, kind, spot, trail.size)
    return ground


def _draw_path(surface: pygame.Surface, look: Look, trail: Trail) -> None:
    wide = max(look.px(16), trail.size * 58 // 100)
    edge = look.theme.ink if look.settings.high_contrast else PATH_EDGE
    layers = ((wide + look.px(16), edge), (wide + look.px(12), look.theme.white), (wide, SAND_PATH))
    for width, colour in layers:
        stamp = pygame.Surface((width, width), pygame.SRCALPHA)
        rounded(stamp, stamp.get_rect(), colour, width // 2)
        for x, y in _every(trail.curve, max(1, width // 14)):
            surface.blit(stamp, (round(x) - width // 2, round(y) - width // 2))
    for centre in _every(trail.curve, look.px(26)):
        disc(surface, look, (round(centre[0]), round(centre[1])), look.px(5), PATH_DASH)


def _every(curve: Curve, step: int) -> list[tuple[float, float]]:
    """Points on the curve, a step from each other."""
    points = [curve[0]]
    due = float(step)
    for before, after in pairwise(curve):
        far = math.dist(before, after)
        while due <= far:
            share = due / far
            points.append(
                (before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share)
            )
            due += step
        due -= far
    return points


def draw_space(
    surface: pygame.Surface, look: Look, kind: SpaceKind, spot: Spot, size: int, lit: bool = False
) -> None:
    """Draw a space with the sign of its kind; a lit one with the accent around it."""
    tint = look.theme.kinds[kind]
    if lit:
        disc(surface, look, spot, size + look.px(24), look.theme.ink)
        disc(surface, look, spot, size + look.px(20), look.theme.accent)
    disc(surface, look, spot, size, tint.fill)
    disc(surface, look, spot, size - 2 * max(2, size // 12), look.theme.white)
    sign = icon(tint.icon, size * 56 // 100, tint.deep)
    surface.blit(sign, sign.get_rect(center=spot))


def _draw_start(surface: pygame.Surface, look: Look, trail: Trail) -> None:
    size = max(trail.size * 8 // 10, look.px(56))
    disc(surface, look, trail.start, size, look.theme.white, rim=look.theme.ink)
    sign = icon("arrow-right", size // 2, look.theme.ink)
    surface.blit(sign, sign.get_rect(center=trail.start))


def _draw_harbour(surface: pygame.Surface, look: Look, trail: Trail) -> None:
    size = max(look.px(112), trail.size)
    edge = look.theme.ink if look.settings.high_contrast else HARBOUR_EDGE
    disc(surface, look, trail.harbour, size, HARBOUR, rim=edge)
    sign = icon("boat", size * 6 // 10, look.theme.ink)
    surface.blit(sign, sign.get_rect(center=trail.harbour))


def boxed(rect: pygame.Rect) -> Box:
    """Return a rectangle as numbers, which can be compared and kept."""
    return rect.left, rect.top, rect.width, rect.height
