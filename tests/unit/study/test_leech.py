"""Leeches."""

import pytest

from jinju.model.review import Schedule
from jinju.study.leech import is_leech, to_be_told


@pytest.mark.parametrize(
    ("lapses", "threshold", "leech"), [(7, 8, False), (8, 8, True), (30, 8, True), (9, 0, False)]
)
def test_a_card_forgotten_too_often_is_a_leech(lapses, threshold, leech):
    assert is_leech(Schedule("review", lapses=lapses), threshold) is leech


def test_it_is_told_at_the_threshold_and_at_every_half_of_it_as_in_anki():
    told = [n for n in range(1, 24) if to_be_told(Schedule(lapses=n - 1), Schedule(lapses=n), 8)]
    assert told == [8, 12, 16, 20]
    assert [n for n in range(1, 9) if to_be_told(Schedule(lapses=n - 1), Schedule(lapses=n), 3)] == [3, 5, 7]


def test_an_answer_that_is_no_lapse_tells_nothing():
    assert not to_be_told(Schedule(lapses=8), Schedule(lapses=8), 8)
