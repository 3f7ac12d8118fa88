"""What stands before a clip on its front: nothing, unless the clip needs it."""

import pytest

from jinju.cards.context import before
from jinju.model.article import Span
from jinju.text.clean import clean

TEXT = (
    "有位老木匠做了一辈子门窗，却从不在图纸上偷半分工。这种执拗让人心生敬意。"
    "但手艺的根在心里。面对流水线的冲击，守住匠心，才能让老手艺生出新芽。"
    "正是时代的底色。惟其艰难，更显珍贵。老木匠常说：“门窗要正，人心要稳。”\n"
    "这份底气不会褪色。他把慢工当本分，不应偏离这个初衷。"
)


def shown(clip, text_tools, answers=()):
    article = clean(TEXT, text_tools)
    start = article.text.index(clip)
    return before(article, Span(start, start + len(clip)), answers)


@pytest.mark.parametrize(
    ("clip", "said"),
    [
        ("手艺的根在心里。", ""),  # whole without it, and “但” says nothing
        ("守住匠心，才能让老手艺生出新芽。", "面对流水线的冲击，"),
        ("才能让老手艺生出新芽。", "面对流水线的冲击，守住匠心，"),
        ("这种执拗让人心生敬意。", "有位老木匠做了一辈子门窗，却从不在图纸上偷半分工。"),
        ("正是时代的底色。", "面对流水线的冲击，守住匠心，才能让老手艺生出新芽。"),
        ("惟其艰难，更显珍贵。", ""),
        ("“门窗要正，人心要稳。”", "老木匠常说："),
        ("门窗要正，人心要稳。", "老木匠常说："),
        ("这份底气不会褪色。", "老木匠常说：“门窗要正，人心要稳。”"),  # out of the paragraph before
        ("他把慢工当本分，不应偏离这个初衷。", "这份底气不会褪色。"),
    ],
)
def test_the_front_shows_what_the_clip_leans_on(clip, said, text_tools):
    assert shown(clip, text_tools) == said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("老木匠", "却从不在图纸上偷半分工。"),
        ("半分工", ""),
        ("手艺", "有位老木匠做了一辈子门窗，却从不在图纸上偷半分工。"),
    ],
)
def test_the_front_tells_no_answer_of_the_deck(answer, said, text_tools):
    assert shown("这种执拗让人心生敬意。", text_tools, {answer}) == said


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("而且手艺不能丢", "手艺不能丢"),
        ("但是手艺不能丢", "手艺不能丢"),
        ("但愿手艺不会丢", "但愿手艺不会丢"),
    ],
)
def test_only_a_whole_connective_goes(opening, said, text_tools):
    article = clean(f"{opening}，唯有守住匠心。", text_tools)
    clip = Span(article.text.index("唯有"), len(article.text))
    assert before(article, clip, ()) == f"{said}，"


@pytest.mark.parametrize(
    "clip",
    ["令行禁止、有禁必止，方显担当。", "使命在肩，初心如磐。", "尤其要守住本心。", "彼此成就，方得长远。"],
)
def test_words_that_only_look_like_pointing_need_nothing(clip, text_tools):
    article = clean(f"老木匠做了一辈子门窗。{clip}", text_tools)
    assert before(article, Span(article.text.index(clip), len(article.text)), ()) == ""


@pytest.mark.parametrize("answer", ["解民忧纾民困", "解民忧、纾民困"])
def test_marks_do_not_hide_an_answer(answer, text_tools):
    article = clean("怀着解民忧、纾民困的担当，干部俯下身子。", text_tools)
    assert before(article, Span(article.text.index("干部"), len(article.text)), {answer}) == ""


def test_a_heading_or_a_name_is_not_what_the_clip_leans_on(text_tools):
    article = clean("守住匠心\n\n老木匠 王大山\n\n这份底气不会褪色，它在每一道榫卯里。", text_tools)
    assert before(article, Span(article.text.index("这份"), len(article.text)), ()) == ""
    article = clean("手艺人聚到一处。——老木匠王大山，“这门手艺丢不得，这颗匠心丢不得。”", text_tools)
    assert before(article, Span(article.text.index("“这门"), len(article.text)), ()) == ""


def test_of_a_long_sentence_the_last_clauses_are_shown(text_tools):
    text = "，".join(["守正创新行稳致远"] * 40) + "，才能开出新花。"
    article = clean(text, text_tools)
    near = before(article, Span(article.text.index("才能"), len(article.text)), ())
    assert near == "守正创新行稳致远，" * 6
