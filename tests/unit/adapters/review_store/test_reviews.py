"""Reviews are only ever added; a schedule is what they fold to."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.study_decks import DAY, EAST, HOUR, MINUTE, NOON, SCHEDULER, items, key, review, step, write_deck

from jinju.adapters.review_store import Logged, open_store
from jinju.model.review import Rating, Schedule


def _schedule(store, card):
    return store.cards.get(card).schedule


def test_a_recorded_review_is_seen_by_another_connection_at_once(store, place):
    recorded = store.reviews.record(review(key(1), taken=4200, hints=1, mode="type"), step)
    with open_store(place) as other:
        assert list(other.reviews.all()) == [recorded.review]
        assert _schedule(other, key(1)) == recorded.after == step(Schedule(), recorded.review)


def test_a_review_of_an_unknown_card_is_refused(store):
    with pytest.raises(KeyError):
        store.reviews.record(review(key(99)), step)
    assert store.reviews.count() == 0


def test_reviews_cannot_be_changed_or_removed(store):
    recorded = store.reviews.record(review(key(1)), step)
    store.reviews.retract(recorded, step, at=NOON)
    for statement in ("UPDATE reviews SET rating = 4", "DELETE FROM reviews", "DELETE FROM retractions"):
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.raw.execute(statement)


def test_two_answers_in_one_millisecond_are_two(store):
    store.reviews.record(review(key(1)), step)
    store.reviews.record(review(key(1), rating=Rating.AGAIN), step)
    assert [r.when.at for r in store.reviews.all(key(1))] == [NOON, NOON + 1]


def test_what_is_taken_back_counts_no_more_and_stays_in_the_log(store):
    first = store.reviews.record(review(key(1)), step)
    second = store.reviews.record(review(key(1), NOON + DAY, Rating.AGAIN), step)
    assert store.reviews.retract(second, step, at=NOON + DAY + 5) == first.after
    assert _schedule(store, key(1)) == first.after
    assert list(store.reviews.all()) == [first.review]
    assert [logged.retracted for logged in store.reviews.log()] == [None, NOON + DAY + 5]
    assert store.reviews.retract(second, step, at=NOON + 2 * DAY) is None
    assert store.reviews.count() == 1


def test_an_answer_given_elsewhere_since_survives_an_undo(store):
    first = store.reviews.record(review(key(1)), step)
    later = store.reviews.record(review(key(1), NOON + DAY), step)
    store.reviews.retract(first, step, at=NOON + DAY + 1)
    assert _schedule(store, key(1)) == step(Schedule(), later.review)


def test_the_fold_goes_on_from_where_another_process_left_the_card(store, place):
    with open_store(place) as other:
        first = other.reviews.record(review(key(1)), step)
    second = store.reviews.record(review(key(1), NOON + 10 * MINUTE), step)
    assert second.before == first.after
    assert _schedule(store, key(1)) == SCHEDULER.replay([first.review, second.review])


def test_a_clock_set_back_keeps_the_order_of_answers(store):
    first = store.reviews.record(review(key(1), NOON + 400 * DAY), step)
    second = store.reviews.record(review(key(1), NOON, Rating.AGAIN), step)
    assert list(store.reviews.all(key(1))) == [first.review, second.review]
    live = _schedule(store, key(1))
    assert live.last == second.review.when
    store.reviews.rebuild(step)
    assert _schedule(store, key(1)) == live
    moved = [(logged.review, logged.turn) for logged in store.reviews.log()]
    assert moved[0] == (second.review, NOON + 400 * DAY + 1)


def test_a_journey_moves_no_review(store):
    home = store.reviews.record(review(key(1), NOON, offset=EAST), step)
    away = store.reviews.record(review(key(1), NOON + 20 * HOUR, offset=-10 * 3600), step)
    assert [r.when for r in store.reviews.all()] == [home.review.when, away.review.when]
    live = _schedule(store, key(1))
    store.reviews.rebuild(step)
    assert _schedule(store, key(1)) == live


def test_adding_twice_changes_nothing(store):
    logged = [Logged(review(key(1), NOON + n * DAY), "anki") for n in range(5)]
    added = store.reviews.add(logged, step)
    assert (added.new, added.known, added.cards) == (5, 0, 1)
    whole = list(store.reviews.log())
    added = store.reviews.add(logged, step)
    assert (added.new, added.known, added.cards) == (0, 5, 0)
    assert list(store.reviews.log()) == whole
    assert _schedule(store, key(1)) == SCHEDULER.replay([one.review for one in logged])


def test_reviews_older_than_those_here_take_their_place_in_time(store):
    store.reviews.record(review(key(1), NOON + 10 * DAY), step)
    store.reviews.add([Logged(review(key(1), NOON))], step)
    assert [r.when.at for r in store.reviews.all(key(1))] == [NOON, NOON + 10 * DAY]
    assert _schedule(store, key(1)) == SCHEDULER.replay(store.reviews.all(key(1)))


def test_reviews_of_cards_without_a_deck_wait_for_it(empty, tmp_path):
    added = empty.reviews.add([Logged(review(key(1), NOON + n * DAY)) for n in range(3)], step)
    assert added.cards == 1
    assert empty.cards.get(key(1)).archived
    write_deck(tmp_path / "late.yaml", only=items()[:1])
    refreshed = empty.decks.refresh(tmp_path / "late.yaml", now_ns=0)
    assert (refreshed.added, refreshed.revived) == (1, 1)
    card = empty.cards.get(key(1))
    assert not card.archived
    assert card.schedule.reps == 3


def test_an_import_that_fails_leaves_nothing(store):
    def broken():
        yield Logged(review(key(1)))
        raise OSError("the file ends in the middle")

    with pytest.raises(OSError, match="middle"):
        store.reviews.add(broken(), step)
    assert store.reviews.count() == 0
    assert _schedule(store, key(1)) == Schedule()


def test_a_retraction_comes_along(store, tmp_path):
    first = store.reviews.record(review(key(1)), step)
    with open_store(tmp_path / "other.db") as other:
        other.reviews.add(store.reviews.log(), step)
        store.reviews.retract(first, step, at=NOON + 9)
        added = other.reviews.add(store.reviews.log(), step)
        assert (added.new, added.retracted) == (0, 1)
        assert other.reviews.count() == 0
        assert _schedule(other, key(1)) == Schedule()


def test_of_late_says_which_were_first(store):
    store.reviews.record(review(key(1), NOON - DAY), step)
    taken_back = store.reviews.record(review(key(2), NOON), step)
    store.reviews.retract(taken_back, step, at=NOON + 1)
    store.reviews.record(review(key(1), NOON + 1), step)
    store.reviews.record(review(key(2), NOON + 2), step)
    store.reviews.record(review(key(2), NOON + 3), step)
    recent = [(r.review.card, r.first) for r in store.reviews.since(NOON - HOUR)]
    assert recent == [(key(1), False), (key(2), True), (key(2), False)]


_WHAT = st.lists(
    st.tuples(
        st.sampled_from(["record", "retract", "add", "reopen"]),
        st.integers(1, 3),
        st.integers(-3 * DAY, 40 * DAY),
        st.sampled_from(list(Rating)),
        st.integers(-12, 14),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(_WHAT)
def test_whatever_happened_the_schedules_are_the_fold_of_the_log(tmp_path_factory, what):
    folder = tmp_path_factory.mktemp("law")
    store = open_store(folder / "reviews.db")
    store.decks.refresh(write_deck(folder / "deck.yaml"), now_ns=0)
    done, at = [], NOON
    for kind, card, passes, rating, hours in what:
        at = max(NOON - DAY, at + passes)
        one = review(key(card), at, rating, hours * 3600)
        if kind == "record":
            done.append(store.reviews.record(one, step))
        elif kind == "retract" and done:
            store.reviews.retract(done.pop(), step, at=at)
        elif kind == "add":
            store.reviews.add([Logged(one, "anki")], step)
        elif kind == "reopen":
            store.close()
            store = open_store(folder / "reviews.db")
    live = {card.key: card.schedule for card in store.cards.all()}
    for card, schedule in live.items():
        assert schedule == SCHEDULER.replay(store.reviews.all(card))
    store.reviews.rebuild(step)
    assert {card.key: card.schedule for card in store.cards.all()} == live
    store.close()
