from jinju.model.article import Repair, Span
from jinju.text.edits import Draft, Edit


def test_later_steps_see_the_mended_text_and_spans_lead_to_the_first():
    draft = Draft.of("實(shí)惠,好").apply([Edit(1, 6, "", "pinyin", 0.98)])
    assert draft.text == "實惠,好"
    draft = draft.apply([Edit(0, 1, "实", "traditional", 0.99), Edit(2, 3, "，", "punctuation")])
    assert draft.text == "实惠，好"
    assert draft.repairs() == (
        Repair(Span(0, 1), Span(0, 1), "實", "实", "traditional", 0.99),
        Repair(Span(1, 6), Span(1, 1), "(shí)", "", "pinyin", 0.98),
        Repair(Span(7, 8), Span(2, 3), ",", "，", "punctuation", 1.0),
    )


def test_an_edit_that_reaches_into_an_earlier_change_becomes_one_with_it():
    draft = Draft.of("甲AB乙").apply([Edit(1, 3, "丙丁", "one", 0.9)])
    draft = draft.apply([Edit(0, 2, "戊", "two", 0.6)])
    assert draft.text == "戊丁乙"
    assert draft.repairs() == (Repair(Span(0, 3), Span(0, 2), "甲AB", "戊丁", "one+two", 0.6),)


def test_what_is_taken_away_as_a_whole_forgets_what_was_mended_inside():
    draft = Draft.of("頁腳\n正文").apply([Edit(0, 2, "页脚", "traditional", 0.5)])
    draft = draft.apply([Edit(0, 3, "", "boilerplate", 0.97)])
    assert draft.text == "正文"
    assert draft.repairs() == (Repair(Span(0, 3), Span(0, 0), "頁腳\n", "", "boilerplate", 0.97),)


def test_of_overlapping_edits_the_first_wins():
    draft = Draft.of("一二三").apply([Edit(1, 3, "", "b"), Edit(0, 2, "x", "a")])
    assert draft.text == "x三"


def test_no_edits_no_change():
    draft = Draft.of("一二三")
    assert draft.apply([]) is draft
    assert draft.repairs() == ()
