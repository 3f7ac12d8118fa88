"""What is known of a span that could be hidden, and how its chance comes of that."""

from dataclasses import replace

import pytest

from jinju.cards.blank_score import RIVALRY, rivalry, signals_of, weigh
from jinju.cards.candidate import Clip
from jinju.cards.gates import allowed
from jinju.cards.signals.proposals import proposals, view_of
from jinju.model.article import Span
from jinju.model.famous import Citation, FamousLine
from jinju.model.lexicon import Token, Word, Words
from jinju.model.picks import Phrase, Quote, Reason
from jinju.model.weights import Weights

ENTRIES = {
    "久久为功": Word(30, "i", phrase=True),
    "善作善成": Word(0, "", phrase=True),
    "工作": Word(90000, "vn"),
}


def clip(words, *phrases):
    tokens, text = [], ""
    for item in words.split():
        word, _, tag = item.partition("/")
        tokens.append(Token(word, len(text), tag, ENTRIES.get(word, Word(500)).frequency))
        text += word
    found = tuple(
        Phrase(Span(text.index(p), text.index(p) + len(p)), 0.9, (Reason("set-phrase", 0.9, p),))
        for p in phrases
    )
    return Clip(
        Quote(Span(0, len(text)), 0.5, ()),
        text,
        0,
        tuple(tokens),
        found,
        (),
        Words(ENTRIES, 10**6),
        frozenset(),
    )


SET = "我们/r 要/v 久久为功/i 、/x 善作善成/i ，/x 把/p 工作/vn 做/v 到/v 底/n 。/x"


def named(made, answer):
    view, _ = view_of(made, made.text)
    return {h.answer: dict(signals_of(h)) for h in proposals(view)}[answer]


def test_runs_phrases_and_even_pairs_are_proposed_and_no_hollow_edges():
    made = clip(SET, "久久为功", "善作善成")
    answers = {h.answer for h in proposals(view_of(made, made.text)[0])}
    assert {"久久为功", "善作善成", "久久为功、善作善成", "工作"} <= answers
    assert not any(a.startswith(("我们", "把")) or a.endswith("到") for a in answers)


def test_a_long_quotation_is_not_proposed_whole_but_its_halves_are():
    long = clip("他/r 说/v “/x 海阔/n 凭/p 鱼跃/n ，/x 天高/n 任/p 鸟飞/n ”/x ，/x 心/n 要/v 宽/a")
    short = clip("他/r 说/v “/x 知行/n 合一/v ，/x 久久为功/i ”/x ，/x 心/n 要/v 宽/a ，/x 步/n 要/v 稳/a")
    answers = [{h.answer for h in proposals(view_of(made, made.text)[0])} for made in (long, short)]
    assert "海阔凭鱼跃，天高任鸟飞" not in answers[0]
    assert {"海阔凭鱼跃", "天高任鸟飞"} <= answers[0]
    assert "知行合一，久久为功" in answers[1]


def test_a_line_is_not_proposed_whole_where_a_tutor_hides_its_half():
    words = "做事/v 讲/v 规矩/n ，/x “/x 没有/v 规矩/n 、/x 不成/v 方圆/n ”/x ，/x 人人/n 都/d 懂/v"
    start = "".join(w.partition("/")[0] for w in words.split()).index("没有")
    line = FamousLine("没有规矩不成方圆", (Span(4, 8),), "俗语", 3)
    cited = Citation(line, Span(start, start + 9), (Span(start + 5, start + 9),))
    made = replace(clip(words), citations=(cited,))
    answers = {h.answer for h in proposals(view_of(made, made.text)[0])}
    assert "不成方圆" in answers
    assert "没有规矩、不成方圆" not in answers


def test_no_pair_is_proposed_across_the_words_of_a_frame():
    made = clip("以/p 研究/vn 为/p 支点/n 、/x 以/p 学术/n 为/p 支撑/n ，/x 久久为功/i ，/x 善作善成/i")
    answers = {h.answer for h in proposals(view_of(made, made.text)[0])}
    assert {"支点", "学术", "久久为功，善作善成"} <= answers
    assert "为支点、以学术" not in answers


def test_a_word_that_only_links_is_not_proposed():
    made = clip("实干/v ，/x 归根结底/i 是/v 解/v 民忧/n ，/x 久久为功/i", "久久为功")
    answers = {h.answer for h in proposals(view_of(made, made.text)[0])}
    assert "归根结底" not in answers
    assert "久久为功" in answers


def test_no_blank_begins_or_ends_with_a_particle():
    made = clip(
        "实干/v 带来/v 了/u 强者/n 愈强/v 、/x 弱者/n 变强/v 的/u 局面/n ，/x 可/v 谓/v 士/n 矣/y 。/x"
    )
    answers = {h.answer for h in proposals(view_of(made, made.text)[0])}
    assert "强者愈强、弱者变强" in answers
    assert not any(a.startswith("了") or a.endswith(("的", "矣")) for a in answers)


def test_no_more_of_a_famous_line_is_proposed_than_a_tutor_hides():
    made = clip("从善/v 如登/v ，/x 从恶/v 如崩/v ，/x 律己/v 须/v 严/a 、/x 待人/v 须/v 宽/a")
    line = FamousLine("从善如登从恶如崩", (Span(4, 8),), "《国语》", 3)
    known = replace(made, citations=(Citation(line, Span(0, 9), (Span(5, 9),)),))
    before, after = ({h.answer for h in proposals(view_of(c, c.text)[0])} for c in (made, known))
    assert "从善如登，从恶如崩" in before
    assert "从善如登，从恶如崩" not in after
    assert "从恶如崩" in after


def test_a_set_phrase_a_pair_and_half_of_one_are_told_apart():
    made = clip(SET, "久久为功", "善作善成")
    half, pair = named(made, "善作善成"), named(made, "久久为功、善作善成")
    assert half["wording.set-phrase"] == 1
    assert half["beside.、"] == 1
    assert pair["pair.even"] == 1
    assert "wording.set-phrase" not in named(made, "工作")


def test_a_plain_word_knows_that_a_finer_unit_stays_visible():
    made = clip(SET, "久久为功", "善作善成")
    assert named(made, "工作")["rival.stronger"] > 0
    assert "rival.stronger" not in named(made, "久久为功")


def test_words_are_cut_where_a_phrase_begins():
    made = clip("他们/r 善作善成者/n 众/a 也/y 多/a 矣/y", "善作善成")
    assert [t.text for t in view_of(made, made.text)[0].tokens][:3] == ["他们", "善作善成", "者"]


def test_weights_decide_and_rivals_lower_a_chance():
    made = clip(SET, "久久为功", "善作善成")
    found = proposals(view_of(made, made.text)[0])
    alone = [w.chance for w in weigh(found, Weights({"is 工作": 3.0}, -2.0))]
    best = max(range(len(found)), key=alone.__getitem__)
    assert found[best].answer == "工作"
    assert alone[best] == pytest.approx(0.731, abs=0.001)
    crowded = weigh(found, Weights({"is 工作": 3.0}, -2.0, extra={"own": 1.0, "crowd": -1.0}))
    assert crowded[best].chance < alone[best]
    assert "cut.share" in dict(crowded[best].signs)


def test_rivalry_sees_what_overlaps_and_what_stands_elsewhere():
    rows = rivalry([Span(0, 4), Span(2, 6), Span(8, 10)], [1.0, 3.0, 2.0])
    first = dict(zip(RIVALRY, rows[0], strict=True))
    assert (first["overlapping"], first["elsewhere"], first["rank"], first["first"]) == (3.0, 2.0, 2.0, 0.0)
    assert dict(zip(RIVALRY, rows[1], strict=True))["first"] == 1.0
    assert rivalry([], []) == []


@pytest.mark.parametrize(
    "words", ["100/m 个/q 村庄/n 已经/d 脱贫/v 致富/v", "他/r 说/v 要/v 实干/v 、/x 苦干/v 、/x 巧干/v"]
)
def test_no_blank_begins_or_ends_with_a_mark_or_is_a_number(words):
    made = clip(words)
    for hidden in proposals(view_of(made, made.text)[0]):
        from jinju.cards.candidate import Candidate

        if allowed(Candidate(hidden.span, "phrase", 0.0), made):
            assert hidden.answer[0].isalnum()
            assert hidden.answer[-1].isalnum()
            assert not hidden.answer.isdigit()
