"""What comes up today."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.item import ItemId
from jinju.model.review import CardKey, Day, Moment, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.interleave import APART
from jinju.study.queue import Left, Queued, Seen, build

TODAY = Day(20_000)
NOW = 1_728_000_000_000


def card(
    item, number=1, *, article="a", theme="", position=0, phase="new", due=TODAY, at=None, stability=5.0
):
    if phase == "new":
        schedule = Schedule()
    else:
        last = Moment((due - 5) * 86_400_000 + 50_000_000)
        schedule = Schedule(phase, None, stability, 5.0, due, at, last, 5, 3)
    return Queued(CardKey(ItemId(item), number), schedule, item, article, theme, position, phase == "new")


def order(queue):
    return [(q.key.item, q.key.number) for q in queue]


def settings(**fields):
    return StudySettings(**{"new_a_day": 100, **fields})


def test_only_what_is_due_comes_up():
    cards = [card("late", phase="review", due=TODAY - 3), card("morrow", phase="review", due=TODAY + 1)]
    assert order(build(cards, TODAY, Seen(), settings())) == [("late", 1)]


def test_a_due_learning_step_goes_first_and_one_to_come_waits():
    cards = [
        card("r", phase="review"),
        card("due", phase="learning", at=NOW - 1),
        card("soon", phase="learning", at=NOW + 60_000),
    ]
    queue = build(cards, TODAY, Seen(), settings())
    assert queue.left() == Left(new=0, learning=2, review=1)
    assert [queue.next(NOW).key.item, queue.next(NOW).key.item, queue.next(NOW)] == ["due", "r", None]
    assert queue.waiting_until() == NOW + 60_000
    assert queue.next(NOW, ahead=60_000).key.item == "soon"
    assert queue.waiting_until() is None


def test_the_days_limits_count_what_was_done_earlier():
    cards = [card(f"r{i}", phase="review") for i in range(9)] + [card(f"n{i}", position=i) for i in range(9)]
    queue = build(cards, TODAY, Seen(new=3, reviews=2), settings(new_a_day=5, reviews_a_day=6))
    assert queue.left() == Left(new=2, learning=0, review=4)
    assert build(
        cards, TODAY, Seen(new=30, reviews=20), settings(new_a_day=5, reviews_a_day=6)
    ).left() == Left(0, 0, 0)


def test_a_step_left_over_from_yesterday_comes_whatever_the_limit():
    cards = [card("step", phase="relearning", due=TODAY), card("r", phase="review")]
    assert order(build(cards, TODAY, Seen(reviews=9), settings(reviews_a_day=5))) == [("step", 1)]


def test_siblings_do_not_come_on_one_day():
    cards = [
        card("x", 1, phase="review"),
        card("x", 2, phase="review", due=TODAY - 1),
        card("x", 3),
        card("y"),
    ]
    assert sorted(order(build(cards, TODAY, Seen(), settings()))) == [("x", 2), ("y", 1)]
    assert order(build(cards, TODAY, Seen(groups=frozenset({"x", "y"})), settings())) == []


def test_siblings_of_a_card_in_learning_wait_but_the_card_itself_does_not():
    cards = [card("x", 1, phase="learning", at=NOW), card("x", 2)]
    assert order(build(cards, TODAY, Seen(groups=frozenset({"x"})), settings())) == [("x", 1)]


def test_without_burying_siblings_come_apart():
    cards = [card(f"i{i}", n, phase="review", article=f"a{i}") for i in range(8) for n in (1, 2)]
    shown = [item for item, _ in order(build(cards, TODAY, Seen(), settings(bury_siblings=False)))]
    assert len(shown) == 16
    apart = [j - i for i in range(16) for j in range(i + 1, 16) if shown[i] == shown[j]]
    assert min(apart) >= APART


def test_in_the_last_days_before_the_exam_no_card_is_held_back():
    cards = [card("x", n, phase="review") for n in (1, 2, 3)]
    assert len(order(build(cards, TODAY, Seen(), settings(exam=Day(TODAY + 3))))) == 3
    assert len(order(build(cards, TODAY, Seen(), settings(exam=Day(TODAY + 30))))) == 1


def test_articles_and_themes_alternate():
    cards = [card(f"i{a}{i}", article=a, theme=a, phase="review") for a in "abc" for i in range(6)]
    queue = list(build(cards, TODAY, Seen(), settings()))
    same = sum(x.article == y.article for x, y in pairwise(queue))
    assert same <= 2


def test_new_cards_keep_their_articles_order_and_take_turns():
    cards = [card(f"{a}{i}", article=a, position=i) for a in "abcd" for i in range(3)]
    random.Random(1).shuffle(cards)
    shown = [item for item, _ in order(build(cards, TODAY, Seen(), settings()))]
    assert shown[:3] == ["a0", "b0", "c0"]
    for a in "abcd":
        assert [s for s in shown if s[0] == a] == [f"{a}0", f"{a}1", f"{a}2"]


def test_new_cards_are_spread_among_the_reviews():
    cards = [card(f"r{i}", phase="review", article=f"r{i}") for i in range(20)]
    cards += [card(f"n{i}", position=i, article=f"n{i}") for i in range(4)]
    places = [i for i, q in enumerate(build(cards, TODAY, Seen(), settings())) if q.is_new]
    assert len(places) == 4
    assert places[0] < 6
    assert places[-1] > 16


@pytest.mark.parametrize(("by", "first"), [("due", "old"), ("retrievability", "weak")])
def test_reviews_by_due_day_or_by_what_is_nearly_forgotten(by, first):
    cards = [
        card("old", phase="review", due=TODAY - 2, stability=400.0),
        card("weak", phase="review", due=TODAY, stability=1.0),
    ]
    assert order(build(cards, TODAY, Seen(), settings(order=by, reviews_a_day=1)))[0] == (first, 1)


def test_an_answered_card_comes_back_only_for_a_step_of_today():
    queue = build([card("x"), card("y", position=1)], TODAY, Seen(), settings())
    out = queue.next(NOW)
    queue.put_back(out._replace(schedule=Schedule("learning", 0, 2.0, 5.0, TODAY, NOW + 5), is_new=False))
    assert queue.left() == Left(new=1, learning=1, review=0)
    back = queue.next(NOW + 5)
    assert back.key == out.key
    queue.put_back(back._replace(schedule=Schedule("review", None, 2.0, 5.0, Day(TODAY + 2))))
    assert queue.left() == Left(new=1, learning=0, review=0)


def test_a_dropped_item_is_gone_with_its_steps():
    cards = [card("x", 1, phase="learning", at=NOW), card("y"), card("z", position=1)]
    queue = build(cards, TODAY, Seen(), settings())
    queue.drop(lambda q: q.group in ("x", "z"))
    assert order(queue) == [("y", 1)]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 3), st.booleans()), unique_by=lambda t: t[:2]))
def test_the_queue_does_not_depend_on_the_order_in_which_cards_are_read(found):
    cards = [
        card(f"i{i}", n, article=f"a{i % 3}", position=i, phase="new" if new else "review")
        for i, n, new in found
    ]
    one = order(build(cards, TODAY, Seen(), settings()))
    assert one == order(build(reversed(cards), TODAY, Seen(), settings()))
    assert len({item for item, _ in one}) == len(one)
    assert {item for item, _ in one} == {c.group for c in cards}
