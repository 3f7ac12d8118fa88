from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jinju.extract.select import FLOOR, best_set, budget, distinct
from jinju.model.article import Span
from jinju.model.picks import Quote

TEXT = "".join(chr(0x4E00 + i * 7 % 5000) for i in range(400))
CLIPS = st.lists(
    st.tuples(st.integers(0, 380), st.integers(5, 40), st.floats(0, 3)).map(
        lambda t: Quote(Span(t[0], min(t[0] + t[1], 400)), t[2], ())
    ),
    max_size=40,
)


def select(clips, text, most):
    return best_set(distinct([c for c in clips if c.score > FLOOR], text), most)


@given(CLIPS, st.integers(1, 10))
def test_chosen_clips_fit_the_budget_and_never_overlap(clips, most):
    chosen = select(clips, TEXT, most)
    assert len(chosen) <= most
    assert all(a.span.end <= b.span.start for a, b in pairwise(chosen))
    assert all(c.score > FLOOR for c in chosen)


def test_two_short_clips_beat_one_long_one_that_is_worth_less():
    clips = [Quote(Span(0, 40), 2.0, ()), Quote(Span(0, 18), 1.9, ()), Quote(Span(20, 40), 1.9, ())]
    assert [c.span for c in select(clips, TEXT, 5)] == [Span(0, 18), Span(20, 40)]


def test_a_repetition_elsewhere_is_left_out():
    text = TEXT[:30] + "。" + TEXT[:30] + "。" + TEXT[100:130]
    clips = [Quote(Span(0, 30), 2.0, ()), Quote(Span(31, 61), 1.9, ()), Quote(Span(62, 92), 1.5, ())]
    assert [c.span for c in select(clips, text, 5)] == [Span(0, 30), Span(62, 92)]


def test_the_budget_follows_the_length_unless_wished_otherwise():
    assert budget(1000) == 16
    assert budget(100_000) == 25
    assert budget(1000, 3) == 3
