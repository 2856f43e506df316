from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booster.window.motion import Beat, Clock, between, hop, landing, one_by_one, smooth

SHARES = st.floats(0, 1)


@pytest.mark.parametrize("ease", [smooth, landing])
def test_an_easing_begins_at_0_and_ends_at_1(ease: object) -> None:
    assert ease(0.0) == 0.0  # type: ignore[operator]
    assert ease(1.0) == pytest.approx(1.0)  # type: ignore[operator]


@given(SHARES)
def test_an_easing_stays_between_its_ends(share: float) -> None:
    assert 0 <= smooth(share) <= 1
    assert 0 <= landing(share) <= 1.0001
    assert 0 <= hop(share) <= 1


@given(SHARES, SHARES)
def test_smooth_never_goes_back(one: float, other: float) -> None:
    assert (smooth(one) <= smooth(other)) == (one <= other) or smooth(one) == pytest.approx(smooth(other))


def test_between_is_on_the_way() -> None:
    assert between((0, 10), (10, 30), 0.5) == (5, 20)


@given(start=st.integers(0, 1000), length=st.integers(0, 1000), ms=st.integers(0, 3000))
def test_a_beat_is_0_before_and_1_after(start: int, length: int, ms: int) -> None:
    share = Beat(start, length).share(ms)
    assert share == 0 if ms < start else share == 1 if ms >= start + length else 0 <= share < 1


@given(st.integers(0, 60), st.integers(1, 500), st.integers(0, 300), st.integers(500, 1200))
def test_one_by_one_ends_within_its_time(count: int, length: int, apart: int, most: int) -> None:
    beats = one_by_one(count, length, apart, most)
    assert len(beats) == count
    assert all(beat.end <= most for beat in beats)
    assert all(one.start <= two.start for one, two in pairwise(beats))


@given(st.integers(0, 2000), st.lists(st.integers(0, 400)))
def test_a_clock_runs_once_to_its_end(length: int, steps: list[int]) -> None:
    clock = Clock(length)
    for step in steps:
        clock.advance(step)
        assert clock.ms <= length
    assert clock.running == (sum(steps) < length)
    clock.skip()
    assert not clock.running and clock.ms == length
