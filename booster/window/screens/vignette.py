"""A picture of the land with the place of a stage: where a team is, for the hand-over."""

from functools import lru_cache

import pygame

from booster.decks.model import STAGES, Stage
from booster.window.art import part_of, picture
from booster.window.paint import rounded
from booster.window.screens.scenery import BACKDROP, DEEP_SEA
from booster.window.theme import Colour

TOP, BOTTOM = 250, 930  # of the backdrop
PLACE_WIDE, PLACE_FOOT = 84, 62  # percent of the width, of the height
OUTER = 0.18  # the backdrop's outer parts, of its width, are left out
STILL: Stage = "ideation"  # what a team sees before its first move


@lru_cache(maxsize=2)
def vignette(stage: Stage | None, size: tuple[int, int], frame: Colour, ground: Colour) -> pygame.Surface:
    """Return the place of a stage in its land, in a frame with round corners on `ground`; kept, read-only."""
    stage = stage or STILL
    wide, high = size
    edge, radius = max(4, wide // 50), max(8, wide // 20)
    share = STAGES.index(stage) / (len(STAGES) - 1)
    seen_wide = min((BOTTOM - TOP) * wide / high, BACKDROP[0] * (1 - 2 * OUTER))
    left = BACKDROP[0] * OUTER + share * (BACKDROP[0] * (1 - 2 * OUTER) - seen_wide)
    seen = (left, BOTTOM - seen_wide * high / wide, seen_wide, seen_wide * high / wide)
    inside = pygame.Surface(size).convert()
    inside.fill(DEEP_SEA)
    inside.blit(part_of("board/backdrop", seen, size), (0, 0))
    place_wide = min(wide * PLACE_WIDE // 100, high * 6 // 10)
    place = picture(f"board/place-{stage}", (place_wide, place_wide * 4 // 5))
    inside.blit(place, place.get_rect(midbottom=(wide // 2, high * PLACE_FOOT // 100)))
    framed = pygame.Surface(size).convert()
    framed.fill(ground)
    rounded(framed, framed.get_rect(), frame, radius + edge)
    mask = pygame.Surface((wide - 2 * edge, high - 2 * edge), pygame.SRCALPHA)
    rounded(mask, mask.get_rect(), (255, 255, 255), radius)
    mask.blit(inside, (-edge, -edge), special_flags=pygame.BLEND_RGBA_MULT)
    framed.blit(mask, (edge, edge))
    return framed
