"""Shapes with smooth edges: `rounded`, `panel`, `sheet`, `disc`, `focus_ring`, `focus_frame`. In pixels."""

from functools import lru_cache

import pygame

from booster.window.text import Look
from booster.window.theme import Colour

SMOOTHING = 4  # discs are drawn this many times larger, then shrunk


@lru_cache(maxsize=256)
def _disc(diameter: int, colour: Colour) -> pygame.Surface:
    large = pygame.Surface((diameter * SMOOTHING,) * 2, pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.circle(large, colour, (diameter * SMOOTHING / 2,) * 2, diameter * SMOOTHING / 2)
    return pygame.transform.smoothscale(large, (diameter, diameter))


def rounded(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, radius: int) -> None:
    """Fill a rectangle with round corners."""
    radius = max(0, min(radius, rect.width // 2, rect.height // 2))
    surface.fill(colour, rect.inflate(-2 * radius, 0))
    surface.fill(colour, rect.inflate(0, -2 * radius))
    if not radius:
        return
    disc = _disc(2 * radius, colour)
    for right, bottom in ((0, 0), (1, 0), (0, 1), (1, 1)):
        corner = (rect.right - radius if right else rect.left, rect.bottom - radius if bottom else rect.top)
        surface.blit(disc, corner, (right * radius, bottom * radius, radius, radius))


def panel(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    border: Colour,
    radius: int,
    width: int,
) -> None:
    """Fill a card: a rounded rectangle with a border inside its edge."""
    rounded(surface, rect, border, radius)
    rounded(surface, rect.inflate(-2 * width, -2 * width), fill, max(0, radius - width))


def sheet(surface: pygame.Surface, look: Look, rect: pygame.Rect) -> None:
    """Fill a white sheet to read on, with a thin edge."""
    panel(surface, rect, look.theme.white, look.theme.line, look.px(24), look.px(2))


def focus_ring(surface: pygame.Surface, look: Look, rect: pygame.Rect, radius: int) -> None:
    """Draw the mark of the focus around a rectangle: white, then ink, so that it shows on any ground.

    It takes 10 design pixels on each side.
    """
    gap, line = look.px(5), look.px(5)
    outer = rect.inflate(2 * (gap + line), 2 * (gap + line))
    rounded(surface, outer, look.theme.ink, radius + gap + line)
    rounded(surface, rect.inflate(2 * gap, 2 * gap), look.theme.white, radius + gap)


def focus_frame(surface: pygame.Surface, look: Look, rect: pygame.Rect) -> None:
    """Draw the mark of the focus around a rectangle and leave what is inside as it is."""
    inside = rect.clip(surface.get_rect())
    kept = surface.subsurface(inside).copy()
    focus_ring(surface, look, rect, 0)
    surface.blit(kept, inside)


def disc(
    surface: pygame.Surface,
    look: Look,
    centre: tuple[int, int],
    diameter: int,
    colour: Colour,
    letter: str = "",
    rim: Colour | None = None,
) -> None:
    """Draw a disc with a letter or a number in it, in a text colour that reads on it; `rim` adds an edge."""
    if rim is not None:
        surface.blit(_disc(diameter, rim), (centre[0] - diameter // 2, centre[1] - diameter // 2))
        diameter -= 2 * max(2, round(diameter * 0.07))
    surface.blit(_disc(diameter, colour), (centre[0] - diameter // 2, centre[1] - diameter // 2))
    if letter:
        drawn = look.fonts.render(letter, round(diameter * 0.52), look.theme.text_on(colour), bold=True)
        surface.blit(drawn, drawn.get_rect(center=centre))
