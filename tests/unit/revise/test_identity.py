import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.revise.edits import seal, stamp
from jinju.revise.identity import article_key, content_digest, is_edited, item_id, mint, sentence_hash

ARTICLE = ArticleEntry("a1", "题", "", ("下的是基层。", "察的是民情。"))
ITEM = Item(
    "i1", "a1", "下的是{{c1::基层}}、{{c2::一线}}。", {1: ("2 字",)}, {1: "slot", 2: "slot"}, tags=("申论",)
)
DECK = seal(Deck("名", (ARTICLE,), (ITEM, replace(ITEM, id="i2"))), 1000)


def test_ids_are_the_same_today_and_tomorrow():
    assert article_key("下的是基层。") == "algf6ses4mchvy"
    assert item_id("a1", "下的是基层", 0) == "iagig2v2re25qb"


@given(st.text(), st.text(), st.integers(0, 9))
def test_ids_begin_with_a_letter_and_tell_everything_apart(article, clip, occurrence):
    name = item_id(article, clip, occurrence)
    assert re.fullmatch(r"i[a-z2-7]{13}", name)
    others = {
        item_id(article, clip, occurrence + 1),
        item_id(article, clip, occurrence, recite=True),
        item_id(article + "甲", clip, occurrence),
        item_id(article, clip + "甲", occurrence),
    }
    assert name not in others
    assert len(others) == 4


def test_fields_are_kept_apart():
    assert item_id("ab", "c") != item_id("a", "bc")


def test_minting_counts_equal_clips_and_keeps_recitations_apart():
    recite = replace(ITEM, text="{{c1::下的是基层、一线。}}", kinds={1: "recite"})
    minted = mint(Deck("名", (ARTICLE,), (ITEM, ITEM, recite)))
    assert [i.id for i in minted.items] == [
        item_id("a1", "下的是基层、一线。", 0),
        item_id("a1", "下的是基层、一线。", 1),
        item_id("a1", "下的是基层、一线。", 0, recite=True),
    ]
    assert mint(minted) == minted


@pytest.mark.parametrize(
    "edit",
    [
        {"text": "下的是{{c1::基层}}、{{c2::前线}}。"},
        {"hints": {1: ("两字",)}},
        {"cue": "甲"},
        {"before": "甲"},
        {"after": "甲"},
        {"theme": "甲"},
        {"reasons": ("甲",)},
        {"tags": ("申论", "甲")},
    ],
)
def test_an_edit_of_anything_on_the_card_is_seen(edit):
    sealed = DECK.items[0]
    assert not is_edited(sealed, ARTICLE)
    assert not is_edited(sealed)
    assert is_edited(replace(sealed, **edit), ARTICLE)
    assert is_edited(replace(sealed, **edit))


@pytest.mark.parametrize("other", [{"score": 2.0}, {"keep": False}, {"changed": 5}, {"retired": (7,)}])
def test_what_is_not_on_the_card_is_no_edit(other):
    assert not is_edited(replace(DECK.items[0], **other), ARTICLE)


def test_an_edit_of_the_article_counts_for_its_items():
    assert is_edited(DECK.items[0], replace(ARTICLE, title="新题"))
    assert is_edited(replace(DECK.items[0], paragraph=1), ARTICLE)
    assert is_edited(DECK.items[0], replace(ARTICLE, paragraphs=("改了。", "察的是民情。")))
    assert not is_edited(DECK.items[0], replace(ARTICLE, paragraphs=("下的是基层。", "别段。")))


def test_a_stamp_dates_what_was_edited_and_nothing_else():
    edited = replace(DECK.items[1], text="下的是{{c1::基层}}、一线。", changed=5000)
    deck = replace(DECK, items=(DECK.items[0], edited))
    stamped, changed = stamp(deck, 2000)
    assert changed == {"i2": "all"}
    assert stamped.items[0] == DECK.items[0]
    assert stamped.items[1].changed == 5001
    assert stamped.items[1].retired == (2,)
    assert stamped.items[1].written == content_digest(edited, ARTICLE) + ".9 1@3+2=基层"
    assert stamp(stamped, 9000) == (stamped, {})
    assert stamp(deck, 9000).deck.items[1].changed == 9000


def test_a_number_known_from_hints_alone_is_not_retired():
    lone = replace(ITEM, text="下的是{{c1::基层}}。", hints={9: ("一",)}, kinds={}, written="")
    assert stamp(replace(DECK, items=(lone,)), 2000).deck.items[0].retired == ()


def test_a_number_that_only_the_stamp_knows_is_retired():
    own = stamp(replace(DECK, items=(replace(ITEM, kinds={}, written=""),)), 2000).deck.items[0]
    less = replace(own, text="下的是{{c1::基层}}、一线。")
    assert stamp(replace(DECK, items=(less,)), 3000).deck.items[0].retired == (2,)


def test_a_stamp_says_what_became_theirs():
    tags = replace(DECK, items=(replace(DECK.items[0], tags=("甲",)),))
    assert stamp(tags, 2000).changed == {"i1": "tags"}
    title = replace(DECK, articles=(replace(ARTICLE, title="新题"),))
    assert stamp(title, 2000).changed == {"i1": None, "i2": None}


@pytest.mark.parametrize("same", ["人民就是江山", "人民，就是江山。", " 人民就是\n江山", "“人民”就是江山！"])
def test_a_sentence_is_known_whatever_its_punctuation(same):
    assert sentence_hash(same) == sentence_hash("人民就是江山。")
    assert sentence_hash(same) != sentence_hash("江山就是人民。")
