"""Which of the clips that share a place is best cut."""

import pytest

from jinju.extract.cut import chances, rivals


def test_clips_that_share_half_of_the_shorter_one_are_rivals():
    clips = [(0, 20), (0, 40), (15, 40), (30, 60), (70, 90)]
    assert list(rivals(clips)) == [(0, 1), (1, 2)]


def test_the_likelier_edges_take_their_share_and_a_lone_clip_all():
    even = chances([(0, 20), (5, 20), (70, 90)], [1.0, 1.0, -5.0])
    assert even == pytest.approx([0.5, 0.5, 1.0])
    ahead = chances([(0, 20), (5, 20), (70, 90)], [3.0, 1.0, 9.0])
    assert ahead[0] > 0.85
    assert ahead[0] + ahead[1] == pytest.approx(1.0)


def test_far_apart_scores_do_no_harm():
    assert chances([(0, 20), (5, 20)], [900.0, -900.0]) == pytest.approx([1.0, 0.0], abs=1e-9)
