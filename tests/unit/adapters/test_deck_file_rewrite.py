import re
from dataclasses import replace

import pytest

from jinju.adapters.deck_file import BadDeck, hand_edited, merge_text, parse_deck, render_deck, stamp_text
from jinju.adapters.deck_file.read import Parsed
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.model.ledger import Ledger, Made, Refusal
from jinju.revise.edits import seal, stamp
from jinju.revise.identity import item_id

ARTICLE = ArticleEntry("a1", "走下去", "0" * 64, ("下的是基层、察的是民情。", "见微知著，防患未然。"))


def item(name, text, **more):
    return Item(name, "a1", text, {1: ("2 字",)}, {1: "slot"}, tags=("申论",), **more)


ITEMS = (
    item("i1", "下的是{{c1::基层}}"),
    item("i2", "察的是{{c1::民情}}", cue="去处"),
    item("i3", "{{c1::见微知著}}", paragraph=1),
)
DECK = seal(Deck("名", (ARTICLE,), ITEMS, {"notes": 3}), 1000)
TEXT = render_deck(DECK)


def lines_changed(old, new):
    old, new = old.splitlines(), new.splitlines()
    return [b for a, b in zip(old, new, strict=True) if a != b]


def stamped(text, now=2000):
    parsed = parse_deck(text)
    return stamp_text(text, parsed, stamp(parsed.deck, now))


def test_a_stamp_touches_only_the_lines_it_must():
    edited = TEXT.replace("{{c1::民情}}", "{{c1::社情}}  # 改").replace("- id: i2", "# 我的话\n- id: i2")
    text = stamped(edited)
    assert parse_deck(text).deck.items[1].changed == 2000
    assert "# 我的话\n- id: i2\n" in text
    old, new = edited.splitlines(), text.splitlines()
    assert [n for n in new if n not in old] == [
        "  mine: yes",
        "  changed: 1970-01-01T00:33:20Z",
        f"  written: {parse_deck(text).deck.items[1].written}",
    ]
    assert [o for o in old if o not in new] == [f"  written: {DECK.items[1].written}"]
    assert stamped(text, 9000) == text
    assert hand_edited(text)


def test_a_stamp_of_nothing_changes_nothing():
    assert stamped(TEXT) == TEXT
    assert stamped(TEXT + "# 记\n") == TEXT + "# 记\n"


def test_windows_line_ends_stay():
    edited = TEXT.replace("{{c1::民情}}", "{{c1::社情}}").replace("\n", "\r\n")
    text = stamped(edited)
    assert text.count("\n") == text.count("\r\n")
    assert parse_deck(text).deck.items[1].changed == 2000


def test_a_new_item_needs_only_a_text():
    added = TEXT.replace("- id: i2", "- text: 新的{{c1::一条}}  # 手写\n\n- id: i2")
    text = stamped(added)
    found = parse_deck(text)
    name = item_id("a1", "新的一条")
    assert [i.id for i in found.deck.items] == ["i1", name, "i2", "i3"]
    assert f"- id: {name}\n  article: a1\n  text: 新的{{{{c1::一条}}}}  # 手写\n  mine: yes\n" in text
    assert found.ledger.mine == {name: "all"}
    assert stamped(text, 5000) == text


def test_two_equal_new_items_get_two_ids():
    added = TEXT.replace("- id: i2", "- text: 新{{c1::条}}\n- text: 新{{c1::条}}\n- id: i2")
    ids = [i.id for i in parse_deck(added).deck.items]
    assert len(set(ids)) == 5


HAND = (
    TEXT.replace("items:\n", "items:\n# 全部条目\n")
    .replace("- id: i2", "# 关于二\n\n# 还是关于二\n- id: i2")
    .replace("  cue: 去处", "  cue: 去处   # 好\n\n  # 里面的话")
    .replace("- id: i3", "    # 二的尾巴\n\n-\n  id: i3")
)


def test_everything_that_stays_is_copied_byte_for_byte():
    old = parse_deck(HAND)
    assert old.deck == DECK
    new_item = item("i9", "防患{{c1::未然}}", paragraph=1)
    updated = replace(DECK.items[1], hints={1: ("新提示",)}, cue="", theme="题")
    new = Parsed(
        replace(DECK, items=(DECK.items[0], new_item, updated, DECK.items[2])),
        Ledger({}, {"i9": Made("a1", "防患未然", 1)}, (Refusal("i7", "旧句"),)),
    )
    text = merge_text(HAND, old, new)
    assert parse_deck(text) == new
    assert not hand_edited(text)
    for comment in (
        "# 全部条目\n",
        "# 关于二\n\n# 还是关于二\n- id: i2\n",
        "    # 二的尾巴\n\n-\n  id: i3\n",
        "  # 里面的话\n",
    ):
        assert comment in text
    untouched = HAND[HAND.index("-\n  id: i3") :]
    assert untouched in text
    assert text.index("防患") < text.index("# 关于二")
    assert merge_text(text, new, new) == text


def test_items_at_the_ends_and_taken_out():
    old = parse_deck(HAND)
    first, last = item("i8", "甲{{c1::乙}}"), item("i9", "丙{{c1::丁}}")
    new = Parsed(replace(DECK, items=(first, DECK.items[0], DECK.items[2], last)), Ledger())
    text = merge_text(HAND, old, new)
    assert parse_deck(text) == new
    assert "# 全部条目" in text
    assert "关于二" not in text
    assert text.rstrip().endswith("tags: [申论]")


@pytest.mark.parametrize("indent", [1, 2, 4])
def test_an_indented_list_stays_indented(indent):
    head, tail = TEXT.split("items:\n")
    shifted = "".join(
        " " * indent + line if line.strip() else line for line in tail.splitlines(keepends=True)
    )
    hand = head + "items:\n" + shifted + "# 尾\n"
    old = parse_deck(hand)
    assert old.deck == DECK
    edited = replace(DECK.items[1], text="察的是\n{{c1::社情}}")
    new = Parsed(
        replace(DECK, items=(DECK.items[0], edited, item("i8", "甲\n{{c1::乙}}"), DECK.items[2])), Ledger()
    )
    text = merge_text(hand, old, new)
    assert parse_deck(text) == new
    assert "# 尾\n" in text
    assert "\n" + " " * indent + "- id: i8\n" in text


@pytest.mark.parametrize("empty", ["items: []\n", "items:\n", "items: []  # 空\n", "items: # 空\n"])
def test_an_empty_list_is_filled(empty):
    bare = TEXT[: TEXT.index("items:")] + empty
    old = parse_deck(bare)
    text = merge_text(bare, old, Parsed(DECK, Ledger()))
    assert parse_deck(text).deck == DECK


def test_an_odd_layout_is_written_anew():
    flow = TEXT[: TEXT.index("items:")] + 'items: [{id: i1, article: a1, text: "a{{c1::b}}"}]\n'
    old = parse_deck(flow)
    text = merge_text(flow, old, Parsed(DECK, Ledger()))
    assert parse_deck(text).deck == DECK
    assert not hand_edited(text)
    one = TEXT.replace(
        TEXT[TEXT.index("- id: i1") : TEXT.index("- id: i2")], '- {id: i1, article: a1, text: "a{{c1::b}}"}\n'
    )
    text = merge_text(one, parse_deck(one), Parsed(DECK, Ledger()))
    assert parse_deck(text).deck == DECK


def test_a_file_without_a_last_line_break():
    bare = TEXT.rstrip("\n")
    new = Parsed(
        replace(DECK, items=(*DECK.items, item("i9", "丙{{c1::丁}}"))), Ledger({}, {"i9": Made("a1", "x", 0)})
    )
    text = merge_text(bare, parse_deck(bare), new)
    assert parse_deck(text) == new
    assert bare[bare.index("- id: i1") :] in text


def test_articles_are_changed_in_place_and_added():
    other = ArticleEntry("a2", "另一篇", "1" * 64, ("甲。",))
    changed = replace(ARTICLE, paragraphs=("下的是基层、察的是社情。", "见微知著，防患未然。"))
    new = Parsed(replace(DECK, name="新名", articles=(changed, other), settings={"notes": 4}), Ledger())
    text = merge_text(HAND, parse_deck(HAND), new)
    assert parse_deck(text) == new
    assert HAND[HAND.index("items:") :] in text


def test_a_number_handed_to_another_blank_is_refused_with_a_free_one():
    text = TEXT.replace("察的是{{c1::民情}}", "{{c1::察的是}}民情")
    with pytest.raises(BadDeck) as caught:
        parse_deck(text)
    (problem,) = caught.value.problems
    assert problem.code == "deck-number-moved"
    assert dict(problem.details) == {"id": "i2", "number": 1, "was": "民情", "free": 2}
    assert (
        parse_deck(text.replace("{{c1::察的是}}", "{{c2::察的是}}")).deck.items[1].text
        == "{{c2::察的是}}民情"
    )
    assert parse_deck(TEXT.replace("{{c1::民情}}", "{{c1::民情民意}}"))


def test_a_file_without_what_bore_which_number_is_read_as_before():
    text = re.sub(r"(written: \w+\.\w+\.\w+)\..*", r"\1", TEXT)
    assert text != TEXT
    assert parse_deck(text.replace("察的是{{c1::民情}}", "{{c1::察的是}}民情"))
    assert stamped(text) == text


def test_hints_for_a_blank_that_never_was_are_refused():
    text = TEXT.replace("    1: [2 字]", "    1: [2 字]\n    9: [两字]", 1)
    with pytest.raises(BadDeck) as caught:
        parse_deck(text)
    (problem,) = caught.value.problems
    assert problem.code == "deck-hints-lone"
    assert dict(problem.details) == {"id": "i1", "number": 9, "numbers": "1"}
    assert parse_deck(text.replace("kinds: {1: slot}", "kinds: {1: slot}\n  retired: [9]", 1))
