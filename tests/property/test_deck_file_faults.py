"""Whatever stands in a deck file: a deck, or a refusal that names a line. Never a traceback."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jinju.adapters.deck_file import BadDeck, hand_edited, merge_text, parse_deck, render_deck, stamp_text
from jinju.messages import say
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.model.ledger import Ledger, Made, Refusal
from jinju.revise.edits import seal, stamp

ARTICLE = ArticleEntry("a1", "题", "0" * 64, ("下的是基层。", "察的是民情。"))
ITEMS = (
    Item("i1", "a1", "下的是{{c1::基层}}。", {1: ("2 字",)}, {1: "slot"}, tags=("申论",)),
    Item("i2", "a1", "察的是{{c1::民情}}。", {1: ("2 字",)}, {1: "slot"}, retired=(2,), paragraph=1),
)
LEDGER = Ledger({"i2": "all"}, {"i1": Made("a1", "下的是基层。")}, (Refusal("i3", "甲"),))
TEXT = render_deck(seal(Deck("名", (ARTICLE,), ITEMS, {"notes": 3}), 1000), LEDGER)
PIECES = [
    "\t",
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    "- ",
    "#",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "---\n",
    "...\n",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "{{c1::",
    "}}",
    "::",
    "甲",
    "\r",
    ",",
    "\\",
    "<<: *a",
    "=======",
    "0",
    "-1",
    "9" * 30,
    "1e999",
    "\ud800",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6), st.sampled_from(PIECES)), max_size=4))
@example([(0, 0, "\ufeff")])
@example([(TEXT.index("    1: [") + 6, len(" [2 字]"), "")])
@example([(TEXT.rindex("  i1 ") + len("  i1 "), 0, "\t")])
@example([(TEXT.rindex("  i1 ") + len("  i1 "), 0, '"')])
def test_a_mangled_file_is_read_or_refused(cuts):
    text = TEXT
    for at, length, piece in cuts:
        text = text[:at] + piece + text[at + length :]
    parsed = error = None
    try:
        parsed = parse_deck(text, "某.yaml")
    except BadDeck as caught:
        error = caught
    if error is not None:
        assert error.problems
        for problem in error.problems:
            assert problem.line is None or 1 <= problem.line <= text.count("\n") + text.count("\r") + 2
        assert "某.yaml" in say(error.code, **error.details)
        return
    assert parse_deck(render_deck(*parsed)) == parsed
    stamped = stamp(parsed.deck, 5000)
    out = stamp_text(text, parsed, stamped)
    assert parse_deck(out).deck == stamped.deck
    same = merge_text(text, parsed, parsed)
    assert parse_deck(same) == parsed
    assert not hand_edited(same)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(BadDeck):
        parse_deck(text)


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "deck: " + "[" * 100_000,
        "deck: " + "{a: " * 50_000,
        "- " * 50_000,
        "? " * 20_000,
        "deck: " + "x" * 5_000_000,
        "deck: |-\n" + "  x\n" * 500_000,
        'deck: "' + "\\u4e00" * 200_000,
    ],
)
def test_bombs_are_refused_at_once(bomb):
    with pytest.raises(BadDeck):
        parse_deck(bomb)
