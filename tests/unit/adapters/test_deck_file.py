from dataclasses import replace

import pytest

from jinju.adapters.deck_file import (
    BadDeck,
    hand_edited,
    parse_deck,
    read_deck,
    render_deck,
    save,
    write_deck,
)
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.errors import UserError
from jinju.model.item import Item
from jinju.model.ledger import Ledger, Made, Refusal

ARTICLE = ArticleEntry(
    "a1",
    "走下去，沉下来",
    "0" * 64,
    ("下的是基层、察的是民情。", "其二：见微知著。"),
    "自拟",
    date="2026-07-03",
)
ITEM = Item(
    id="i1",
    article="a1",
    text="下的是{{c1::基层}}、察的是{{c2::民情}}。",
    hints={1: ("并列第 1 项", "2 字"), 2: ("并列第 2 项",)},
    kinds={1: "slot", 2: "slot"},
    paragraph=1,
    reasons=("排比 2 项",),
    score=1.25,
    tags=("申论", "基层"),
    retired=(3,),
    changed=1_795_000_000,
    written="abcdef.ghijkl.mnopqr",
)
DECK = Deck("金句::走下去，沉下来", (ARTICLE,), (ITEM,), {"notes": 20, "speak": False})


def problems(text):
    with pytest.raises(BadDeck) as caught:
        parse_deck(text)
    return [(p.line, p.code) for p in caught.value.problems]


def line_of(text, piece):
    return text[: text.index(piece)].count("\n") + 1


def test_what_is_written_is_read_back():
    ledger = Ledger(
        {"i1": "all"}, {"i1": Made("a1", "见微知著", 1), "i9": Made("a1", "改过的")}, (Refusal("i2", "甲"),)
    )
    parsed = parse_deck(render_deck(DECK, ledger))
    assert parsed.deck == DECK
    assert parsed.ledger == ledger


def test_the_file_is_pleasant_to_read():
    text = render_deck(DECK)
    assert "  text: |-\n    下的是{{c1::基层}}、察的是{{c2::民情}}。\n" in text
    assert "    1: [并列第 1 项, 2 字]\n" in text
    assert "\ndeck: 金句::走下去，沉下来\n" in text
    assert "  tags: [申论, 基层]\n" in text
    assert text.startswith("#")


def test_any_hand_edit_is_recognised():
    text = render_deck(DECK)
    assert not hand_edited(text)
    assert not hand_edited(text.replace("\n", "\r\n"))
    assert hand_edited(text + "# 记一笔\n")
    assert hand_edited(text.replace("民情", "社情"))
    assert hand_edited(text.replace("written: ", "written: 0", 1))
    assert hand_edited("deck: 手写\n")


@pytest.mark.parametrize(
    "word", ["yes", "1e3", "null", "~", "2026-07-03", "0x10", "[a]", "- a", "a: b", "a #b", "*x", "&x"]
)
def test_words_that_yaml_takes_for_something_else_stay_words(word):
    deck = replace(
        DECK,
        name=word,
        items=(replace(ITEM, cue=word, tags=(word.replace(" ", "_"),)),),
        settings={"a": word},
    )
    assert parse_deck(render_deck(deck)).deck == deck


def test_unquoted_words_of_a_person_stay_words():
    text = render_deck(DECK).replace("tags: [申论, 基层]", "tags: [yes, 2026, null]\n  theme: no")
    item = parse_deck(text).deck.items[0]
    assert item.tags == ("yes", "2026", "null")
    assert item.theme == "no"


TEXT = render_deck(DECK)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  hints:", "\thints:", "deck-tab"),
        ("  hints:", "\t  hints:", "deck-tab"),
        ("  kinds:", "   kinds:", "deck-indent"),
        ("  kinds:", " kinds:", "deck-indent"),
        ("  reasons:", "  reason:", "deck-unknown-key"),
        ("settings:", "setings:", "deck-unknown-key"),
        ("  score: 1.25", "  score: 高", "deck-want-number"),
        ("  score: 1.25", "  score: nan", "deck-want-number"),
        ("  score: 1.25", "  score: 1.25\n  score: 2", "deck-key-twice"),
        ("{{c1::基层}}", "{{c1::基层", "deck-cloze-unclosed"),
        ("{{c1::基层}}", "{{c1:基层}}", "deck-cloze-nearly"),
        ("{{c1::基层}}", "{c1::基层}}", "deck-cloze-nearly"),
        ("{{c1::基层}}", "{{c1::}}", "deck-cloze-empty"),
        ("{{c1::基层}}", "{{c0::基层}}", "deck-cloze-number"),
        ("{{c1::基层}}", "{{c3::基层}}", "deck-number-reused"),
        ("paragraph: 2", "paragraph: 7", "deck-no-such-paragraph"),
        ("paragraph: 2", "paragraph: 二", "deck-want-integer"),
        ("  article: a1", "  article: a2", "deck-no-such-article"),
        ("- id: i1", "- id: 1i", "deck-bad-id"),
        ("1: slot", "1: slut", "deck-bad-kind"),
        ("changed: 2026", "changed: 下午", "deck-want-time"),
        ("tags: [申论, 基层]", "tags: {a: b}", "deck-want-list"),
        ("tags: [申论, 基层]", "tags: [申论, [基层]]", "deck-want-text"),
        ("tags: [申论, 基层]", "tags: [申论 基层]", "deck-tag-space"),
        ("tags: [申论, 基层]", "tags：[申论]", "deck-colon"),
        ("tags: [申论, 基层]", "tags:[申论]", "deck-colon"),
        ("  reasons:", "  theme：值\n  reasons:", "deck-colon"),
        ("  reasons:", "  theme:值\n  reasons:", "deck-colon"),
        ("    2: [并", "    2：[并", "deck-colon"),
        ("deck: ", "deck：", "deck-colon"),
        ("items:", "items：", "deck-colon"),
        ("tags: [申论, 基层]", "tags: *x", "deck-anchor"),
        ("tags: [申论, 基层]", "tags: &x [a]", "deck-anchor"),
        ("tags: [申论, 基层]", "tags: !!python/none a", "deck-tag"),
        ("tags: [申论, 基层]", "tags: " + "[" * 5000, "deck-too-deep"),
        ("tags: [申论, 基层]", 'tags: ["申论]', "deck-syntax"),
        ("  score: 1.25", "<<<<<<< HEAD\n  score: 1.25", "deck-conflict"),
        ("  score: 1.25", "=======", "deck-conflict"),
        ("format: 1", "format: 2", "deck-newer"),
        ("  score: 1.25", "  score: 1.25\x07", "deck-unprintable"),
        ("  kinds:", "    kinds:", "deck-indent"),
    ],
)
def test_a_slip_of_the_hand_is_named_with_its_line(old, new, code):
    assert old in TEXT
    bad = TEXT.replace(old, new, 1)
    lines = [line for line, found in problems(bad) if found == code]
    assert lines, problems(bad)
    assert lines[0] in {line_of(bad, new) + n for n in range(4)}


def test_a_line_without_its_colon_is_the_one_that_is_named():
    for slip in ("  theme：值\n", "  theme:值\n"):
        text = TEXT.replace("  reasons:", slip + "  reasons:")
        assert problems(text) == [(line_of(text, slip.strip()), "deck-colon")]
    text = TEXT.replace("- id: i1", "- id：i1")
    assert problems(text) == [(line_of(text, "- id"), "deck-colon")]


def test_all_marks_of_a_conflict_are_named():
    text = TEXT.replace("  score: 1.25", "<<<<<<< ours\n  score: 1.25\n=======\n  score: 2\n>>>>>>> theirs")
    with pytest.raises(BadDeck) as caught:
        parse_deck(text)
    (problem,) = caught.value.problems
    lines = [line_of(text, mark) for mark in ("<<<<<<<", "=======", ">>>>>>>")]
    assert dict(problem.details)["lines"] == ", ".join(map(str, lines))


def test_a_key_that_slid_into_the_text_is_found():
    bad = TEXT.replace("  hints:\n", "    theme: 基层\n  hints:\n", 1)
    assert problems(bad) == [(line_of(bad, "  text:") + 1, "deck-key-in-text")]


def test_missing_and_double_things_are_found():
    two = render_deck(replace(DECK, items=(ITEM, ITEM)))
    assert [code for _, code in problems(two)] == ["deck-same-id"]
    assert [
        code for _, code in problems(TEXT.replace("|-\n    下的是{{c1::基层}}、察的是{{c2::民情}}。", "", 1))
    ] == ["deck-missing"]
    assert [c for _, c in problems("deck: 名\n")] == ["deck-missing", "deck-missing"]
    assert [c for _, c in problems("- a\n")] == ["deck-not-a-mapping"]
    assert [c for _, c in problems("")] == ["deck-not-a-mapping"]
    assert "deck-several-documents" in [c for _, c in problems(TEXT + "---\na: b\n")]


def test_all_problems_are_named_at_once_but_not_without_end():
    bad = TEXT.replace("score: 1.25", "score: x").replace("paragraph: 2", "paragraph: y")
    assert len(problems(bad)) == 2
    many = "".join(f"- id: {n}\n  article: a1\n  text: a{{{{c1::b}}}}\n" for n in range(50))
    assert len(problems(f"deck: a\narticles:\n- key: a1\nitems:\n{many}")) == 20


def test_the_nearest_known_key_is_named():
    with pytest.raises(BadDeck) as caught:
        parse_deck(TEXT.replace("  reasons:", "  reason:", 1), "某.yaml")
    assert dict(caught.value.problems[0].details)["nearest"] == "reasons"
    assert "某.yaml:" in caught.value.details["problems"]


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_files(tmp_path):
    path = tmp_path / "一.yaml"
    write_deck(path, DECK)
    assert read_deck(path) == DECK
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert read_deck(path) == DECK


@pytest.mark.parametrize(
    ("data", "code"), [(TEXT.encode("utf-16"), "deck-not-utf8"), (TEXT.encode("gb18030"), "deck-not-utf8")]
)
def test_a_file_that_is_not_utf8_is_refused(tmp_path, data, code):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_deck(path)
    assert caught.value.code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path, code in ((tmp_path / "x", "no-such-file"), (tmp_path, "deck-is-folder")):
        with pytest.raises(UserError) as caught:
            read_deck(path)
        assert caught.value.code == code


def test_somebody_elses_change_is_never_replaced(tmp_path):
    path = tmp_path / "a.yaml"
    save(path, TEXT, None)
    with pytest.raises(UserError) as caught:
        save(path, TEXT + "# 1\n", None)
    assert caught.value.code == "deck-changed-meanwhile"
    save(path, TEXT + "# 2\n", TEXT)
    assert path.read_text(encoding="utf-8") == TEXT + "# 2\n"
    with pytest.raises(UserError):
        save(path, TEXT, TEXT)
