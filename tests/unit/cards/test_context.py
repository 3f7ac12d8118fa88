"""What stands before a clip on its front: nothing, unless the clip needs it."""

import pytest

from jinju.cards.context import before
from jinju.model.article import Span
from jinju.model.lexicon import Token
from jinju.text.clean import clean

TEXT = (
    "有位老木匠做了一辈子门窗，却从不在图纸上偷半分工。这种执拗让人心生敬意。"
    "但手艺的根在心里。面对流水线的冲击，守住匠心，才能让老手艺生出新芽。"
)


def shown(clip, text_tools, answers=(), tag=""):
    article = clean(TEXT, text_tools)
    start = article.text.index(clip)
    tokens = (Token(clip[:2], 0, tag),) if tag else ()
    return before(article, Span(start, start + len(clip)), answers, tokens)


@pytest.mark.parametrize(
    ("clip", "tag", "said"),
    [
        ("手艺的根在心里。", "n", ""),  # whole without it, and “但” says nothing
        ("守住匠心，才能让老手艺生出新芽。", "v", "面对流水线的冲击，"),
        ("才能让老手艺生出新芽。", "n", ""),
        ("这种执拗让人心生敬意。", "r", "有位老木匠做了一辈子门窗，却从不在图纸上偷半分工。"),
    ],
)
def test_the_front_shows_what_the_clip_leans_on(clip, tag, said, text_tools):
    assert shown(clip, text_tools, tag=tag) == said


def test_the_front_tells_no_answer_of_the_deck(text_tools):
    assert shown("这种执拗让人心生敬意。", text_tools, {"老木匠"}) == ""
