"""What reviews and schedules say."""

from jinju.model.item import ItemId
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.study.statistics import (
    LONGEST_ANSWER,
    Maturity,
    Retention,
    Work,
    by_day,
    maturity,
    pace,
    retention_by_week,
    spread,
    weakest,
)

DAY = 86_400_000


def review(card, day, rating=Rating.GOOD, minute=0, taken=5_000):
    at = Moment(day * DAY + 12 * 3_600_000 + minute * 60_000)
    return Review(CardKey(ItemId(card), 1), at, rating, taken)


def test_work_is_counted_by_the_learners_day():
    reviews = [review("a", 10), review("b", 10, Rating.AGAIN, taken=900_000), review("a", 12)]
    assert by_day(reviews, 4) == {10: Work(2, 1, 5_000 + LONGEST_ANSWER), 12: Work(1, 1, 5_000)}
    night = Review(CardKey(ItemId("a"), 1), Moment(11 * DAY + 3 * 3_600_000), Rating.GOOD)
    assert list(by_day([night], 4)) == [10]


def test_retention_counts_only_what_was_slept_over_once_a_day_by_weeks_from_monday():
    monday = 4  # 1970-01-05
    reviews = [
        review("a", monday),
        review("b", monday, minute=1),
        review("a", monday, Rating.AGAIN, minute=2),
        review("a", monday + 6, Rating.AGAIN),
        review("a", monday + 6, minute=9),
        review("b", monday + 6, Rating.HARD),
        review("a", monday + 7),
    ]
    assert retention_by_week(reviews, 4) == {monday: Retention(2, 1), monday + 7: Retention(1, 1)}
    assert Retention(2, 1).share == 0.5
    assert Retention().share is None


def test_a_clock_set_back_is_no_night():
    reviews = [review("a", 30), review("a", 20, Rating.AGAIN), review("a", 30, Rating.AGAIN, minute=5)]
    assert retention_by_week(reviews, 4) == {}


def test_a_spread_has_a_class_below_between_and_above():
    assert spread([0.5, 1.0, 2.9, 3.0, 80.0], (1.0, 3.0, 7.0)) == (1, 2, 1, 1)
    assert spread([], (1.0,)) == (0, 0)


def test_maturity_by_name_in_order():
    cards = [
        ("乙", Schedule("review", interval=21)),
        ("甲", Schedule()),
        ("乙", Schedule("review", interval=20)),
        ("乙", Schedule("relearning")),
    ]
    assert list(maturity(cards).items()) == [("乙", Maturity(0, 1, 1, 1)), ("甲", Maturity(1, 0, 0, 0))]


def test_the_weakest_were_forgotten_most_then_are_hardest_then_likeliest_gone():
    cards = [
        ("never", Schedule("review", stability=0.1, difficulty=10.0)),
        ("once", Schedule("review", stability=9.0, difficulty=9.0, lapses=1)),
        ("twice, easier", Schedule("review", stability=9.0, difficulty=5.0, lapses=2)),
        ("twice, gone", Schedule("review", stability=1.0, difficulty=7.0, lapses=2)),
        ("twice, there", Schedule("review", stability=9.0, difficulty=7.0, lapses=2)),
    ]
    found = weakest(cards, 4, lambda schedule: schedule.stability / 10)
    assert [name for name, _ in found] == ["twice, gone", "twice, there", "twice, easier", "once"]
    assert weakest(cards, 1, lambda schedule: 0.5)[0][0] in ("twice, gone", "twice, there")


def test_ones_pace_is_the_median_and_a_pause_does_not_count_for_hours():
    assert pace([4_000, 6_000, 3_600_000]) == 6_000
    assert pace([3_600_000]) == LONGEST_ANSWER
    assert pace([0]) == pace([]) == 0
