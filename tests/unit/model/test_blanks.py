import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.blanks import blanks_told, told, usurped
from jinju.model.cloze import parse
from jinju.model.item import Item

TEXT = "下的是{{c1::基层}}、察的是{{c2::民情}}、解的是{{c3::民忧}}、得的是民心"
WRITTEN = told(Item("i1", "a1", TEXT), "a.b.c")


def test_the_line_says_which_answer_bore_which_number():
    assert WRITTEN == "a.b.c.23 1@3+2=基层 2@9+2=民情 3@15+2=民忧"
    assert {n: [b.answer for b in blanks] for n, blanks in blanks_told(WRITTEN).items()} == {
        1: ["基层"],
        2: ["民情"],
        3: ["民忧"],
    }
    assert usurped(parse(TEXT), WRITTEN) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("下的是{{c3::基层}}、察的是{{c2::民情}}、解的是{{c1::民忧}}、得的是民心", (1, 3)),
        ("下的是基层、察的是{{c3::民情}}、解的是{{c2::民忧}}、得的是民心", (2, 3)),
        ("下的是{{c1::基层}}、察的是民情、解的是{{c3::民忧}}、得的是{{c2::民心}}", (2,)),
        ("如今下的是{{c1::基层}}、察的是民情、解的是{{c3::民忧}}、得的是{{c2::民心}}", (2,)),
    ],
)
def test_a_number_that_went_to_another_blank_is_named(text, numbers):
    assert usurped(parse(text), WRITTEN) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "下的是{{c1::基层}}、察的是{{c2::社情}}、解的是{{c3::民忧}}、得的是民心",
        "下的是{{c1::基层一线}}、察的是{{c2::民情、解的是民忧}}、得的是民心",
        "如今，下的是{{c1::一线}}、察的是{{c2::民情}}、得的是民心",
        "如今，下的是{{c1::基层}}、察的是{{c2::民情}}、{{c3::解的是民忧}}",
        "解的是{{c3::民忧}}、察的是{{c2::民情}}、下的是{{c1::基层}}",
        "下的是{{c1::基层}}、察的是{{c2::民情}}、解的是民忧、得的是{{c4::民心}}",
    ],
)
def test_a_mended_widened_or_moved_answer_is_the_same_blank(text):
    assert usurped(parse(text), WRITTEN) == ()


@given(st.text())
def test_whatever_stands_there_is_no_reason_to_fail(written):
    assert usurped(parse(TEXT), written) == ()
    assert usurped(parse(TEXT), f"a.b.c.{written}") in {(), (1,), (2,), (3,)}
