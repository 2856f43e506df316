"""The path and what lies on it, as the board and the hand-over show them. Lengths in pixels.

draw_path(...)       between white edges, piece after piece, each in its tint
draw_space(...)      a space with the sign of its kind
draw_start(...), draw_harbour(...)   its two ends
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from booster.decks.model import SpaceKind
from booster.window.icons import icon
from booster.window.paint import disc, rounded
from booster.window.screens.board.trail import Curve, Spot
from booster.window.text import Look
from booster.window.theme import Colour

EDGE: Colour = (0xC4, 0xB2, 0x80)
DASH = 100  # of 255: how dark the dots on the path are
HARBOUR: Colour = (0xBF, 0xDD, 0xE6)
HARBOUR_EDGE: Colour = (0x3F, 0x8F, 0xA6)
Piece = tuple[Curve, Colour]
THICK = 14  # a space is so many times as wide as it is thick


def draw_path(surface: pygame.Surface, look: Look, pieces: Sequence[Piece], wide: int) -> None:
    """Draw the path, piece after piece, `wide` without its edges."""
    edge = look.theme.ink if look.settings.high_contrast else EDGE
    whole = tuple(point for curve, _ in pieces for point in curve)
    for more, colour in ((look.px(16), edge), (look.px(12), look.theme.white)):
        _stamp(surface, whole, wide + more, colour)
    for curve, colour in pieces:
        _stamp(surface, curve, wide, colour)
    dot = pygame.Surface((look.px(5), look.px(5)), pygame.SRCALPHA)
    disc(dot, look, (look.px(5) // 2, look.px(5) // 2), look.px(5), look.theme.ink)
    dot.set_alpha(DASH)
    for x, y in _every(whole, look.px(26)):
        surface.blit(dot, dot.get_rect(center=(round(x), round(y))))


def _stamp(surface: pygame.Surface, curve: Curve, width: int, colour: Colour) -> None:
    stamp = pygame.Surface((width, width), pygame.SRCALPHA)
    rounded(stamp, stamp.get_rect(), colour, width // 2)
    for x, y in _every(curve, max(1, width // 14)):
        surface.blit(stamp, (round(x) - width // 2, round(y) - width // 2))


def draw_space(
    surface: pygame.Surface, look: Look, kind: SpaceKind, spot: Spot, size: int, lit: bool = False
) -> None:
    """Draw a space with the sign of its kind; a lit one with the accent around it."""
    tint = look.theme.kinds[kind]
    if lit:
        disc(surface, look, spot, size + look.px(24), look.theme.ink)
        disc(surface, look, spot, size + look.px(20), look.theme.accent)
    else:
        disc(surface, look, (spot[0], spot[1] + size // THICK), size, tint.deep)
    disc(surface, look, spot, size, tint.fill)
    disc(surface, look, spot, size - 2 * max(2, size // 12), look.theme.white)
    sign = icon(tint.icon, size * 56 // 100, tint.deep)
    surface.blit(sign, sign.get_rect(center=spot))


def draw_start(surface: pygame.Surface, look: Look, spot: Spot, size: int) -> None:
    """Draw where all teams begin."""
    disc(surface, look, spot, size, look.theme.white, rim=look.theme.ink)
    sign = icon("arrow-right", size // 2, look.theme.ink)
    surface.blit(sign, sign.get_rect(center=spot))


def draw_harbour(surface: pygame.Surface, look: Look, spot: Spot, size: int) -> None:
    """Draw where projects are launched."""
    edge = look.theme.ink if look.settings.high_contrast else HARBOUR_EDGE
    disc(surface, look, spot, size, HARBOUR, rim=edge)
    sign = icon("boat", size * 6 // 10, look.theme.ink)
    surface.blit(sign, sign.get_rect(center=spot))


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
