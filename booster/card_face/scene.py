"""The pictures of a card: the land with the place of its stage, and the band with the pattern of its kind.

Each is made once for a size and kept. Treat them as read-only.
"""

from functools import lru_cache

import pygame

from booster.decks.model import STAGES, Stage
from booster.window.art import part_of, picture
from booster.window.paint import rounded
from booster.window.theme import Colour

# the backdrop of the board in its own units
BACKDROP_WIDE, OUTER = 2560, 460
SEEN_WIDE, SEEN_HIGH = 1250, 440
HORIZON, UNDER_HORIZON = 300, 0.62  # of what is seen
PLACE = (400, 320)
BAND_WIDE = 5  # times its height
SMOOTHING = 3
SKY: Colour = (0xFD, 0xF8, 0xEE)


@lru_cache(maxsize=2)
def landscape(stage: Stage, size: tuple[int, int], at: float = 0.72, share: float = 0.94) -> pygame.Surface:
    """Return the place of a stage in its land: at this part of the width, this part of the height high."""
    wide, high = size
    seen_wide = min(SEEN_WIDE, SEEN_HIGH * wide / high)
    seen_high = seen_wide * high / wide
    along = STAGES.index(stage) / (len(STAGES) - 1)
    left = OUTER + along * (BACKDROP_WIDE - 2 * OUTER - seen_wide)
    top = HORIZON - seen_high * (1 - UNDER_HORIZON)
    land = part_of("board/backdrop", (left, top, seen_wide, seen_high), size, SKY)
    place_high = round(high * share)
    place = picture(f"board/place-{stage}", (place_high * PLACE[0] // PLACE[1], place_high))
    land.blit(place, place.get_rect(midbottom=(round(wide * at), round(high * 0.99))))
    return land


@lru_cache(maxsize=8)
def badge(stage: Stage, side: int, rim: Colour, edge: Colour) -> pygame.Surface:
    """Return the place of a stage in a round picture with a rim, and a thin edge around it."""
    large = side * SMOOTHING
    middle, radius = (large / 2, large / 2), large / 2
    seen = pygame.Surface((large, large), pygame.SRCALPHA)
    pygame.draw.circle(seen, (255, 255, 255), middle, radius * 0.91)
    land = landscape(stage, (large, large), 0.5, 0.72).convert_alpha()
    seen.blit(land, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    drawn = pygame.Surface((large, large), pygame.SRCALPHA)
    drawn.fill((*edge, 0))
    pygame.draw.circle(drawn, edge, middle, radius)
    pygame.draw.circle(drawn, rim, middle, radius * 0.965)
    drawn.blit(seen, (0, 0))
    return pygame.transform.smoothscale(drawn, (side, side))


@lru_cache(maxsize=12)
def band(kind: str, size: tuple[int, int], colour: Colour, radius: int, plain: bool) -> pygame.Surface:
    """Return a band, round at the top, with the pattern of its kind in it unless it is to be plain."""
    wide, high = size
    drawn = pygame.Surface(size, pygame.SRCALPHA)
    drawn.fill(colour)
    if not plain:
        pattern = picture(f"cards/band-{kind}", (high * BAND_WIDE, high))
        drawn.blit(pattern, pattern.get_rect(topright=(wide, 0)))
    shape = pygame.Surface(size, pygame.SRCALPHA)
    shape.fill((255, 255, 255, 0))
    rounded(shape, pygame.Rect(0, 0, wide, high + radius), (255, 255, 255), radius)
    drawn.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return drawn
