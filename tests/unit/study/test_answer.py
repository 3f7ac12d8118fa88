"""What counts as the right answer, and how a wrong one differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.adapters.simplify import OpenCC
from jinju.model.review import Rating
from jinju.study.answer import BEYOND, Comparison, Piece, compare, suggest

simplify = OpenCC().simplify


def check(typed, *expected):
    return compare(typed, expected, simplify)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("解民忧纾民困", "解民忧、纾民困"),
        (" 解民忧 ， 纾民困。", "解民忧、纾民困"),
        ("“下”到哪里", "下到哪里"),
        ("解民憂、紓民困", "解民忧、纾民困"),
        ("解民忧、纾民困", "解民憂、紓民困"),
        ("著眼於解", "着眼于解"),
        ("ＡＩ＋教育", "ai+教育"),
        ("５０％", "50%"),
        ("1,000", "1000"),
        ("cafe\u0301", "café"),
        ("葛\U000e0100", "葛"),
        ("zero\u200bwidth", "zero width"),
        ("——", "——"),
        ("3.5", "３．５"),
    ],
)
def test_the_way_of_writing_is_forgiven(typed, expected):
    assert check(typed, expected) == Comparison(right=True, close=True, pieces=(Piece("same", typed),))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "民忧"),
        ("，。", "民忧"),
        ("民优", "民忧"),
        ("35", "3.5"),
        ("50", "50%"),
        ("", "——"),
        ("，", "——"),
        ("c", "c++"),
        ("", ""),
    ],
)
def test_what_means_something_else_is_wrong(typed, expected):
    assert not check(typed, expected).right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("民生大事 关键小事", True),
        ("民生大事关键小事", True),
        ("民生大事、關鍵小事", True),
        ("民生大事\n关键小事", True),
        ("关键小事 民生大事", False),
        ("民生大事", False),
        ("民生大事 关键小事 关键小事", False),
    ],
)
def test_several_blanks_are_typed_in_order(typed, right):
    assert check(typed, "民生大事", "关键小事").right is right


@pytest.mark.parametrize(
    ("typed", "expected", "pieces"),
    [
        ("解民心", "解民忧", "same:解民 other:心 missing:忧"),
        ("解民", "解民忧、纾民困", "same:解民 missing:忧、纾民困"),
        ("一目就了然", "一目了然", "same:一目 extra:就 same:了然"),
        ("特事特办，急事快办", "特事特办、急事急办", "same:特事特办，急事 other:快 missing:急 same:办"),
        ("事、清办没办！", "事情办没办", "same:事、 other:清 missing:情 same:办没办！"),
    ],
)
def test_the_difference_is_told_character_by_character(typed, expected, pieces):
    assert " ".join(f"{p.kind}:{p.text}" for p in check(typed, expected).pieces) == pieces


@pytest.mark.parametrize(
    ("typed", "close"),
    [("紧盯不放、一抓到低", True), ("紧盯不放", False), ("松手不管、一放到底", False), ("", False)],
)
def test_a_slip_is_close_and_half_is_not(typed, close):
    compared = check(typed, "紧盯不放、一抓到底")
    assert (compared.right, compared.close) == (False, close)


def test_of_an_answer_far_too_long_only_the_beginning_is_looked_through():
    """So that ten thousand characters cost no more than a hundred; all of them are still given back."""
    compared = check("的确如此" * 2500, "小学生")
    assert not compared.right
    assert sum(len(p.text) for p in compared.pieces if p.kind != "missing") == 10_000
    tail = compared.pieces[-1]
    assert tail.kind == "extra"
    assert len(tail.text) >= 10_000 - 2 * (BEYOND * 3 + 50)


def test_a_whole_page_can_be_right():
    page = "把工作做在基层、实事干在一线。" * 700
    assert check(page.replace("、", " "), page).right
    assert not check(page[:-2] + "面。", page).right


texts = st.text(st.sampled_from("民忧心生大事關关，。 “”3.a\u0301Ｂ的👩🏽\u200d"), max_size=14)


@given(texts, texts)
def test_nothing_typed_and_nothing_asked_is_lost(typed, expected):
    compared = check(typed, expected)
    assert "".join(p.text for p in compared.pieces if p.kind != "missing") == typed
    if not compared.right and any(c.isalpha() for c in expected):
        rest = "".join(p.text for p in compared.pieces if p.kind in ("same", "missing"))
        assert simplify(letters(rest)) == simplify(letters(expected))


@given(texts, st.lists(st.sampled_from("，。、 　“”！—"), max_size=6))
def test_what_is_asked_is_right_whatever_stands_around_it(answer, marks):
    if letters(answer):
        assert check("".join(marks) + answer + "".join(marks), answer).right


def letters(text):
    import unicodedata

    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in wide if unicodedata.category(c)[0] in "LNMS")


RIGHT = check("民忧", "民忧")
WRONG = check("民优", "民忧")
CLOSE = check("紧盯不放、一抓到低", "紧盯不放、一抓到底")


@pytest.mark.parametrize(
    ("comparison", "hints", "taken", "rating"),
    [
        (RIGHT, 0, 8_000, Rating.GOOD),
        (RIGHT, 0, 21_000, Rating.HARD),
        (RIGHT, 0, 3_000, Rating.EASY),
        (RIGHT, 1, 3_000, Rating.HARD),
        (RIGHT, 4, 8_000, Rating.HARD),
        (WRONG, 0, 3_000, Rating.AGAIN),
        (CLOSE, 0, 3_000, Rating.AGAIN),
        (CLOSE, 2, 30_000, Rating.AGAIN),
        (None, 0, 1_000, Rating.GOOD),
        (None, 1, 1_000, Rating.HARD),
    ],
)
def test_the_grade_follows_from_right_hints_and_time(comparison, hints, taken, rating):
    assert suggest(comparison, hints, taken, 8_000) is rating


def test_without_a_known_pace_time_says_nothing():
    assert suggest(RIGHT, 0, 90_000, 0) is Rating.GOOD
