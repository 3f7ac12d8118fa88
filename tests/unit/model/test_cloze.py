import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.article import Span
from jinju.model.cloze import Cloze, ClozeError, Mark, escape, parse, render

TEXT = st.text(alphabet="甲乙c1{}:\\，。a")


def test_marks_are_found_in_reading_order():
    cloze = parse("察的是{{c1::民情}}、解的是{{c2::民忧}}")
    assert cloze.plain == "察的是民情、解的是民忧"
    assert cloze.marks == (Mark(1, Span(3, 5)), Mark(2, Span(9, 11)))
    assert cloze.numbers == (1, 2)
    assert cloze.answers(2) == ("民忧",)


def test_nested_marks_and_hints():
    cloze = parse("{{c1::甲{{c2::乙}}::提示}}丙")
    assert cloze.plain == "甲乙丙"
    assert set(cloze.marks) == {Mark(1, Span(0, 2), "提示"), Mark(2, Span(1, 2))}


@pytest.mark.parametrize(
    ("text", "problem"),
    [("{{c1::甲", "unclosed"), ("{{c1::}}", "empty"), ("{{c0::甲}}", "number"), ("{{c500::甲}}", "number")],
)
def test_broken_notation_is_refused(text, problem):
    with pytest.raises(ClozeError) as caught:
        parse(text)
    assert caught.value.problem == problem


@given(TEXT)
def test_escaped_text_parses_to_itself(plain):
    assert parse(escape(plain)) == Cloze(plain, ())


@given(st.lists(st.tuples(TEXT, TEXT.filter(bool)), max_size=5), TEXT)
def test_render_then_parse_is_the_identity(pieces, tail):
    plain, marks = "", []
    for number, (before, answer) in enumerate(pieces, 1):
        start = len(plain) + len(before)
        marks.append(Mark(number, Span(start, start + len(answer))))
        plain += before + answer
    cloze = Cloze(plain + tail, tuple(marks))
    assert parse(render(cloze)) == cloze
