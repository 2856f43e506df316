"""Time and easing for what moves: pure numbers, no window. Times are milliseconds, shares run from 0 to 1.

Beat(start, length).share(ms)    how much of one part of a motion is done
one_by_one(count, ...)           beats that begin one after another and end together within a time
Clock(length)                    runs once to its end; `skip` goes there at once
smooth, landing, hop             easings of a share
between(a, b, share)             a point on the way
"""

from dataclasses import dataclass

Point = tuple[float, float]


def smooth(share: float) -> float:
    """Ease in and out."""
    return share * share * (3 - 2 * share)


def landing(share: float) -> float:
    """Fall to 1 as a thing does that bounces twice, lower each time."""
    for begin, end, height in ((0.0, 0.5, 1.0), (0.5, 0.8, 0.22), (0.8, 1.0, 0.06)):
        if share <= end:
            place = (share - begin) / (end - begin)
            return place * place if begin == 0.0 else 1 - height * hop(place)
    return 1.0


def hop(share: float) -> float:
    """Rise from 0 to 1 in the middle and come back to 0."""
    return 4 * share * (1 - share)


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point at a share of the way from `a` to `b`."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of a motion: it begins at `start` and takes `length`."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """When it is over."""
        return self.start + self.length

    def share(self, ms: float) -> float:
        """Return how much of it is done."""
        return min(1.0, max(0.0, (ms - self.start) / self.length)) if self.length else float(ms >= self.start)


def one_by_one(count: int, length: int, apart: int, most: int) -> tuple[Beat, ...]:
    """Return `count` beats, each `apart` after the one before; closer where they would not end by `most`."""
    room = (most - length) / (count - 1) if count > 1 else 0.0
    return tuple(Beat(round(number * min(apart, room)), length) for number in range(count))


class Clock:
    """The time of a motion that runs once."""

    def __init__(self, length: int = 0) -> None:
        """Begin at 0; a motion of length 0 is over from the start."""
        self.length = length
        self.ms = 0

    @property
    def running(self) -> bool:
        """Whether it has not come to its end."""
        return self.ms < self.length

    def advance(self, ms: int) -> None:
        """Let time pass."""
        self.ms = min(self.length, self.ms + ms)

    def skip(self) -> None:
        """Go to the end."""
        self.ms = self.length
