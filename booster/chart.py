"""The points of a team over its turns, laid out as lines between 0 and 1: for the window, and for a report.

points_over_turns(events, team, start) -> scores     at the start, then when each turn of the team was over
lay_out_chart(scores) -> Chart                       a line a pillar, the ticks, the places of the labels
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from booster.decks.model import PILLARS, Pillar
from booster.engine.events import Event, PointsChanged, TurnStarted
from booster.engine.state import Score

LEAST_HIGH = 4  # the scale goes to so many points at least
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """The points on one pillar. Places are (x, y) shares, y upwards; `label` is the height of its label."""

    pillar: Pillar
    places: tuple[tuple[float, float], ...]
    last: int
    label: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The lines of a team, and the numbers along the scale with their heights."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[int, float], ...]
    turns: int


def points_over_turns(events: Iterable[Event], team: int, start: Score) -> tuple[Score, ...]:
    """Return a team's scores: at its first turn, before each turn that followed, and now."""
    score, scores = start, []
    for event in events:
        match event:
            case TurnStarted(team=on_turn) if on_turn == team:
                scores.append(score)
            case PointsChanged(team=whose, pillar=pillar, total=total) if whose == team:
                score = score._replace(**{pillar: total})
            case _:
                pass
    return (*scores, score)


def lay_out_chart(scores: Sequence[Score], gap: float) -> Chart:
    """Return the chart of these scores; its labels are at least `gap`, a share of the height, apart."""
    most = max(LEAST_HIGH, *(max(score) for score in scores))
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, most) if most / step <= MOST_TICKS)
    top = -(-most // step) * step
    labels = _apart({pillar: scores[-1].on(pillar) / top for pillar in PILLARS}, gap)
    lines = tuple(
        Line(pillar, _places(scores, pillar, top), scores[-1].on(pillar), labels[pillar])
        for pillar in PILLARS
    )
    return Chart(lines, tuple((tick, tick / top) for tick in range(0, top + 1, step)), len(scores) - 1)


def _places(scores: Sequence[Score], pillar: Pillar, top: int) -> tuple[tuple[float, float], ...]:
    across = max(1, len(scores) - 1)
    return tuple((number / across, score.on(pillar) / top) for number, score in enumerate(scores))


def _apart(heights: dict[Pillar, float], gap: float) -> dict[Pillar, float]:
    """Push heights apart, upwards from the lowest, then back down where the last would leave the chart."""
    order = sorted(heights, key=lambda pillar: heights[pillar])
    placed: list[float] = []
    for pillar in order:
        placed.append(max(heights[pillar], placed[-1] + gap if placed else 0.0))
    highest = 1.0
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], highest)
        highest = placed[number] - gap
    return dict(zip(order, placed, strict=True))
