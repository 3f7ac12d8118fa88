"""Which rows of a review log count, by the rules of Anki's FSRS."""

import pytest

from jinju.adapters.anki_history.rows import Row, answers, review_of
from jinju.model.review import CardKey, Moment, Rating

START = 1_790_000_000_000
LEARN, REVIEW, RELEARN, FILTERED, MANUAL, RESCHEDULED = range(6)


def rows(*kinds):
    """One row a second; a number is a kind with a button, a pair names button and factor too."""
    found = []
    for n, given in enumerate(kinds):
        kind, ease, factor = given if isinstance(given, tuple) else (given, 3, 500)
        found.append(Row(START + n * 1000, ease, factor, 2000, kind))
    return found


RESET, DUE_SET, MOVED = (MANUAL, 0, 0), (MANUAL, 0, 2500), (RESCHEDULED, 0, 2500)
PREVIEW, EARLY = (FILTERED, 3, 0), (FILTERED, 3, 2500)


@pytest.mark.parametrize(
    ("kinds", "counting", "left"),
    [
        ((LEARN, LEARN, REVIEW, RELEARN, REVIEW), [0, 1, 2, 3, 4], {}),
        ((), [], {}),
        ((LEARN, DUE_SET, REVIEW, MOVED), [0, 2], {"manual": 1, "rescheduled": 1}),
        ((LEARN, PREVIEW, EARLY, REVIEW), [0, 2, 3], {"preview": 1}),
        ((LEARN, REVIEW, RESET), [], {"forgotten": 2, "manual": 1}),
        ((LEARN, RESET, LEARN, REVIEW), [2, 3], {"forgotten": 1, "manual": 1}),
        ((LEARN, RESET, LEARN, RESET, LEARN), [4], {"forgotten": 2, "manual": 2}),
        ((LEARN, REVIEW, LEARN, REVIEW), [2, 3], {"forgotten": 2}),  # reset by an Anki that logged no reset
        ((LEARN, REVIEW, RELEARN, LEARN, LEARN), [3, 4], {"forgotten": 3}),
        ((REVIEW, RELEARN, REVIEW), [0, 1, 2], {}),
        ((LEARN, (REVIEW, 0, 2500), REVIEW), [0, 2], {"manual": 1}),
        ((LEARN, (REVIEW, 9, 2500), (7, 3, 0), (FILTERED, 0, 5)), [0], {"odd": 3}),
    ],
)
def test_answers(kinds, counting, left):
    given = rows(*kinds)
    assert answers(given) == ([given[n] for n in counting], left)


@pytest.mark.parametrize("at", [0, -5, 1_000_000_000_000, 9_000_000_000_000])
def test_a_time_that_cannot_be_is_no_answer(at):
    assert answers([Row(at, 3, 0, 0, LEARN)]) == ([], {"odd": 1})


def test_a_row_becomes_a_review_on_the_learners_clock():
    key = CardKey("i0001", 2)
    row = Row(START, 2, 500, -7, REVIEW)
    found = review_of(key, row, lambda at: 3600 if at == START else 0)
    assert (found.card, found.when, found.rating) == (key, Moment(START, 3600), Rating.HARD)
    assert (found.taken, found.mode) == (0, "anki")
    assert review_of(key, row._replace(taken=10**12), lambda _: 0).taken == 86_400_000
