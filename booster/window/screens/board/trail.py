"""Where the trail, its spaces and its places lie: numbers alone, nothing is drawn here. Lengths in pixels.

lay_trail(spaces, box, largest, end, pills) -> Trail     kept: the same game is laid out again and again
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from booster.decks.model import STAGES

STEPS_A_WAVE = 100
ENOUGH = 0.55  # of the largest space: then fewer bends, with more room beside them, are better
HEIGHTS = (1.0, 0.75, 0.5, 0.3)  # shares of the height that a wave may take
ABOVE = 0.95  # room for a token above a space, in sizes of a space
BELOW = 0.6
WIDEST, NARROWEST, NARROWER = 64, 34, 6  # the width of a place, in percent of a stage's column
CLEAR, NARROW = 1.15, 0.5  # with the first no space touches a name, with the second not its words
PLACE = (400, 320)
PLACE_FOOT = 0.92  # where a place stands, as a share of its height

Spot = tuple[int, int]
Box = tuple[int, int, int, int]
Curve = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the picture of a stage is, if there is room for one, and under it its name."""

    picture: Box | None
    pill: Box


@dataclass(frozen=True, slots=True)
class Trail:
    """The trail in a box: a column a stage, with a bend or two and the stage's place in it."""

    curve: Curve
    spots: tuple[Spot, ...]
    start: Spot
    harbour: Spot
    columns: tuple[Box, ...]
    size: int
    places: tuple[Place, ...]

    def spot(self, space: int) -> Spot:
        """Where a space lies: 0 is the start, one past the last is the harbour (R4)."""
        return (self.start, *self.spots, self.harbour)[space]


@lru_cache(maxsize=4)
def lay_trail(
    spaces: int,
    box: Box,
    largest: int,
    end: int,
    pills: tuple[tuple[int, int], ...],
    above: tuple[int, int],
) -> Trail:
    """Lay a trail with `spaces` spaces a stage (1 to 12) in a box (left, top, width, height).

    Spaces are at most `largest` wide; `end` is the room at either end, for the start and the harbour; `pills`
    the size of each stage's name. `above` is the horizon, below which places stand, and how high a token is
    at least: where they can, names keep clear of tokens.
    """
    whole = pygame.Rect(box)
    middle = whole.inflate(-2 * end, 0)
    curve, spots, size = _roomiest(middle, spaces, largest, max(high for _, high in pills))
    width = middle.width // len(STAGES)
    columns = tuple(
        pygame.Rect(middle.left + number * width, whole.top, width, whole.height)
        for number in range(len(STAGES))
    )
    start = (whole.left + end // 2, round(curve[0][1]))
    harbour = (whole.right - end // 2, round(curve[-1][1]))
    curve = ((start[0], curve[0][1]), *curve, (harbour[0], curve[-1][1]))
    horizon, token = above
    head = max(size, token)
    heads = tuple(pygame.Rect(x - head * 2 // 5, y - head, head * 4 // 5, head) for x, y in spots)
    finder = _Pockets(whole, curve[::4], size, horizon, heads)
    places = tuple(finder.place(column, pill) for column, pill in zip(columns, pills, strict=True))
    return Trail(curve, spots, start, harbour, tuple(_box(column) for column in columns), size, places)


def _box(rect: pygame.Rect) -> Box:
    return rect.left, rect.top, rect.width, rect.height


# --- the curve


def _roomiest(box: pygame.Rect, spaces: int, largest: int, head: int) -> tuple[Curve, tuple[Spot, ...], int]:
    """Of a few waves the one with the largest spaces: high and narrow ones bring their sides close.

    Where there are two waves a stage, `head` pixels stay free above them for the names of the stages.
    """
    below = pygame.Rect(box.left, box.top + head, box.width, box.height - head)
    best: tuple[Curve, tuple[Spot, ...], int] | None = None
    for waves, room in ((len(STAGES), box), (2 * len(STAGES), below)):
        for share in HEIGHTS:
            laid = _lay(room, spaces, waves, share, largest)
            if best is None or laid[2] > best[2]:
                best = laid
            if best[2] >= largest * ENOUGH and share == HEIGHTS[0]:
                return best
    assert best is not None
    return best


def _lay(
    box: pygame.Rect, spaces: int, waves: int, share: float, largest: int
) -> tuple[Curve, tuple[Spot, ...], int]:
    """A wave as high as a share of the box, the spaces on it, and the size at which they do not touch."""
    size = largest
    for _ in range(4):
        curve = _wave(box, waves, share, size)
        spots = tuple((round(x), round(y)) for x, y in _spread(curve, spaces * len(STAGES)))
        nearest = min(math.dist(a, b) for place, a in enumerate(spots) for b in spots[place + 1 :])
        size = min(size, max(1, int(nearest * 0.9)))
    return curve, spots, size


def _wave(box: pygame.Rect, waves: int, share: float, size: int) -> Curve:
    """A wave from the left to the right that rises first, with room for tokens above its crests."""
    count = waves * STEPS_A_WAVE
    top, bottom = box.top + size * ABOVE, box.bottom - size * BELOW
    height = max(1.0, (bottom - top) / 2 * share)
    middle = bottom - height - (bottom - top - 2 * height) * 0.4
    return tuple(
        (
            box.left + box.width * step / count,
            middle - height * math.sin(math.pi * waves * step / count),
        )
        for step in range(count + 1)
    )


def _length(curve: Curve) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(curve))


def _spread(curve: Curve, count: int) -> list[tuple[float, float]]:
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


# --- the pockets of the curve


@dataclass(frozen=True, slots=True)
class _Pockets:
    """Finds room beside the trail."""

    box: pygame.Rect
    points: Curve
    size: int
    horizon: int
    heads: tuple[pygame.Rect, ...]

    def place(self, column: pygame.Rect, pill: tuple[int, int]) -> Place:
        """Return the largest place of a stage with its name under it, as low as it can be."""
        for heads in (self.heads, ()):
            for percent in range(WIDEST, NARROWEST - 1, -NARROWER):
                width = column.width * percent // 100
                picture = (width, width * PLACE[1] // PLACE[0])
                for corner in self._corners(column, picture, pill):
                    found = self._stand(corner, picture, pill)
                    if self._is_free(found) and pygame.Rect(found.pill).collidelist(heads) < 0:
                        return found
        for clear, heads in ((CLEAR, self.heads), (CLEAR, ()), (NARROW, ())):
            for corner in self._corners(column, (0, 0), pill):
                found = Place(None, (corner[0] - pill[0] // 2, corner[1], *pill))
                if self._is_free(found, clear) and pygame.Rect(found.pill).collidelist(heads) < 0:
                    return found
        return Place(None, (column.centerx - pill[0] // 2, self.box.top, *pill))

    def _corners(
        self, column: pygame.Rect, picture: tuple[int, int], pill: tuple[int, int]
    ) -> Iterator[Spot]:
        """Where the middle of the top of the pair may be: the lowest and most central first."""
        high = round(picture[1] * PLACE_FOOT) + pill[1]
        step = max(4, self.box.height // 60)
        half = max(picture[0], pill[0]) // 2
        asides = sorted(range(half - column.width // 2, column.width // 2 - half + 1, 8), key=abs) or [0]
        lowest = self.box.bottom - high
        highest = self.horizon - round(picture[1] * PLACE_FOOT) if picture[1] else self.box.top
        for top in range(lowest, max(self.box.top, highest) - 1, -step):
            for aside in asides:
                yield column.centerx + aside, top

    def _stand(self, corner: Spot, picture: tuple[int, int], pill: tuple[int, int]) -> Place:
        left, foot = corner[0] - picture[0] // 2, corner[1] + round(picture[1] * PLACE_FOOT)
        return Place((left, corner[1], *picture), (corner[0] - pill[0] // 2, foot, *pill))

    def _is_free(self, place: Place, clear: float = CLEAR) -> bool:
        """Whether the path keeps clear of the name, by half of `clear` spaces, and of the picture."""
        zones = [pygame.Rect(place.pill).inflate(self.size * clear, self.size * clear)]
        if place.picture:
            zones.append(pygame.Rect(place.picture).inflate(self.size * 0.7, self.size * 0.6))
        return not any(zone.collidepoint(point) for point in self.points for zone in zones)
