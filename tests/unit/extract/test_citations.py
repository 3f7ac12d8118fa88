"""Famous lines in a text: word for word, torn by marks, or with a slip."""

import pytest

from jinju.extract.citations import citations
from jinju.model.article import Span
from jinju.model.famous import FamousLine

GRASS = FamousLine("野火烧不尽春风吹又生", (Span(5, 10),), "白居易《赋得古原草送别》", 3)
SMALL = FamousLine("春风吹又生", (Span(0, 5),), "白居易《赋得古原草送别》", 2)
IRON = FamousLine("打铁还需自身硬", (Span(4, 7),), "俗语", 3)
HILLS = FamousLine("绿水青山就是金山银山", (Span(6, 10),), "公文", 3)


def found(text, *lines):
    return [(c.span.of(text), [h.of(text) for h in c.hidden], c.exact) for c in citations(text, lines)]


def test_a_line_is_found_with_its_marks_and_what_is_hidden_of_it():
    text = "正是“野火烧不尽，春风吹又生”，打铁还需自身硬。"
    assert found(text, IRON, GRASS) == [
        ("野火烧不尽，春风吹又生", ["春风吹又生"], True),
        ("打铁还需自身硬", ["自身硬"], True),
    ]


def test_of_lines_that_overlap_the_longest_stays():
    assert [c[0] for c in found("野火烧不尽，春风吹又生", SMALL, GRASS)] == ["野火烧不尽，春风吹又生"]
    assert [c[0] for c in found("明年春风吹又生", SMALL, GRASS)] == ["春风吹又生"]


@pytest.mark.parametrize("text", ["野火烧不尽，春风催又生", "野火烧不烬，春风吹又生"])
def test_one_wrong_character_is_a_slip(text):
    assert found(text, GRASS) == [(text, [], False)]


def test_a_line_in_marks_of_its_own_may_not_differ_at_its_ends_either():
    assert found("“野火烧不尽，春风吹又绿。”", GRASS) == [("野火烧不尽，春风吹又绿", [], False)]
    assert found("野火烧不尽，春风吹又绿", GRASS) == []


SHORE = FamousLine("潮平两岸阔风正一帆悬", (Span(5, 10),), "王湾《次北固山下》", 3)
MODERN = FamousLine("黑夜给了我黑色的眼睛我却用它寻找光明", (Span(10, 18),), "顾城《一代人》", 2)


@pytest.mark.parametrize("text", ["潮平两南岸阔，风正一帆悬", "潮平岸阔，风正一帆悬"])
def test_a_character_too_many_or_too_few_is_a_slip_too(text):
    assert found(text, SHORE) == [(text, [], False)]


@pytest.mark.parametrize(
    "text",
    [
        "观潮。潮平两岸阔，风正一帆悬",
        "潮平而两岸阔，风正一帆悬",
        "潮平两岸，风正一帆",
        "黑夜给了我黑色的眼睛，我却用它来寻找光明",
    ],
)
def test_a_repeated_character_a_particle_or_a_modern_line_told_otherwise_is_none(text):
    assert all(exact for _, _, exact in found(text, SHORE, MODERN))


@pytest.mark.parametrize(
    "text",
    [
        "野火烧不完，秋风刮又生",
        "野火烧不尽，春风吹又",
        "绿水青山才是金山银山",
        "打铁必须自身硬",
        "大火烧不尽，春风吹又生",
        "野火烧不尽\n春风吹又生",
    ],
)
def test_more_is_another_line_and_sayings_may_be_varied(text):
    assert found(text, GRASS, IRON, HILLS) == []


def test_what_a_source_says_of_a_line():
    assert (GRASS.sort, IRON.sort, HILLS.sort) == ("classic", "saying", "formula")


def test_two_characters_of_a_long_line_may_be_wrong_and_no_third_nor_two_of_a_short_one():
    long = FamousLine("海内存知己天涯若比邻无为在歧路", (Span(5, 10),), "王勃《送杜少府之任蜀州》", 3)
    assert found("海内有知己，天涯如比邻，无为在歧路", long) == [
        ("海内有知己，天涯如比邻，无为在歧路", [], False)
    ]
    assert found("海内有知己，天涯如比邻，无缘在歧路", long) == []
    assert found("野火烧不完，春风催又生", GRASS) == []
