"""Which of the possible blanks of a clip become its cards."""

import pytest

from jinju.cards.blanks import FIRST, SECOND, choose_blanks
from jinju.cards.candidate import Candidate, Clip
from jinju.model.article import Span
from jinju.model.famous import Citation, FamousLine
from jinju.model.lexicon import Words
from jinju.model.picks import Quote

TEXT = "手莫伸，伸手必被捉，要始终保持反腐败的高压态势。"
HALF, OTHER = "伸手必被捉", "高压态势"


def span_of(part):
    start = TEXT.index(part)
    return Span(start, start + len(part))


def answers(values, use="argument", source="俗语"):
    """What is asked for of TEXT where its blanks have these values, best first."""
    line = FamousLine("手莫伸伸手必被捉", (Span(3, 8),), source, 3, use)
    cited = Citation(line, Span(0, 9), (span_of(HALF),))
    pool = tuple(
        sorted((Candidate(span_of(p), "phrase", v) for p, v in values.items()), key=lambda c: -c.value)
    )
    quote = Quote(Span(0, len(TEXT)), 0.9, ())
    clip = Clip(quote, TEXT, 0, (), (), (), Words({}, 1), frozenset(), citations=(cited,), pool=pool)
    return [c.span.of(TEXT) for card in choose_blanks(clip) for c in card]


def test_a_second_blank_must_be_surer_than_the_first_need_be():
    assert answers({HALF: FIRST}) == [HALF]
    assert answers({HALF: 0.8, OTHER: SECOND}) == [HALF, OTHER]
    assert answers({HALF: 0.8, OTHER: SECOND - 0.01}) == [HALF]
    assert answers({HALF: FIRST - 0.01}) == []


@pytest.mark.parametrize(("value", "found"), [(0.2, [HALF, OTHER]), (0.19, [OTHER])])
def test_of_a_cited_line_its_half_is_asked_for_unless_hopeless(value, found):
    assert answers({OTHER: 0.8, HALF: value}) == found


@pytest.mark.parametrize(("use", "source"), [("scenery", "俗语"), ("flat", "俗语"), ("argument", "公文")])
def test_a_view_and_a_formula_need_not_be_asked_for(use, source):
    assert answers({OTHER: 0.8, HALF: 0.3}, use, source) == [OTHER]


def test_a_half_that_comes_first_leaves_room_only_for_what_is_sure():
    assert answers({OTHER: SECOND - 0.01, HALF: 0.3}) == [HALF]
