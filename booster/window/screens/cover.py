"""The cover of the game, for the title: the trail along the coast, from the garden to the harbour."""

from functools import lru_cache

import pygame

from booster.window.art import draw_boat, draw_token, part_of, picture
from booster.window.text import Fonts, Look
from booster.window.theme import TEAM_COLOURS, Colour, Scale

Spot = tuple[int, int]

# assets/art/cover.svg and what stands on it, in its own units
COVER = (1720, 1080)
NARROW, NARROW_LEFT = 706, 425  # so much shows all five places, from here
MORE_AT_LEFT = 0.14  # of the width beyond that; the sea takes the rest
PLACE_HIGH, PLACE_FOOT = 0.8, 0.92  # of a place's width, of its height

PLACES = (  # where it stands, how wide it is: the furthest first
    ("launch", (1030, 436), 176),
    ("model", (590, 560), 150),
    ("products", (722, 734), 178),
    ("positioning", (1088, 790), 262),
    ("ideation", (634, 1052), 344),
)
TOKENS = ((3, (745, 479), 50), (2, (690, 594), 72), (1, (812, 800), 100), (0, (945, 985), 134))  # team
BOATS = ((7, (1112, 548), 112), (5, (1246, 908), 156))
SEA: Colour = (0x8F, 0xCB, 0xD2)  # in the place of the picture until it is drawn


@lru_cache(maxsize=1)
def cover(fonts: Fonts, size: tuple[int, int]) -> pygame.Surface:
    """Return the picture, as large as it takes to fill `size`, the rest cut off. Kept: treat as read-only."""
    left, top, scale = _seen(size)
    look = Look(Scale(*size), fonts)
    drawn = part_of("cover", (left, top, size[0] / scale, size[1] / scale), size, SEA)

    def at(spot: Spot) -> tuple[float, float]:
        return (spot[0] - left) * scale, (spot[1] - top) * scale

    for name, spot, wide in PLACES:
        place = picture(f"board/place-{name}", (round(wide * scale), round(wide * PLACE_HIGH * scale)))
        x, y = at(spot)
        drawn.blit(place, (round(x - place.get_width() / 2), round(y - place.get_height() * PLACE_FOOT)))
    for team, spot, high in TOKENS:
        draw_token(drawn, look, team, TEAM_COLOURS[team].colour, at(spot), round(high * scale))
    for team, spot, high in BOATS:
        draw_boat(drawn, look, team, TEAM_COLOURS[team].colour, at(spot), round(high * scale))
    return drawn


def _seen(size: tuple[int, int]) -> tuple[float, float, float]:
    """The left and the top of what shows of the cover, and the pixels for one of its units."""
    scale = max(size[0] / COVER[0], size[1] / COVER[1])
    wide, high = size[0] / scale, size[1] / scale
    left = NARROW_LEFT - (wide - NARROW) * MORE_AT_LEFT
    return min(left, COVER[0] - wide), COVER[1] - high, scale
