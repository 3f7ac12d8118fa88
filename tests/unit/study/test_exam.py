"""Studying towards an exam."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.review import Day, Moment, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.exam import LAST_DAYS, cap, plan

TODAY = Day(20_000)
EXAM = Day(20_060)


@pytest.mark.parametrize(
    ("interval", "today", "share", "expected"),
    [
        (30, TODAY, 0.0, 30),
        (59, TODAY, 0.0, 59),
        (60, TODAY, 0.0, 53),
        (400, TODAY, 0.0, 53),
        (400, TODAY, 0.99, 59),
        (400, EXAM - 8, 0.0, 1),
        (3, EXAM - 7, 0.9, 3),
        (400, EXAM - 7, 0.9, 7),
        (400, EXAM - 1, 0.5, 1),
        (400, EXAM, 0.5, 400),
        (400, EXAM + 9, 0.5, 400),
    ],
)
def test_no_interval_leads_past_the_exam_and_long_ones_end_in_the_last_days(interval, today, share, expected):
    assert cap(interval, today, EXAM, share) == expected


def test_without_an_exam_nothing_is_capped():
    assert cap(400, TODAY, None) == 400


@given(st.integers(1, 40_000), st.integers(0, 400), st.floats(0, 1, exclude_max=True))
def test_a_capped_interval_is_a_day_at_least_no_longer_than_it_was_and_ends_by_the_exam(
    interval, left, share
):
    capped = cap(interval, TODAY, Day(TODAY + left), share)
    assert 1 <= capped <= interval
    if left:
        assert capped <= left
    if capped < interval and left > LAST_DAYS:
        assert left - LAST_DAYS <= capped < left


def test_new_cards_a_day_are_as_many_as_it_takes_and_end_before_the_last_days():
    made = plan(300, [], TODAY, EXAM, StudySettings(), pace_seconds=8)
    assert made.feasible
    assert made.new_a_day == 6
    assert made.last_new_day < EXAM - LAST_DAYS
    assert (
        made.new_a_day * (made.last_new_day - TODAY + 1) >= 300 > made.new_a_day * (made.last_new_day - TODAY)
    )
    assert len(made.load.answers) == EXAM - TODAY
    assert made.minutes == pytest.approx(max(made.load.answers) * 8 / 60)
    assert made.load.answers[made.fullest - TODAY] == max(made.load.answers)


@pytest.mark.parametrize(
    ("new", "days", "fields", "minutes", "why"),
    [
        (10, 0, {}, None, "past"),
        (10, -3, {}, None, "past"),
        (300, 10, {}, None, "new"),
        (300, 10, {"new_a_day": 60}, None, ""),
        (300, 30, {"new_a_day": 60, "reviews_a_day": 20}, None, "reviews"),
        (300, 30, {}, 2, "time"),
        (300, 30, {}, 200, ""),
        (3, 1, {}, None, ""),
        (0, 30, {}, None, ""),
    ],
)
def test_a_plan_says_whether_it_can_be_done_and_why_not(new, days, fields, minutes, why):
    made = plan(
        new, [], TODAY, Day(TODAY + days), StudySettings(**fields), pace_seconds=8, minutes_a_day=minutes
    )
    assert (made.feasible, made.why_not) == (not why, why)


def test_an_impossible_plan_says_what_it_would_take():
    made = plan(300, [], TODAY, Day(TODAY + 10), StudySettings(), pace_seconds=8)
    assert made.new_a_day * 7 >= 300
    assert made.minutes > 0


def test_cards_already_known_come_up_in_the_last_days():
    noon = Moment((TODAY - 1) * 86_400_000 + 43_200_000)
    known = Schedule("review", None, 500.0, 3.0, Day(TODAY + 3), None, noon, 400, 5)
    made = plan(0, [known] * 40, TODAY, EXAM, StudySettings(), pace_seconds=8)
    assert sum(made.load.reviews[:5]) >= 40
    assert sum(made.load.reviews[-LAST_DAYS:]) >= 40
    far = replace(known, due_day=Day(EXAM + 100))
    assert (
        sum(plan(0, [far] * 40, TODAY, EXAM, StudySettings(), pace_seconds=8).load.reviews[-LAST_DAYS:]) >= 40
    )
