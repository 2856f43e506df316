"""The trail: where the spaces lie, drawn with the teams on them. Lengths in pixels.

lay_trail(look, spaces, box, head) -> Trail     where everything lies
draw_trail, draw_spaces, draw_tokens            from the ground up
"""

import math
from dataclasses import dataclass
from itertools import pairwise

import pygame

from booster.decks.model import STAGES, SpaceKind
from booster.window.icons import icon
from booster.window.paint import disc, rounded
from booster.window.text import Look
from booster.window.theme import ACCENT, INK, KINDS, WHITE, Colour

SAND_PATH: Colour = (0xE8, 0xD6, 0xB4)
SEA: Colour = (0xBF, 0xDD, 0xE6)
SEA_EDGE: Colour = (0x7F, 0xB9, 0xC9)
BANDS: tuple[Colour, Colour] = ((0xF3, 0xEF, 0xDC), (0xEA, 0xEE, 0xD9))
STEPS_A_WAVE = 100
LARGEST_SPACE = 100  # design pixels
HEIGHTS = (1.0, 0.75, 0.5, 0.3)  # shares of the height that a wave may take

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trail:
    """The trail in a box: a column a stage, and one wave or two in each."""

    curve: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]
    start: Spot
    harbour: Spot
    columns: tuple[pygame.Rect, ...]
    size: int

    def spot(self, space: int) -> Spot:
        """Where a space lies: 0 is the start, one past the last is the harbour (R4)."""
        return (self.start, *self.spots, self.harbour)[space]


def lay_trail(look: Look, spaces: int, box: pygame.Rect, head: int) -> Trail:
    """Lay a trail with `spaces` spaces a stage (1 to 12) in a box, below `head` pixels for the titles."""
    end = _end(look, box)
    middle = pygame.Rect(box.left + end, box.top + head, box.width - 2 * end, box.height - head)
    waves = (len(STAGES), 2 * len(STAGES))
    # A wave that is high and narrow brings its two sides close together: the roomiest of a few is taken.
    layings = (
        _lay(middle, spaces, each, share, look.px(LARGEST_SPACE)) for each in waves for share in HEIGHTS
    )
    curve, spots, size = max(layings, key=lambda laying: laying[2])
    width = middle.width // len(STAGES)
    columns = tuple(
        pygame.Rect(middle.left + number * width, box.top, width, box.height) for number in range(len(STAGES))
    )
    first, last = curve[0], curve[-1]
    start = (box.left + end // 2, round(first[1]))
    harbour = (box.right - end // 2, round(last[1]))
    return Trail(((start[0], first[1]), *curve, (harbour[0], last[1])), spots, start, harbour, columns, size)


def _lay(
    box: pygame.Rect, spaces: int, waves: int, share: float, largest: int
) -> tuple[tuple[tuple[float, float], ...], tuple[Spot, ...], int]:
    """A wave as high as a share of the box, the spaces on it, and the size at which they do not touch."""
    size = largest
    for _ in range(4):
        curve = _wave(box, waves, max(1.0, (box.height - size * 2.3) / 2 * share), size)
        spots = tuple((round(x), round(y)) for x, y in _spread(curve, spaces * len(STAGES)))
        nearest = min(math.dist(a, b) for place, a in enumerate(spots) for b in spots[place + 1 :])
        size = min(size, max(1, int(nearest * 0.9)))
    return curve, spots, size


def column_width(look: Look, box: pygame.Rect) -> int:
    """How wide the column of a stage is in a box."""
    return (box.width - 2 * _end(look, box)) // len(STAGES)


def _end(look: Look, box: pygame.Rect) -> int:
    """The room for the start at the left, and for the harbour at the right."""
    return min(look.px(150), box.width // 9)


def _wave(box: pygame.Rect, waves: int, height: float, size: int) -> tuple[tuple[float, float], ...]:
    """A wave from the left to the right, a little lower than the middle: tokens stand above the spaces."""
    count = waves * STEPS_A_WAVE
    middle = box.centery + size * 0.4
    return tuple(
        (
            box.left + box.width * step / count,
            middle + height * math.sin(math.pi * waves * step / count),
        )
        for step in range(count + 1)
    )


def _length(curve: tuple[tuple[float, float], ...]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(curve))


def _spread(curve: tuple[tuple[float, float], ...], count: int) -> list[tuple[float, float]]:
    """Points along a curve, as far from each other as from its ends twice."""
    step = _length(curve) / count
    spread: list[tuple[float, float]] = []
    walked, due = 0.0, step / 2
    for before, after in pairwise(curve):
        walked += math.dist(before, after)
        if walked >= due and len(spread) < count:
            spread.append(after)
            due += step
    return spread


# --- drawing


def draw_trail(surface: pygame.Surface, look: Look, trail: Trail, here: int | None) -> None:
    """Draw the columns of the stages, the one `here` brighter, and the path over them."""
    for number, column in enumerate(trail.columns):
        rounded(surface, column.inflate(-look.px(6), 0), BANDS[number % 2], look.px(20))
        if number == here:
            edge = pygame.Rect(
                column.left + look.px(3), column.bottom - look.px(8), column.width - look.px(6), look.px(8)
            )
            rounded(surface, edge, ACCENT, look.px(4))
    wide = max(look.px(16), trail.size * 6 // 10)
    for width, colour in ((wide + look.px(12), WHITE), (wide, SAND_PATH)):
        stamp = pygame.Surface((width, width), pygame.SRCALPHA)
        rounded(stamp, stamp.get_rect(), colour, width // 2)
        for x, y in _every(trail.curve, max(1, width // 10)):
            surface.blit(stamp, (round(x) - width // 2, round(y) - width // 2))


def _every(curve: tuple[tuple[float, float], ...], step: int) -> list[tuple[float, float]]:
    """Points close enough along the curve to draw it as one stroke."""
    points: list[tuple[float, float]] = []
    for before, after in pairwise(curve):
        parts = max(1, math.ceil(math.dist(before, after) / step))
        points += [
            (before[0] + (after[0] - before[0]) * n / parts, before[1] + (after[1] - before[1]) * n / parts)
            for n in range(parts)
        ]
    return points


def draw_spaces(
    surface: pygame.Surface, look: Look, trail: Trail, kinds: tuple[SpaceKind, ...], lit: range
) -> None:
    """Draw the start, every space with the sign of its kind, the harbour; those in `lit` with the accent."""
    _draw_start(surface, look, trail)
    _draw_harbour(surface, look, trail)
    for number, (kind, spot) in enumerate(zip(kinds, trail.spots, strict=True), 1):
        tint, size = KINDS[kind], trail.size
        if number in lit:
            disc(surface, look, spot, size + look.px(20), ACCENT)
        disc(surface, look, spot, size, tint.fill)
        disc(surface, look, spot, size - 2 * max(2, size // 12), WHITE)
        sign = icon(tint.icon, size * 56 // 100, tint.deep)
        surface.blit(sign, sign.get_rect(center=spot))


def _draw_start(surface: pygame.Surface, look: Look, trail: Trail) -> None:
    size = max(trail.size, look.px(56))
    disc(surface, look, trail.start, size, WHITE, rim=INK)
    sign = icon("arrow-right", size // 2, INK)
    surface.blit(sign, sign.get_rect(center=trail.start))


def _draw_harbour(surface: pygame.Surface, look: Look, trail: Trail) -> None:
    size = max(look.px(112), trail.size)
    disc(surface, look, trail.harbour, size, SEA, rim=SEA_EDGE)
    sign = icon("boat", size * 6 // 10, INK)
    surface.blit(sign, sign.get_rect(center=trail.harbour))


def draw_tokens(
    surface: pygame.Surface, look: Look, trail: Trail, standing: dict[int, list[tuple[str, Colour, bool]]]
) -> None:
    """Draw the teams above the spaces where they stand: letter, colour, whether it is their turn (larger)."""
    for space, teams in sorted(standing.items()):
        spot = trail.spot(space)
        size = min(look.px(60), max(look.px(46), trail.size))
        per_row = 1 if len(teams) == 1 else min(len(teams), 3 if len(teams) <= 9 else 4)
        foot = spot[1] - (trail.size * 3 // 10 if 0 < space <= len(trail.spots) else look.px(58))
        half = round(((per_row - 1) * 0.94 + 1.3) / 2 * size)
        middle = max(half, min(spot[0], surface.get_width() - half))
        for number, (letter, colour, on_turn) in enumerate(teams):
            line, place = divmod(number, per_row)
            in_line = min(per_row, len(teams) - line * per_row)
            x = middle + round((place - (in_line - 1) / 2) * size * 0.94)
            y = foot - size // 2 - round(line * size * 0.9)
            grown = size * 122 // 100 if on_turn else size
            disc(surface, look, (x, y), grown, colour, letter, rim=ACCENT if on_turn else WHITE)
