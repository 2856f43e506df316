from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from booster.chart import lay_out_chart, points_over_turns
from booster.decks.model import PILLARS
from booster.engine.events import Event, PointsChanged, TurnStarted
from booster.engine.state import Score

SCORES = st.lists(st.builds(Score, *[st.integers(0, 60)] * 3), min_size=1, max_size=30)


def test_r9_the_course_of_a_team_is_its_score_before_each_of_its_turns_and_now() -> None:
    events: tuple[Event, ...] = (
        TurnStarted(0, 1),
        PointsChanged(0, "ecology", 2, 2, 3, "response", "card"),
        TurnStarted(1, 2),
        PointsChanged(1, "economy", 1, 1, 9, "response", "card"),
        PointsChanged(0, "social", 1, 1, 2, "lending", "card"),
        TurnStarted(0, 3),
        PointsChanged(0, "ecology", -3, -3, 0, "adopting", "tool"),
    )
    course = points_over_turns(events, 0, Score(1, 1, 1))
    assert course == (Score(1, 1, 1), Score(3, 1, 2), Score(0, 1, 2))


def test_a_team_without_a_turn_has_its_start_alone() -> None:
    assert points_over_turns((), 3, Score(1, 2, 3)) == (Score(1, 2, 3),)


@given(SCORES)
def test_every_line_lies_inside_the_chart(scores: list[Score]) -> None:
    chart = lay_out_chart(scores, 0.2)
    for line in chart.lines:
        assert len(line.places) == len(scores)
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in line.places)
        assert line.last == scores[-1].on(line.pillar)
    assert [line.pillar for line in chart.lines] == list(PILLARS)


@given(SCORES)
def test_labels_are_apart_and_the_scale_reads_upwards(scores: list[Score]) -> None:
    chart = lay_out_chart(scores, 0.2)
    heights = sorted(line.label for line in chart.lines)
    assert all(above - below >= 0.199 for below, above in pairwise(heights))
    assert heights[-1] <= 1
    assert 2 <= len(chart.ticks) <= 6
    assert [height for _, height in chart.ticks] == sorted(height for _, height in chart.ticks)
    assert chart.ticks[-1][1] == 1
