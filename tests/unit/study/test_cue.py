"""Faces: what a card shows at each level of help."""

from dataclasses import replace

import pytest

from jinju.model.cloze import ClozeError, parse
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.review import Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.cue import face, level
from jinju.study.face import CueLevel, Piece

FREE, DEMAND, SHRUNK, LINE = CueLevel


def item(text, **fields):
    return Item(ItemId("iabc"), ArticleKey("aabc"), text, **fields)


def shown(face):
    return "".join("[" + p.text + "]" if p.kind == "gap" else p.text for p in face.front)


PARALLEL = item(
    "现场办公下基层，下的是基层、察的是{{c1::民情}}、解的是{{c2::民忧}}、得的是{{c3::民心}}。",
    hints={n: (f"第 {n + 1} 项", "2 字") for n in (1, 2, 3)},
    before="这是前面的一句。",
    theme="作风",
    reasons=("排比 4 项", "含“民情”"),
)


def test_a_card_shows_the_other_cards_answers_as_anki_does():
    assert (
        shown(face(PARALLEL, 2, DEMAND)) == "现场办公下基层，下的是基层、察的是民情、解的是[]、得的是民心。"
    )


def test_the_back_marks_the_answer():
    back = face(PARALLEL, 1, DEMAND).back
    assert [p for p in back if p.kind == "answer"] == [Piece("answer", "民情", 1)]
    assert "".join(p.text for p in back) == parse(PARALLEL.text).plain


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(), FREE),
        (Schedule("learning", stability=9.0), FREE),
        (Schedule("relearning", stability=80.0), FREE),
        (Schedule("review", stability=3.9), FREE),
        (Schedule("review", stability=4.0), DEMAND),
        (Schedule("review", stability=21.0), SHRUNK),
        (Schedule("review", stability=60.0), LINE),
    ],
)
def test_help_shrinks_as_stability_grows_and_comes_back_when_forgotten(schedule, expected):
    assert level(schedule, StudySettings()) is expected
    assert level(schedule, StudySettings(progressive=False)) is DEMAND


def test_the_first_hint_is_free_only_in_the_beginning():
    assert [face(PARALLEL, 1, one).free for one in CueLevel] == [1, 0, 0, 0]
    assert face(item("念民之所{{c1::忧}}、行民之所盼"), 1, FREE).free == 0


def test_shrinking_hides_far_clauses_and_keeps_the_frame_and_a_model():
    less = face(PARALLEL, 3, SHRUNK)
    assert shown(less) == "现…，下…、察…、解的是民忧、得的是[]。"
    assert less.before == ""
    assert less.hints == (
        "这是前面的一句。现场办公下基层，下的是基层、察的是民情、解的是民忧、得的是____。",
        "第 4 项",
        "2 字",
    )
    assert less.answers == ("民心",)


def test_shrinking_tears_no_pair_and_no_other_answer():
    text = "以“实”为基，切实在{{c1::解民忧、纾民困}}过程中提升群众的{{c2::幸福指数}}，写下“为民、惠民”的答卷"
    assert shown(face(item(text), 2, SHRUNK)) == "以…，切实在解民忧、纾民困过程中提升群众的[]，写…"
    assert shown(face(item(text), 1, SHRUNK)) == "以…，切实在[]过程中提升群众的幸福指数，写…"


def test_a_quotation_mark_that_opens_a_faded_clause_is_closed():
    text = "“练兵场”要常进常新，办公室里的椅子却要{{c1::少坐}}一些才好"
    assert shown(face(item(text), 1, SHRUNK)) == "“练…”，办公室里的椅子却要[]一些才好"


def test_words_that_are_spelt_keep_their_first_word():
    text = "Practice makes the memory strong, but only when the {{c1::answers}} come late"
    assert shown(face(item(text), 1, SHRUNK)) == "Practice…, but only when the [] come late"


def test_where_nothing_can_be_hidden_the_easier_level_is_named():
    short = item("基层是国家治理的{{c1::最末端}}")
    assert face(short, 1, SHRUNK) == face(short, 1, DEMAND)
    assert face(short, 1, SHRUNK).level is DEMAND


def test_the_line_is_asked_from_theme_reason_and_opening_that_tell_no_answer():
    line = face(PARALLEL, 1, LINE)
    assert (shown(line), line.level) == ("[]", LINE)
    assert line.cue == "作风｜排比 4 项｜现场办公……"
    assert line.answers == (parse(PARALLEL.text).plain,)
    assert line.hints[:2] == ("7+5+5+5+5 字", "现…　下…　察…　解…　得…")
    assert line.hints[2].endswith("察的是____、解的是民忧、得的是民心。")


def test_an_item_asks_for_its_line_on_one_card_only():
    assert [face(PARALLEL, n, LINE).level for n in (1, 2, 3)] == [LINE, SHRUNK, SHRUNK]


@pytest.mark.parametrize(
    "unfair",
    [
        replace(PARALLEL, theme="", reasons=()),
        replace(PARALLEL, text="{{c1::现场办公}}下基层，察的是民情、解的是民忧"),
        replace(PARALLEL, text=PARALLEL.text + "还有很多很多别的话要说，长得谁也背不下来，也不必去背它。"),
    ],
    ids=["no theme or reason", "begins with the answer", "too long"],
)
def test_a_line_that_cannot_be_found_fairly_is_not_asked(unfair):
    assert face(unfair, 1, LINE).level is SHRUNK


def test_what_is_said_by_heart_is_a_line_from_the_start():
    recite = item(
        "{{c1::民之所忧，我必念之。}}",
        kinds={1: "recite"},
        cue="背诵整句｜开头：民之",
        hints={1: ("4+4 字",)},
    )
    for one in CueLevel:
        said = face(recite, 1, one)
        assert (said.level, said.cue, shown(said)) == (LINE, recite.cue, "[]")
        assert said.answers == ("民之所忧，我必念之。",)
        assert said.free == (1 if one is FREE else 0)


def test_nested_marks_hide_what_their_number_hides():
    nested = item("要{{c1::精准{{c2::把脉}}、对症下药}}，张弛有度")
    assert shown(face(nested, 1, DEMAND)) == "要[]，张弛有度"
    assert face(nested, 1, DEMAND).answers == ("精准把脉、对症下药",)
    assert shown(face(nested, 2, DEMAND)) == "要精准[]、对症下药，张弛有度"
    same = item("要{{c1::精准{{c1::把脉}}}}才好")
    assert face(same, 1, DEMAND).answers == ("精准把脉",)


def test_a_hint_inside_the_mark_stands_in_the_gap():
    assert (
        shown(face(item("念民之所{{c1::忧::情绪}}，行民之所盼"), 1, DEMAND)) == "念民之所[情绪]，行民之所盼"
    )


def test_a_character_made_of_several_is_not_cut():
    text = "e\u0301ducation 是第一等的大事，👩🏽‍🏫👩🏽‍🏫讲台上站着的人，守着的是孩子们{{c1::明亮}}的明天"
    assert shown(face(item(text), 1, SHRUNK)).startswith("e\u0301")


def test_a_number_without_a_blank_and_a_broken_text_are_errors():
    with pytest.raises(KeyError):
        face(PARALLEL, 9, DEMAND)
    with pytest.raises(ClozeError):
        face(item("{{c1::民情"), 1, DEMAND)
