"""The points of a team as counters: where they lie, and what each of them buys."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.events import CardBought
from booster.engine.state import Score
from booster.window.icons import icon
from booster.window.motion import between, hop, smooth
from booster.window.paint import disc
from booster.window.screens.game.drawing import ground_of
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
    pillars = [pillar for pillar in PILLARS for _ in range(score.on(pillar))]
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
    """Draw a point; a spent one is pale. Return where."""
    ground, sign_colour = ground_of(look, counter.pillar)
    tint = look.theme.pillars[counter.pillar]
    if spent:
        disc(surface, look, counter.centre, counter.size, tint.pale, rim=tint.fill)
    else:
        disc(surface, look, counter.centre, counter.size, ground)
    sign = icon(tint.icon, counter.size * 6 // 10, tint.deep if spent else sign_colour)
    surface.blit(sign, sign.get_rect(center=counter.centre))
    return pygame.Rect(0, 0, counter.size + 2, counter.size + 2).move(
        counter.centre[0] - counter.size // 2 - 1, counter.centre[1] - counter.size // 2 - 1
    )


def draw_flying(
    surface: pygame.Surface, look: Look, counter: Counter, goal: tuple[int, int], share: float
) -> pygame.Rect:
    """Draw a point on its way to the place where it becomes a card; return where."""
    x, y = between(counter.centre, goal, smooth(share))
    flying = Counter(counter.pillar, (round(x), round(y - hop(share) * look.px(80))), counter.size)
    return draw_counter(surface, look, flying, spent=False)


@dataclass(frozen=True, slots=True)
class Purchase:
    """A card that was bought: its id, the pillar whose points bought it if it was one, and their counters."""

    card: str
    pillar: Pillar | None
    counters: tuple[int, ...]


def purchases(bought: Sequence[CardBought], score: Score, price: int) -> tuple[Purchase, ...]:
    """Return which points paid for which card, counted as `lay_counters` lays them (R10).

    A card may cost nothing: every team receives at least some.
    """
    purse = [pillar for pillar in PILLARS for _ in range(score.on(pillar))]
    left = list(range(len(purse)))
    made = []
    for event in bought:
        able = [number for number in left if event.pillar in (None, purse[number])]
        paid = tuple(able[:price]) if len(able) >= price else ()
        left = [number for number in left if number not in paid]
        made.append(Purchase(event.card, event.pillar, paid))
    return tuple(made)
