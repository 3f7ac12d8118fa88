from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.adapters.deck_file import hand_edited, parse_deck, render_deck
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
        tags=tuple(draw(st.lists(ANY, max_size=3))),
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
