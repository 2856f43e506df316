"""The die: `draw_die` shows it lying, `draw_falling_die` on its way down. Lengths in pixels."""

from functools import lru_cache

import pygame

from booster.window.motion import Point, between, landing, smooth
from booster.window.paint import disc, panel
from booster.window.screens.game.drawing import write
from booster.window.text import Look
from booster.window.theme import Size

TURN = 15  # degrees between two pictures of a turning die
TURNS = 540
PIPS = {
    1: ((2, 2),),
    2: ((1, 1), (3, 3)),
    3: ((1, 1), (2, 2), (3, 3)),
    4: ((1, 1), (3, 1), (1, 3), (3, 3)),
    5: ((1, 1), (3, 1), (2, 2), (1, 3), (3, 3)),
    6: ((1, 1), (3, 1), (1, 2), (3, 2), (1, 3), (3, 3)),
}


def draw_die(surface: pygame.Surface, look: Look, rect: pygame.Rect, number: int) -> None:
    """Draw the face of a die with pips; with a number where it has more than six."""
    theme = look.theme
    panel(surface, rect, theme.white, theme.ink, rect.width // 5, max(2, rect.width // 24))
    if number not in PIPS:
        write(surface, look, str(number), rect, Size.TITLE, bold=True, align="centre")
    for column, row in PIPS.get(number, ()):
        centre = (rect.left + rect.width * column // 4, rect.top + rect.height * row // 4)
        disc(surface, look, centre, rect.width // 5, theme.ink)


@lru_cache(maxsize=128)
def _turned(look: Look, side: int, number: int, degrees: int) -> pygame.Surface:
    face = pygame.Surface((side, side), pygame.SRCALPHA)
    draw_die(face, look, face.get_rect(), number)
    return pygame.transform.rotozoom(face, degrees, 1)


def draw_falling_die(
    surface: pygame.Surface,
    look: Look,
    rect: pygame.Rect,
    number: int,
    faces: range,
    fall: tuple[Point, float],
) -> pygame.Rect:
    """Draw the die on its way to `rect`, tumbling over `faces`; return where it was drawn.

    `fall` is where it comes from and the share of the way that is done.
    """
    begin, share = fall
    if share >= 1:
        draw_die(surface, look, rect, number)
        return rect.copy()
    x, _ = between(begin, rect.center, smooth(share))
    _, y = between(begin, rect.center, landing(share))
    degrees = round(TURNS * (1 - smooth(share)) / TURN) * TURN
    shown = number if share > 0.7 else faces[int(share * 8) % len(faces)]
    drawn = _turned(look, rect.width, shown, degrees)
    return surface.blit(drawn, drawn.get_rect(center=(round(x), round(y))))
