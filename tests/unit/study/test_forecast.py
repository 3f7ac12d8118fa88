"""The load ahead."""

from dataclasses import replace

from jinju.model.review import Day, Moment, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.forecast import FORGOTTEN_AT_FIRST, SAMPLE, load

TODAY = Day(20_000)
SETTINGS = StudySettings()


def known(due, stability=10.0):
    last = Moment((TODAY - 10) * 86_400_000 + 43_200_000)
    return Schedule("review", None, stability, 5.0, Day(due), None, last, due - TODAY + 10, 4)


def test_nothing_to_learn_is_no_load():
    assert load([], TODAY, 5, SETTINGS).answers == (0.0,) * 5
    assert load([Schedule()], TODAY, 5, SETTINGS).answers == (0.0,) * 5
    assert load([known(TODAY)], TODAY, 0, SETTINGS).answers == ()


def test_cards_come_up_on_their_day_and_a_backlog_on_the_first():
    ahead = load([known(TODAY + 2)] * 3 + [known(TODAY - 9)] * 2, TODAY, 4, SETTINGS)
    assert ahead.reviews[0] >= 2
    assert ahead.reviews[2] >= 3
    assert sum(load([known(TODAY + 2)] * 3, TODAY, 2, SETTINGS).answers) == 0
    assert ahead.new == (0.0,) * 4


def test_new_cards_are_taken_up_day_by_day_and_come_back():
    ahead = load([], TODAY, 30, SETTINGS, new_count=50, new_a_day=10)
    assert all(ahead.new[:5])
    assert not any(ahead.new[5:])
    right_away = 2 * (1 - FORGOTTEN_AT_FIRST) + 3 * FORGOTTEN_AT_FIRST  # two steps, one more if forgotten
    assert 0.8 * 50 * right_away < sum(ahead.new) < 1.2 * 50 * right_away
    assert sum(ahead.reviews) > 2 * 50


def test_many_cards_are_spoken_for_by_a_sample():
    few = load([known(TODAY + i % 7) for i in range(SAMPLE)], TODAY, 7, SETTINGS)
    many = load([known(TODAY + i % 7) for i in range(10 * SAMPLE)], TODAY, 7, SETTINGS)
    assert 8 < sum(many.reviews) / sum(few.reviews) < 12


def test_the_same_cards_give_the_same_forecast():
    cards = [known(TODAY + i % 20, stability=1.0 + i) for i in range(60)]
    assert load(cards, TODAY, 40, SETTINGS, new_count=9, new_a_day=2) == load(
        iter(cards), TODAY, 40, SETTINGS, new_count=9, new_a_day=2
    )


def test_a_higher_wished_retention_costs_more():
    cards = [known(TODAY + i % 10, stability=8.0) for i in range(100)]
    careless = load(cards, TODAY, 60, replace(SETTINGS, retention=0.8))
    careful = load(cards, TODAY, 60, replace(SETTINGS, retention=0.95))
    assert sum(careful.answers) > 1.5 * sum(careless.answers)
