"""Leeches."""

import pytest

from jinju.model.review import Schedule
from jinju.study.leech import is_leech


@pytest.mark.parametrize(
    ("lapses", "threshold", "leech"), [(7, 8, False), (8, 8, True), (30, 8, True), (9, 0, False)]
)
def test_a_card_forgotten_too_often_is_a_leech(lapses, threshold, leech):
    assert is_leech(Schedule("review", lapses=lapses), threshold) is leech
