"""A picture of where a team is, for the hand-over: the land with the place of its stage, and its space."""

import math
from functools import lru_cache

import pygame

from booster.decks.model import STAGES, SpaceKind, Stage
from booster.window.art import part_of, picture
from booster.window.paint import rounded
from booster.window.screens.board.path import draw_harbour, draw_path, draw_space, draw_start
from booster.window.screens.board.scenery import BACKDROP, DEEP_SEA
from booster.window.screens.board.stages import STAGE_TINTS
from booster.window.screens.board.trail import Spot
from booster.window.text import Look
from booster.window.theme import Colour

TOP, BOTTOM = 250, 960  # of the backdrop
PLACE_WIDE, PLACE_HIGH = 72, 68  # percent of the width, of the height: a place is no wider
PLACE_AT = (42, 58)  # percent of the width, of the height: where it stands
OUTER = 0.18  # the backdrop's outer parts, of its width, are left out
STILL: Stage = "ideation"  # what a team sees before its first move
OWN, APART, SPACE = 70, 27, 18  # percent of the width: the team's space, the way to the next, a space
PATH, BEND, WIDE = 79, 4, 60  # percent of the height: the path, its bends; of a space: how wide it is


@lru_cache(maxsize=1)
def vignette(
    look: Look,
    stage: Stage | None,
    kinds: tuple[SpaceKind, ...],
    space: int,
    size: tuple[int, int],
    frame: Colour,
) -> pygame.Surface:
    """Return the place of a stage in its land, and the path with a space of it (R4), in a frame.

    0 is the start. The frame has round corners, on paper. Kept: treat as read-only.
    """
    wide, high = size
    edge, radius = _edge(size), max(8, wide // 20)
    land = _land(look, stage or STILL, (wide - 2 * edge, high - 2 * edge))
    _draw_trail(land, look, stage or STILL, kinds, space)
    framed = pygame.Surface(size).convert()
    framed.fill(look.theme.paper)
    rounded(framed, framed.get_rect(), frame, radius + edge)
    framed.blit(land, (edge, edge))
    _round_off(framed, framed.get_rect().inflate(-2 * edge, -2 * edge), frame, radius)
    return framed


def own_space(size: tuple[int, int]) -> Spot:
    """Where the team's space is in a vignette of this size."""
    edge = _edge(size)
    x, y = _spot((size[0] - 2 * edge, size[1] - 2 * edge), 0)
    return x + edge, y + edge


def _edge(size: tuple[int, int]) -> int:
    return max(4, size[0] // 50)


def _spot(size: tuple[int, int], ahead: int) -> Spot:
    """Where a space is that lies so many before the team's own."""
    x = size[0] * (OWN + ahead * APART) / 100
    return round(x), round(_height(size, x))


def _height(size: tuple[int, int], x: float) -> float:
    """Where the path is at `x`, from the top."""
    return size[1] * (PATH - BEND * math.sin(2 * math.pi * x / size[0])) / 100


def _land(look: Look, stage: Stage, size: tuple[int, int]) -> pygame.Surface:
    """Return the place in its part of the land; on bare paper where contrast is to be high."""
    wide, high = size
    if look.settings.high_contrast:
        land = pygame.Surface(size).convert()
        land.fill(look.theme.paper)
    else:
        land = part_of("board/backdrop", _seen(stage, wide / high), size, DEEP_SEA)
    place_wide = min(wide * PLACE_WIDE, high * PLACE_HIGH) // 100
    place = picture(f"board/place-{stage}", (place_wide, place_wide * 4 // 5))
    land.blit(place, place.get_rect(midbottom=(wide * PLACE_AT[0] // 100, high * PLACE_AT[1] // 100)))
    return land


def _seen(stage: Stage, ratio: float) -> tuple[float, float, float, float]:
    """The part of the backdrop where a stage is, `ratio` times as wide as it is high."""
    share = STAGES.index(stage) / (len(STAGES) - 1)
    wide = min((BOTTOM - TOP) * ratio, BACKDROP[0] * (1 - 2 * OUTER))
    left = BACKDROP[0] * OUTER + share * (BACKDROP[0] * (1 - 2 * OUTER) - wide)
    return left, BOTTOM - wide / ratio, wide, wide / ratio


def _draw_trail(
    land: pygame.Surface, look: Look, stage: Stage, kinds: tuple[SpaceKind, ...], space: int
) -> None:
    """Draw the path from the left to the right, or from the start, or to the harbour."""
    size = land.get_size()
    across = min(size) * SPACE // 100
    harbour = len(kinds) + 1
    begin = _spot(size, -space)[0] if space <= 2 else -across
    end = _spot(size, harbour - space)[0] if harbour - space <= 1 else size[0] + across
    curve = tuple((float(x), _height(size, x)) for x in range(begin, end, 4))
    draw_path(land, look, ((curve, STAGE_TINTS[stage].sand),), across * WIDE // 100)
    for number in range(max(0, space - 2), min(harbour, space + 1) + 1):
        spot = _spot(size, number - space)
        if number == 0:
            draw_start(land, look, spot, across)
        elif number == harbour:
            draw_harbour(land, look, spot, across)
        else:
            draw_space(land, look, kinds[number - 1], spot, across, lit=number == space)


def _round_off(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, radius: int) -> None:
    """Fill what lies outside of the round corners of a rectangle."""
    hole = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
    rounded(hole, hole.get_rect(), (0, 0, 0), radius)
    corners = pygame.Surface(hole.get_size(), pygame.SRCALPHA)
    corners.fill(colour)
    corners.blit(hole, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    for right, bottom in ((0, 0), (1, 0), (0, 1), (1, 1)):
        corner = (rect.right - radius if right else rect.left, rect.bottom - radius if bottom else rect.top)
        surface.blit(corners, corner, (right * radius, bottom * radius, radius, radius))
