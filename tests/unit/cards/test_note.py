import pytest

from jinju.cards.ladder import ladder_html
from jinju.cards.note import note_fields, notes_of, tags_of
from jinju.cards.source import (
    LONG,
    NEIGHBOURHOOD,
    paragraph_html,
    sentence_after,
    sentence_before,
    source_html,
)
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.errors import UserError
from jinju.model.item import Item
from jinju.model.note import FIELDS

ARTICLE = ArticleEntry(
    key="a", title="论基层", digest="", paragraphs=("第一段的话。", "上文。察的是民情。下文。")
)


def note(text, **more):
    return note_fields(Item(id="i1", article="a", text=text, **more), ARTICLE, due=3, now=99)


def test_a_note_has_what_anki_needs():
    made = note("察的是{{c1::民情}}、解的是{{c3::民忧}}", changed=7, tags=("甲",), paragraph=1, theme="调研")
    assert (made.guid, made.mod, made.due, made.cards, made.tags) == ("i1", 7, 3, (1, 3), ("甲",))
    assert set(made.fields) <= set(FIELDS)
    assert made.fields["Cue"] == made.fields["Title"] == "论基层"
    assert made.fields["ItemId"] == "i1"
    assert made.fields["TypeIn"] == made.fields["Speak"] == ""


def test_an_item_never_dated_takes_the_time_that_is_given():
    assert note("{{c1::甲}}乙").mod == 99


def test_the_front_shows_no_answer_around_the_clip():
    made = note("察的是{{c1::民情}}，在{{c2::基}}", before="民情在前。", cue="论民情")
    assert made.fields["Before"] == made.fields["Cue"] == ""
    assert note("在{{c1::基}}").fields["Cue"] == ""  # the title holds the character
    assert note("在{{c1::基}}", cue="打基础").fields["Cue"] == "打基础"  # a cue given may hold so little
    assert note("察{{c1::民 情}}", before="上一句。").fields["Before"] == "上一句。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("没有空", "note-no-blank"),
        ("{{c1::甲", "note-bad-marks"),
        ("{{c500::甲}}", "note-bad-marks"),
        ("{{c1::}}甲", "note-bad-marks"),
        ("{{c2::\u3000\x00}}甲", "note-empty-blank"),
        ("{{c1::甲{{c2::乙{{c3::丙{{c4::丁}}}}}}}}", "note-too-deep"),
    ],
)
def test_a_text_that_makes_no_card_is_refused_by_name(text, code):
    with pytest.raises(UserError) as caught:
        note(text)
    assert caught.value.code == code
    assert caught.value.details["item"] == "i1"


def test_three_marks_in_one_another_are_well():
    assert note("{{c1::甲{{c2::乙}}{{c3::丙{{c4::丁}}}}}}{{c5::戊}}").cards == (1, 2, 3, 4, 5)


def test_a_hint_in_a_mark_becomes_the_first_step_of_the_ladder():
    made = note("察的是{{c1::民情::里头}}", hints={1: ("二字",)})
    assert made.fields["Text"] == "察的是{{c1::民情}}"
    assert made.fields["Hints"].index("里头") < made.fields["Hints"].index("二字")


def test_a_ladder_nests_its_steps_and_skips_empty_ones():
    assert ladder_html({1: ("<一>", " ", "二"), 9: ("无空",)}, {1: ("甲",)}) == (
        '<div class="jj-ladder jj-n1"><details><summary>提示</summary><div>&lt;一&gt;</div>'
        "<details><summary>再提示</summary><div>二</div></details></details></div>"
    )


def test_a_ladder_that_names_another_answer_is_hidden_in_itself():
    hints = {1: ("与“民忧”相对",), 2: ("二字",)}
    html = ladder_html(hints, {1: ("民情",), 2: ("民忧",)})
    assert '<div class="jj-ladder jj-n1" style="display:none">' in html
    assert '<div class="jj-ladder jj-n2">' in html


@pytest.mark.parametrize(
    ("tags", "clean"),
    [
        (("主题::为民 服务", "a\u3000b"), ("主题::为民_服务", "a_b")),
        (("::甲::::乙::", "::", " "), ("甲::乙",)),
        (("Abc", "abc"), ("Abc",)),
        (("甲\x00乙",), ("甲乙",)),
    ],
)
def test_tags_are_what_anki_takes(tags, clean):
    assert tags_of(tags) == clean


def test_the_clip_is_marked_in_its_paragraph():
    assert paragraph_html(ARTICLE, 1, "察的是民情。") == "上文。<mark>察的是民情。</mark>下文。"
    assert paragraph_html(ARTICLE, 0, "第一段的话。") == ""
    assert paragraph_html(ARTICLE, 0, "别处的话") == "第一段的话。"
    assert paragraph_html(ARTICLE, 2, "甲") == paragraph_html(ARTICLE, -1, "甲") == ""


def test_of_a_monstrous_paragraph_the_neighbourhood_is_enough():
    entry = ArticleEntry(key="a", title="", digest="", paragraphs=("前" * 10**6 + "金句" + "后" * 10**6,))
    html = paragraph_html(entry, 0, "金句")
    assert "……前" in html
    assert "<mark>金句</mark>后" in html
    assert len(html) < 2 * NEIGHBOURHOOD + 50


def test_of_a_long_neighbour_the_nearest_clauses_are_enough():
    long = "，".join(f"第{n}个分句说了些话" for n in range(1000))
    before, after = sentence_before(long), sentence_after(long)
    assert before.startswith("……第")
    assert long.endswith("，" + before.removeprefix("……"))
    assert after.endswith("些话……")
    assert long.startswith(after.removesuffix("……") + "，")
    assert LONG // 2 <= len(before) <= LONG + 2
    assert LONG // 2 <= len(after) <= LONG + 2
    assert sentence_before("甲" * 500) == "……" + "甲" * LONG
    assert sentence_after("甲" * 500) == "甲" * LONG + "……"
    assert sentence_before("短，句。") == sentence_after("短，句。") == "短，句。"


@pytest.mark.parametrize(
    ("entry", "html"),
    [
        ({"source": "某报", "date": "2023-11-20"}, "某报 · 2023-11-20"),
        ({"url": "https://a.cn/x?y=1&z={{2}}"}, '<a href="https://a.cn/x?y=1&amp;z=%7B%7B2%7D%7D">a.cn</a>'),
        ({"source": "某网", "url": 'http://a/"><b>'}, '<a href="http://a/%22%3E%3Cb%3E">某网</a>'),
        ({"source": "点我", "url": "javascript:alert(1)"}, "点我"),
        ({"url": "http://[bad"}, '<a href="http://%5Bbad">http:/<!-- -->/[bad</a>'),
        ({"author": "<某人>"}, "&lt;某人&gt;"),
        ({}, ""),
    ],
)
def test_the_source_links_to_the_web_only(entry, html):
    found = source_html(ArticleEntry(key="a", title="", digest="", **entry))
    assert found.replace("<!-- -->", "") == html.replace("<!-- -->", "")


def deck(*items, name="甲", articles=(ARTICLE,)):
    return Deck(name=name, articles=articles, items=items)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (deck(Item(id="i1", article="b", text="{{c1::甲}}")), "note-no-article"),
        (deck(*[Item(id="i1", article="a", text="{{c1::甲}}")] * 2), "note-same-id"),
        (deck(Item(id="i1", article="a", text="{{c1::甲}}"), name=" "), "note-deck-no-name"),
        (deck(Item(id="i1", article="a", text="{{c1::甲}}", keep=False)), "note-deck-empty"),
    ],
)
def test_a_deck_that_cannot_become_notes_is_refused(made, code):
    with pytest.raises(UserError) as caught:
        list(notes_of(made, 0))
    assert caught.value.code == code
