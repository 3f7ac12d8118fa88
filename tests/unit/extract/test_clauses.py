from jinju.extract.alignment import align, common_length, masks
from jinju.extract.clauses import CLAUSE, ITEM, SEGMENT, bare, units
from jinju.model.article import Span

TEXT = "甲、乙，丙；他读过《丁、戊》，“己。”"


def parts(level):
    return [u.span.of(TEXT) for u in units(TEXT, [Span(0, len(TEXT))], level)]


def test_three_strengths_of_separator():
    assert parts(ITEM) == ["甲", "乙", "丙", "他读过《丁、戊》", "己"]
    assert parts(CLAUSE) == ["甲、乙", "丙", "他读过《丁、戊》", "己"]
    assert parts(SEGMENT) == ["甲、乙，丙", "他读过《丁、戊》，“己"]


def test_numbering_is_no_part_of_a_unit():
    text = "2、英雄来自人民，人民哺育英雄。"
    assert [u.span.of(text) for u in units(text, [Span(0, len(text))], CLAUSE)] == [
        "英雄来自人民",
        "人民哺育英雄",
    ]


def test_marks_without_their_partner_are_left_out():
    text = " “不积跬步 "
    assert bare(text, Span(0, len(text))).of(text) == "不积跬步"
    assert bare("“实”", Span(0, 3)) == Span(0, 3)


def test_alignment_prefers_hinges_and_neighbours():
    a, b = "下的是基层", "察的是民情"
    assert align(a, b) == [(1, 1), (2, 2)]
    assert common_length(masks(a), len(a), b) == 2
