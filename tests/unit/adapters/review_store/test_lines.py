"""Reviews as JSON lines: out and in again without loss, and bad lines told by their number."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.adapters.review_store import Logged
from jinju.adapters.review_store.lines import from_lines, to_line
from jinju.model.item import ItemId
from jinju.model.review import CardKey, Moment, Rating, Review

_MOST = 10**13
LOGGED = st.builds(
    Logged,
    st.builds(
        Review,
        st.builds(CardKey, st.from_regex(r"\A[a-z][a-z0-9]{0,20}\Z").map(ItemId), st.integers(1, 499)),
        st.builds(Moment, st.integers(0, _MOST), st.integers(-86_399, 86_399)),
        st.sampled_from(list(Rating)),
        st.integers(0, 10**9),
        st.integers(0, 99),
        st.sampled_from(["reveal", "type", "anki"]),
    ),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.integers(0, _MOST),
    st.none() | st.integers(0, _MOST),
)
LINE = '{"item": "iabc", "number": 1, "at": "2026-11-23T09:03:55.123+08:00", "rating": 3}'


@given(LOGGED)
def test_what_is_written_is_read_as_it_was(logged):
    line = to_line(logged)
    assert "\n" not in line
    problems = []
    (again,) = from_lines([line], "x", problems)
    assert not problems
    assert again.review == logged.review
    assert (again.source, again.retracted) == (logged.source, logged.retracted)
    assert logged.turn in {again.turn, again.review.when.at}


def test_a_line_says_what_a_person_would_say():
    logged = Logged(
        Review(CardKey(ItemId("iabc"), 2), Moment(1_763_859_835_123, 28800), Rating.GOOD, 4200, 1, "type")
    )
    assert json.loads(to_line(logged)) == {
        "item": "iabc",
        "number": 2,
        "at": "2025-11-23T09:03:55.123+08:00",
        "rating": 3,
        "taken": 4200,
        "hints": 1,
        "mode": "type",
    }


def test_only_what_matters_must_be_there():
    (logged,) = from_lines([LINE, "", "  \n"], "x", [])
    assert logged.review.taken == 0
    assert logged.review.mode == "reveal"
    assert logged.turn is None


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        ("nonsense", "JSON"),
        ("[1]", "JSON"),
        ("[" * 100_000, "JSON"),
        (LINE.replace('"iabc"', "7"), "item"),
        (LINE.replace('"iabc"', '"a b"'), "item"),
        (LINE.replace('"iabc"', '"\\ud800"'), "item"),
        (LINE.replace('"number": 1', '"number": 500'), "number"),
        (LINE.replace('"number": 1', '"number": true'), "number"),
        (LINE.replace("+08:00", ""), "at"),
        (LINE.replace("2026-11-23T09:03:55.123+08:00", "yesterday"), "at"),
        (LINE.replace("2026", "1969"), "at"),
        (LINE.replace('"rating": 3', '"rating": 5'), "rating"),
        (LINE.replace("}", ', "taken": -1}'), "taken"),
        (LINE.replace("}", ', "hints": 1.5}'), "hints"),
        (LINE.replace("}", ', "mode": "guess"}'), "mode"),
        (LINE.replace("}", ', "mode": []}'), "mode"),
        (LINE.replace("}", ', "source": 1}'), "source"),
        (LINE.replace("}", ', "retracted": "never"}'), "retracted"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_taken(bad, key):
    problems = []
    good = list(from_lines([LINE, bad, LINE], "reviews.jsonl", problems))
    assert len(good) == 2
    (problem,) = problems
    assert (problem.where, problem.line, dict(problem.details)["key"]) == ("reviews.jsonl", 2, key)
