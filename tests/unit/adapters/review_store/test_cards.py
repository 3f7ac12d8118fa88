"""What is asked of the store for today, and nothing more."""

import pytest
from tests.study_decks import DAY, EAST, HOUR, MINUTE, NOON, key, review, step

from jinju.model.review import Day, Moment, Rating, Schedule
from jinju.study.day import day_of

TODAY = day_of(Moment(NOON, EAST), 4)


@pytest.fixture
def learnt(store):
    """Cards 1 to 3 learnt with EASY: due in ten days or so; card 4 in a learning step."""
    for n in (1, 2, 3):
        store.reviews.record(review(key(n), NOON + n * MINUTE, Rating.EASY), step)
    store.reviews.record(review(key(4), NOON + HOUR), step)
    return store


def due_days(store):
    return {n: store.cards.get(key(n)).schedule.due_day for n in (1, 2, 3)}


def test_cards_come_up_on_their_day_and_not_before(learnt, decks):
    first = min(due_days(learnt).values())
    before = learnt.cards.due(decks, Day(first - 1), now=NOON, most=99)
    assert [c for c in before if c.schedule.phase == "review"] == []
    found = learnt.cards.due(decks, Day(first + 5), now=NOON + 15 * DAY, most=99)
    assert {c.key for c in found} == {key(1), key(2), key(3)}
    assert [c.schedule.due_day for c in found] == sorted(due_days(learnt).values())
    assert len(learnt.cards.due(decks, Day(first + 5), now=NOON, most=2)) == 2


def test_steps_within_the_day_are_apart(learnt, decks):
    (card,) = learnt.cards.learning(decks, TODAY)
    assert card.key == key(4)
    assert card.schedule.due_at == NOON + HOUR + 10 * MINUTE


def test_the_likeliest_to_be_forgotten_come_first(store, decks):
    sure = Schedule("review", None, 100.0, 5.0, Day(TODAY - 1), None, Moment(NOON - 30 * DAY, 0), 30, 3)
    weak = Schedule("review", None, 5.0, 5.0, TODAY, None, Moment(NOON - 20 * DAY, 0), 20, 3)
    store.cards.set_schedules({key(1): sure, key(2): weak})
    by_day = store.cards.due(decks, TODAY, now=NOON, most=9)
    assert [c.key for c in by_day] == [key(1), key(2)]
    by_chance = store.cards.due(decks, TODAY, now=NOON, most=9, order="retrievability")
    assert [c.key for c in by_chance] == [key(2), key(1)]


def test_an_exam_may_call_for_cards_that_are_due_after_it(learnt, decks):
    found = learnt.cards.due(decks, TODAY, now=NOON, most=9, from_day=Day(TODAY + 1))
    assert {c.key for c in found} == {key(1), key(2), key(3)}


def test_suspended_and_buried_cards_rest(store, decks):
    assert store.cards.suspend(key(1))
    assert store.cards.bury(key(2), TODAY)
    new = {c.key for c in store.cards.new(decks, TODAY, most=99)}
    assert key(1) not in new
    assert key(2) not in new
    assert store.cards.counts(decks, TODAY).new == 6
    assert key(2) in {c.key for c in store.cards.new(decks, Day(TODAY + 1), most=99)}
    store.cards.suspend(key(1), on=False)
    store.cards.bury(key(2), None)
    assert store.cards.counts(decks, TODAY).new == 8
    assert not store.cards.suspend(key(99))


def test_a_flag_is_kept(store):
    store.cards.flag(key(1))
    assert store.cards.get(key(1)).flagged
    store.cards.flag(key(1), on=False)
    assert not store.cards.get(key(1)).flagged


def test_counts_and_the_next_day(learnt, decks):
    assert learnt.cards.counts(decks, TODAY) == (4, 1, 0)
    first = min(due_days(learnt).values())
    day, count = learnt.cards.next_due(decks, TODAY)
    assert day == first
    assert count == list(due_days(learnt).values()).count(first)
    assert learnt.cards.next_due([], TODAY) is None
    assert learnt.cards.counts([], TODAY) == (0, 0, 0)


@pytest.mark.parametrize(
    ("which", "index"),
    [
        ("due_day <= 5", "cards_due"),
        ("due_at IS NOT NULL", "cards_steps"),
        ("phase = 'new'", "cards_new"),
    ],
)
def test_the_queue_is_read_through_indexes(store, which, index):
    plan = store.connection.rows(
        f"EXPLAIN QUERY PLAN SELECT id FROM cards WHERE {which} AND archived = 0 AND suspended = 0"
    )
    assert any(index in row[3] for row in plan), plan
