"""What the exchange lays out: the points of a team as counters, and the cards they buy as a row of backs."""

import math
from dataclasses import dataclass

import pygame

from booster.decks.model import PILLARS as PILLAR_NAMES
from booster.decks.model import Pillar
from booster.engine.state import Score
from booster.window.art import BACK, picture
from booster.window.icons import icon
from booster.window.motion import between, hop, smooth
from booster.window.paint import disc
from booster.window.screens.drawing import ground_of
from booster.window.text import Look

LARGEST = 92  # design pixels
FILLED = 0.86  # of the place of a counter


@dataclass(frozen=True, slots=True)
class Counter:
    """One point: its pillar, its middle and its diameter in pixels."""

    pillar: Pillar
    centre: tuple[int, int]
    size: int


def lay_counters(look: Look, score: Score, box: pygame.Rect) -> tuple[Counter, ...]:
    """Return a counter a point, pillar after pillar, in lines that fill a box."""
    pillars = [pillar for pillar in PILLAR_NAMES for _ in range(score.on(pillar))]
    if not pillars:
        return ()
    side = min(look.px(LARGEST), box.width, box.height)
    while side > 1 and (box.width // side) * (box.height // side) < len(pillars):
        side -= 1
    per_line = box.width // side
    return tuple(
        Counter(
            pillar,
            (
                box.left + side * (number % per_line) + side // 2,
                box.top + side * (number // per_line) + side // 2,
            ),
            max(1, int(side * FILLED)),
        )
        for number, pillar in enumerate(pillars)
    )


def draw_counter(surface: pygame.Surface, look: Look, counter: Counter, spent: bool) -> pygame.Rect:
    """Draw a point; a spent one is only its trace. Return where."""
    ground, sign_colour = ground_of(look, counter.pillar)
    tint = look.theme.pillars[counter.pillar]
    if spent:
        disc(surface, look, counter.centre, counter.size, tint.pale, rim=look.theme.line)
    else:
        disc(surface, look, counter.centre, counter.size, ground)
    sign = icon(tint.icon, counter.size * 6 // 10, look.theme.line if spent else sign_colour)
    surface.blit(sign, sign.get_rect(center=counter.centre))
    return pygame.Rect(0, 0, counter.size + 2, counter.size + 2).move(
        counter.centre[0] - counter.size // 2 - 1, counter.centre[1] - counter.size // 2 - 1
    )


def lay_backs(count: int, box: pygame.Rect) -> tuple[pygame.Rect, ...]:
    """Return where `count` cards lie in a row as high as the box, over each other where they must."""
    wide = min(box.width, math.ceil(box.height * BACK[0] / BACK[1]))
    apart = min(wide * 1.08, (box.width - wide) / (count - 1)) if count > 1 else 0.0
    return tuple(
        pygame.Rect(box.left + round(number * apart), box.top, wide, box.height) for number in range(count)
    )


def draw_back(surface: pygame.Surface, rect: pygame.Rect) -> None:
    """Draw the back of an experience card."""
    surface.blit(picture("cards/back-experience", rect.size), rect)


def draw_bought(
    surface: pygame.Surface, look: Look, counter: Counter, back: pygame.Rect, share: float
) -> pygame.Rect:
    """Draw a point on its way to the place where it becomes a card; return where."""
    x, y = between(counter.centre, back.center, smooth(share))
    flying = Counter(counter.pillar, (round(x), round(y - hop(share) * look.px(80))), counter.size)
    return draw_counter(surface, look, flying, spent=False)
