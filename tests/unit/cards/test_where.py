"""The first words of a hint: what the blank goes with, governs or describes."""

import pytest

from jinju.cards.candidate import Clip
from jinju.cards.where import where
from jinju.model.article import Span
from jinju.model.lexicon import Token, Word, Words
from jinju.model.picks import Quote

ENTRIES = {"好高骛远": Word(30, "i"), "眼高手低": Word(40, "i"), "按图索骥": Word(20, "i")}


def clip(*tagged):
    tokens, text = [], ""
    for item in tagged:
        word, _, tag = item.partition("/")
        tokens.append(Token(word, len(text), tag))
        text += word
    return Clip(
        Quote(Span(0, len(text)), 1.0, ()), text, 0, tuple(tokens), (), (), Words(ENTRIES, 1), frozenset()
    )


def hint(answer, *tagged, hidden=frozenset()):
    made = clip(*tagged)
    start = made.text.index(answer)
    return where(Span(start, start + len(answer)), made, hidden)


@pytest.mark.parametrize(
    ("answer", "tagged", "said"),
    [
        ("好高骛远", "切忌/d 眼高手低/i 、/ 好高骛远/i", "与“眼高手低”并列"),
        ("民间智慧", "汲取/v 民间/n 智慧/n 。/", "“汲取”的宾语"),
        ("脚踏实地", "他/r 以/p 脚踏实地/i 的/uj 作风/n ，/ 服人/v", "修饰“作风”"),
        ("好高骛远", "这/r 是/v 好高骛远/i 的/uj 时代/n 毛病/n 。/", "修饰“时代毛病”"),
        ("按图索骥", "我们/r 按图索骥/i 寻找/v 古道/n", "修饰动词“寻找”"),
        ("源头活水", "书/n 是/v 思想/n 的/uj 源头活水/l 。/", "“思想的”所修饰的词"),
        ("有声有色", "抓出/v 有声有色/i 的/uj 基层/n 文化/n 建设/vn", ""),
        ("必由之路", "乡村/n 焕发/v 生机/n 的/uj 必由之路/l", ""),
        ("合力摘", "大家/r 开始/v 合力/n 摘/v", ""),
        ("第一动力", "激发/v 创新/v 第一动力/n 、/", ""),  # 创新 belongs to what is hidden
        ("大文章", "生态/n 为民/v 大文章/n ，/", ""),
        ("好高骛远", "从而/c 导致/v “/ 好高骛远/n ”/ 盛行/v", ""),  # it is what 盛行 is said of
        ("好高骛远", "致力于/v 好高骛远/i 的/uj 毛病/n 。/", ""),  # it goes with the verb before it
        ("扎根", "他们/r 在/p 大漠/n 扎根/v", ""),
        ("汲取营养", "应当/v 汲取/v 营养/n", ""),
        ("与生俱来", "它/r 具备/v 与生俱来/l 的/uj 、/ 独特/a 的/uj 魅力/n", ""),
    ],
)
def test_where_a_blank_stands(answer, tagged, said):
    assert hint(answer, *tagged.split()) == said


def test_no_hint_names_what_the_card_hides():
    assert hint("好高骛远", "眼高手低/i", "、/", "好高骛远/i", hidden={"眼高手低"}) == ""
