"""The scenery of the board: the land and the sea, the trail with its spaces, the places of the stages.

Shore(look, bottom)                       how the backdrop lies above what stands at the bottom of the window
scenery(look, setting) -> Surface         all that does not change in a game, as large as the window; kept
prepare_scenery(look, setting)            begins to draw it beside what is on the screen
"""

import math
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from threading import Thread

import pygame

from booster.decks.model import STAGES, SpaceKind
from booster.window.art import part_of, picture
from booster.window.screens.board.path import Piece, draw_harbour, draw_path, draw_space, draw_start
from booster.window.screens.board.stages import STAGE_TINTS
from booster.window.screens.board.trail import Trail, lay_trail
from booster.window.text import Look
from booster.window.theme import Colour

DEEP_SEA: Colour = (0x3B, 0x9E, 0xB6)

# the backdrop in its own units
BACKDROP = (2560, 1080)
HORIZON, MEADOW_END, LAND_END = 340, 835, 930
ROCKS = (390, 2180)  # the sea is open between them
LARGEST_SPACE = 100  # design pixels
LEAST_TOKEN = 72  # design pixels: the height of a token where the spaces are small
HAZE = 225  # of 255


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

    def x(self, backdrop_x: float) -> int:
        """Where a place across the backdrop is in the window: its middle is in the middle."""
        return round(self.width / 2 + (backdrop_x - BACKDROP[0] / 2) * self.scale)

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
        spaces, head = len(self.kinds) // len(STAGES), look.px(LEAST_TOKEN)
        return lay_trail(spaces, box, largest, end, self.pills, (shore.y(HORIZON), head))


def end_width(look: Look, width: int) -> int:
    """The room for the start at the left, and for the harbour at the right."""
    return min(look.px(150), width // 11)


def scenery(look: Look, setting: Setting) -> pygame.Surface:
    """Return the board without teams, as large as the window. Treat it as read-only: it is kept.

    Where it was prepared this waits for it, if it must.
    """
    return _drawing(look, setting).drawn()


def prepare_scenery(look: Look, setting: Setting) -> None:
    """Begin to draw the scenery on another core, and return at once."""
    _drawing(look, setting)


@lru_cache(maxsize=1)
def _drawing(look: Look, setting: Setting) -> "_Drawing":
    return _Drawing(look, setting)


class _Drawing(Thread):
    """The scenery of a board while it is drawn, and then. It draws on no surface but its own."""

    def __init__(self, look: Look, setting: Setting) -> None:
        super().__init__()
        self._look, self._setting = look, setting
        self._ground: pygame.Surface | None = None
        self.start()

    def run(self) -> None:
        with suppress(pygame.error):  # the program has ended; any other fault comes again in `drawn`
            self._ground = _draw_scenery(self._look, self._setting)

    def drawn(self) -> pygame.Surface:
        """Return the scenery when it is done."""
        self.join()
        if self._ground is None:
            self._ground = _draw_scenery(self._look, self._setting)
        return self._ground


def _draw_scenery(look: Look, setting: Setting) -> pygame.Surface:
    trail, shore = setting.trail(look), setting.shore(look)
    size = look.width, look.height
    if look.settings.high_contrast:
        ground = pygame.Surface(size).convert()
        ground.fill(look.theme.paper)
    else:
        ground = part_of("board/backdrop", shore.seen(look.height), size, DEEP_SEA)
        _draw_haze(ground, look, setting.top, shore.y(HORIZON))
    draw_path(ground, look, _pieces(trail), max(look.px(16), trail.size * 58 // 100))
    for stage, place in zip(STAGES, trail.places, strict=True):
        if place.picture:
            drawn = pygame.Rect(place.picture)
            ground.blit(picture(f"board/place-{stage}", drawn.size), drawn)
    draw_start(ground, look, trail.start, max(trail.size * 8 // 10, look.px(56)))
    draw_harbour(ground, look, trail.harbour, max(look.px(112), trail.size))
    for kind, spot in zip(setting.kinds, trail.spots, strict=True):
        draw_space(ground, look, kind, spot, trail.size)
    return ground


def _pieces(trail: Trail) -> tuple[Piece, ...]:
    """The path cut at the borders of the stages, each piece in the tint of its stage."""
    borders = (-math.inf, *(column[0] for column in trail.columns[1:]), math.inf)
    return tuple(
        (tuple(point for point in trail.curve if left <= point[0] < right), STAGE_TINTS[stage].sand)
        for stage, (left, right) in zip(STAGES, pairwise(borders), strict=True)
    )


def _draw_haze(ground: pygame.Surface, look: Look, top: int, horizon: int) -> None:
    """Let the sky fade into paper where the commands are: they would be lost between sun and clouds."""
    end = max(top + look.px(8), (top + horizon) // 2)
    haze = pygame.Surface((1, end), pygame.SRCALPHA)
    for y in range(end):
        thin = min(1.0, (end - y) / max(1, end - top + look.px(30)))
        haze.set_at((0, y), (*look.theme.paper, round(HAZE * thin)))
    ground.blit(pygame.transform.scale(haze, (ground.get_width(), end)), (0, 0))
