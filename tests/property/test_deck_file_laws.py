from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.adapters.deck_file import hand_edited, merge_text, parse_deck, render_deck
from jinju.model.cloze import escape
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import Item
from jinju.model.ledger import Ledger, Made, Refusal

ANY = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=" \t\n\r:#'\"{}[]-?&*!|>%@`,\\~\x00\x07\x85\u2028\u2029\ufeff\xa0甲乙ab1e", max_size=20),
    st.sampled_from(
        [
            "yes",
            "1e3",
            "null",
            "~",
            "text: a",
            "a\n# b",
            "x\nid: y",
            "<<<<<<< a",
            "=======",
            "---",
            "...",
            "\u3000甲",
        ]
    ),
)
NUMBERS = st.integers(1, 9)


@st.composite
def items(draw, name):
    return Item(
        id=name,
        article="a1",
        text=escape(draw(ANY)) + "{{c1::" + escape(draw(ANY)) + "甲}}" + escape(draw(ANY)),
        hints=draw(st.dictionaries(st.just(1), st.lists(ANY, min_size=1, max_size=3).map(tuple), max_size=3)),
        kinds=draw(
            st.dictionaries(NUMBERS, st.sampled_from(["phrase", "slot", "quote", "recite"]), max_size=3)
        ),
        cue=draw(ANY),
        before=draw(ANY),
        after=draw(ANY),
        paragraph=draw(st.integers(0, 1)),
        theme=draw(ANY),
        reasons=tuple(draw(st.lists(ANY, max_size=3))),
        score=draw(st.floats(allow_nan=False, allow_infinity=False)),
        tags=tuple(draw(st.lists(ANY.filter(lambda t: len(t.split()) < 2), max_size=3))),
        keep=draw(st.booleans()),
        retired=tuple(draw(st.lists(st.integers(10, 499), max_size=3))),
        changed=draw(st.integers(0, 253402300799)),
        written=draw(ANY),
    )


@st.composite
def decks(draw):
    article = ArticleEntry(
        "a1", draw(ANY), draw(ANY), (draw(ANY), draw(ANY)), draw(ANY), draw(ANY), draw(ANY), draw(ANY)
    )
    values = st.one_of(st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), ANY)
    names = draw(st.sets(st.from_regex(r"i[a-z2-7]{3}", fullmatch=True), max_size=3))
    return Deck(
        draw(ANY.filter(lambda t: t.strip())),
        (article,),
        tuple(draw(items(n)) for n in sorted(names)),
        draw(st.dictionaries(ANY, values, max_size=3)),
    )


LEDGERS = st.builds(
    Ledger,
    mine=st.just({}),
    made=st.dictionaries(
        st.from_regex(r"i[a-z2-7]{3}", fullmatch=True),
        st.builds(Made, article=st.just("a1"), text=ANY),
        max_size=3,
    ),
    refused=st.lists(st.builds(Refusal, id=st.just("i9"), text=ANY), max_size=2).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(decks(), LEDGERS)
def test_parse_after_render_is_the_identity(deck, ledger):
    text = render_deck(deck, ledger)
    parsed = parse_deck(text)
    assert parsed.deck == deck
    assert parsed.ledger == ledger
    assert not hand_edited(text)
    assert render_deck(*parsed) == text


COMMENTED = Item(
    "i1",
    "a1",
    "下的是{{c1::基层}}、察的是{{c2::民情}}。",
    {1: ("并列第 1 项", "2 字"), 2: ("并列第 2 项",)},
    {1: "slot", 2: "slot"},
    cue="去处",
    before="前一句。\n再前一句。",
    theme="群众路线",
    reasons=("排比 2 项",),
    score=1.5,
    tags=("申论",),
    retired=(5,),
    changed=1000,
    written="a.b.c",
)
CHANGES = {
    "text": (
        "下的是{{c1::基层}}、察的是{{c2::社情}}。",
        "{{c1::一行}}\n{{c2::两行}}",
        "{{c1::甲}}{{c2::乙}} ",
    ),
    "hints": (
        {1: ("一",), 2: ("并列第 2 项",)},
        {1: ("并列第 1 项", "2 字"), 2: ("二", "两")},
        {1: ("一",), 2: ("二",), 5: ("五",)},
    ),
    "kinds": ({1: "slot", 2: "phrase"},),
    "cue": ("何处",),
    "before": ("前句。", "别的\n两行"),
    "after": ("后一句。",),
    "tags": (("申论", "基层"),),
    "retired": ((5, 7),),
    "changed": (2000,),
}


def _with_comments(text):
    """A comment above and behind every line of the items that is not inside a block of text."""
    head, body = text.split("items:\n")
    out, count, inside = [], 0, False
    for line in body.splitlines():
        inside = inside and line.startswith("    ")
        if inside:
            out.append(line)
            continue
        column = " " * (len(line) - len(line.lstrip(" -")))
        out += [f"{column}# above {count}.", f"{line}  # behind {count}."]
        count += 1
        inside = line.endswith("|-")
    return f"{head}items:\n" + "\n".join(out) + "\n", count


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in CHANGES.items()}))
def test_no_comment_around_a_line_is_lost(change):
    deck = Deck("名", (ArticleEntry("a1", "题", "", ("段",)),), (COMMENTED,))
    text, count = _with_comments(render_deck(deck))
    assert count > 14
    parsed = parse_deck(text)
    assert parsed.deck == deck
    new = parsed._replace(deck=replace(deck, items=(replace(COMMENTED, **change),)))
    out = merge_text(text, parsed, new)
    assert parse_deck(out) == new
    for n in range(count):
        assert f"# above {n}." in out
        assert f"# behind {n}." in out


def test_an_entry_of_the_hints_goes_without_its_neighbours():
    deck = Deck("名", (ArticleEntry("a1", "题", "", ("段",)),), (COMMENTED,))
    text = render_deck(deck).replace("  hints:\n", "  hints:  # 提示\n    # 第一\n", 1)
    parsed = parse_deck(text)
    less = replace(COMMENTED, hints={1: ("一",)}, cue="", after="后")
    out = merge_text(text, parsed, parsed._replace(deck=replace(deck, items=(less,))))
    assert "  hints:  # 提示\n    # 第一\n    1: [一]\n  kinds:" in out
    assert parse_deck(out).deck.items == (less,)
