"""What may never be a blank, whatever it is worth."""

from dataclasses import replace

import pytest

from jinju.cards.candidate import Candidate, Clip
from jinju.cards.gates import allowed
from jinju.cards.pairing import paired
from jinju.model.article import Span
from jinju.model.lexicon import Token, Word, Words
from jinju.model.picks import Quote

ENTRIES = {
    "经济增长点": Word(0, "", 5, phrase=True, grade="good"),
    "增长点": Word(30, "n", 9),
    "人类命运共同体": Word(0, "", 42, phrase=True),
    "任重道远": Word(60, "i", 8, phrase=True, grade="striking"),
}


def clip(words, doubtful=()):
    tokens, text = [], ""
    for item in words.split():
        word, _, tag = item.partition("/")
        tokens.append(Token(word, len(text), tag))
        text += word
    quote = Quote(Span(0, len(text)), 0.5, ())
    return Clip(quote, text, 0, tuple(tokens), (), (), Words(ENTRIES, 10**6), frozenset(), doubtful)


def may(answer, words, kind="phrase", doubtful=()):
    made = clip(words, doubtful)
    start = made.text.index(answer)
    return allowed(Candidate(Span(start, start + len(answer)), kind, 0.9), made)


LONG = "改革/vn 之/u 路/n 任重道远/i ，/x 仍/d 须/d 久久/d 用力/v 。/x"


def test_a_whole_idiom_may_be_hidden():
    assert may("任重道远", LONG)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("增长点", "绿色/n 产业/n 成为/v 新/a 的/u 经济/n 增长点/n ，/x 前景/n 广阔/a 。/x"),
        ("英雄铭记", "将/d 历史/n 定格/v ，/x 将/d 平凡/a 的/uj 英雄/n 铭记/v 。/x"),
        ("之谓仁", "爱/v 人/n 利/n 物/n 之谓/v 仁/n ，/x 古人/n 早/d 有/v 此/r 言/n 。/x"),
        ("很多经验", "老师/n 给/p 大家/r 讲/v 了/ul 很多/m 经验/n ，/x 人人/n 受益/v 。/x"),
        ("共同体", "携手/v 构建/v 人类/n 命运/n 共同体/n ，/x 开创/v 美好/a 未来/t 。/x"),
        ("担当", "干部/n 敢/v 担当/v ，/x 事业/n 才/d 有人/r 愿/v 担当/v 。/x"),
        ("勇于担当", "干部/n 要/v 勇于担当/l ，/x 担当/v 才/d 有/v 作为/n 与/c 信任/v 。/x"),
        ("事半功倍", "合力/n 则/d 事半功倍/i ，/x 反之/c 则/d 事倍功半/i ，/x 不可/v 不察/v 。/x"),
        ("强民族强", "文化/n 兴/v 国运/n 兴/v ，/x 文化/n 强/a 民族/n 强/a 是/v 至理/n 。/x"),
        ("2035", "到/p 2035/m 年/q 基本/a 实现/v 这/r 一/m 目标/n 和/c 愿景/n 。/x"),
        ("任重道远，", LONG),
        ("（总结全文）", "博观/v 而/c 约取/v ，/x 厚积/v 而/c 薄发/v 。/x （/x 总结全文/l ）/x"),
        ("总结全文", "博观/v 而/c 约取/v ，/x 厚积/v 而/c 薄发/v 。/x （/x 总结全文/l ）/x"),
        ("一", "一/m 代/q 人/n 有/v 一代/n 人/n 的/u 长征/n 与/c 使命/n 。/x"),
    ],
)
def test_what_is_cut_can_be_read_or_says_nothing_may_not(answer, words):
    assert not may(answer, words)


def test_a_slot_does_not_straddle_its_frame_either():
    words = "文化/n 兴/v 国运/n 兴/v ，/x 文化/n 强/a 民族/n 强/a 是/v 至理/n 。/x"
    assert not may("强民族强", words, kind="slot")


def test_what_a_doubtful_repair_has_touched_may_not():
    assert not may("任重道远", LONG, doubtful=(Span(5, 6),))


def test_a_slot_may_be_one_character_and_short_clips_keep_enough_to_read():
    words = "思/v 人/n 之/u 所/u 难/a ，/x 解/v 人/n 之/u 所/u 困/a 。/x"
    assert may("困", words, kind="slot")
    assert not may("困", words)
    assert not may("任重道远", "任重道远/i ，/x 须/d 努力/v")


def test_half_of_a_short_maxim_may_be_hidden_not_of_a_longer_line():
    assert may("天涯若比邻", "海内/n 存/v 知己/n ，/x 天涯/n 若/p 比邻/n 。/x")
    assert not may("久久用力不停歇", "改革/vn 之/u 路/n 漫长/a ，/x 须/d 久久用力不停歇/l 才/d 行/v 。/x")


def test_an_idiom_that_alone_is_denied_makes_no_pair_with_the_next():
    words = "{}/v 一蹴而就/i ，/x 脚踏实地/i ，/x 才/d 能/v 走远/v 。/x"
    idioms = Words({w: Word(30, "i", phrase=True) for w in ("一蹴而就", "脚踏实地")}, 10**6)

    def pair(head):
        made = replace(clip(words.format(head)), words=idioms)
        return paired(Span(len(head), len(head) + 9), made)

    assert pair("需要")
    assert not pair("不可能")
