"""The learner's day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.review import Day, Moment
from jinju.study.day import day_of, starts

CHINA = 8 * 3600
NOON = 1_763_870_400_000  # 2025-11-23 04:00 UTC, noon in China
HOUR = 3_600_000


@pytest.mark.parametrize(
    ("hours", "days"),
    [(0, 0), (15, 0), (15.99, 0), (16, 1), (-8, 0), (-8.01, -1)],
)
def test_the_day_turns_over_at_four_in_the_morning_of_the_learner(hours, days):
    noon = day_of(Moment(NOON, CHINA), 4)
    assert day_of(Moment(NOON + int(hours * HOUR), CHINA), 4) == noon + days


def test_a_journey_moves_no_past_day_and_the_new_clock_counts_from_then_on():
    before = Moment(NOON, CHINA)
    after_landing = Moment(NOON + HOUR, -5 * 3600)  # midnight in New York, where the 23rd has not begun
    assert day_of(before, 4) == day_of(Moment(NOON, CHINA), 4)
    assert day_of(after_landing, 4) == day_of(before, 4) - 1


@given(
    st.integers(-20_000, 60_000),
    st.integers(-14 * 3600, 14 * 3600),
    st.integers(0, 23),
)
def test_a_day_begins_where_it_says_and_not_a_millisecond_earlier(day, offset, rollover):
    at = starts(Day(day), offset, rollover)
    assert day_of(Moment(at, offset), rollover) == day
    assert day_of(Moment(at - 1, offset), rollover) == day - 1
