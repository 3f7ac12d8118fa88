from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.model.errors import UserError
from jinju.text.clauses import clauses
from jinju.text.clean import clean
from jinju.text.decode import decode
from jinju.text.edits import Draft, Edit
from jinju.text.sentences import split_sentences

TEXT = st.text(
    alphabet="人民ab1 \n，。！？；“”‘’（）…—.?!\"'实實(shí)?&<p>_x0D\u200b\ufffd｛中", max_size=120
)
ANYTHING = st.text(max_size=80)


@st.composite
def edits(draw, length):
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    return [
        Edit(
            a,
            b,
            draw(st.sampled_from(["", "x", "yz"])),
            draw(st.sampled_from(["k", "l", "boilerplate"])),
            0.5,
        )
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]


def leads_back(raw, text, repairs):
    """Between the repairs both texts are the same; at each of them they say what it says."""
    old = new = 0
    for repair in repairs:
        assert raw[old : repair.original.start] == text[new : repair.clean.start]
        assert repair.original.of(raw) == repair.before
        assert repair.clean.of(text) == repair.after
        old, new = repair.original.end, repair.clean.end
    assert raw[old:] == text[new:]


@given(st.data(), st.text(alphabet="一二三四五", max_size=20))
def test_any_edits_in_any_number_of_steps_lead_back(data, raw):
    draft = Draft.of(raw)
    for _ in range(4):
        draft = draft.apply(data.draw(edits(len(draft.text))))
        leads_back(raw, draft.text, draft.repairs())


@given(raw=TEXT | ANYTHING)
@settings(max_examples=300, deadline=None)
def test_a_clean_article_leads_back_to_what_was_read(text_tools, raw):
    article = clean(raw, text_tools)
    leads_back(raw, article.text, article.repairs)


@given(raw=TEXT | ANYTHING)
@settings(max_examples=200, deadline=None)
def test_paragraphs_sentences_and_clauses_lie_in_order_within_each_other(text_tools, raw):
    article = clean(raw, text_tools)
    assert "\n".join(p.span.of(article.text) for p in article.paragraphs) == article.text
    for number, paragraph in enumerate(article.paragraphs):
        end = paragraph.span.start
        for sentence in paragraph.sentences:
            assert sentence.paragraph == number
            assert paragraph.span.contains(sentence.span)
            assert sentence.span.start >= end
            end = sentence.span.end
            at = sentence.span.start
            for clause in sentence.clauses:
                assert sentence.span.contains(clause.span)
                assert clause.span.start >= at
                assert article.text.startswith(clause.separator, clause.span.end)
                at = clause.span.end


@given(TEXT | ANYTHING)
@settings(max_examples=300)
def test_sentences_hold_every_character_but_white_space(text):
    spans = split_sentences(text)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert "".join(c.span.of(text) + c.separator for c in clauses(text, span)).replace(" ", "") != ""


@given(st.binary(max_size=200) | TEXT.map(lambda t: t.encode("gb18030", "replace")[1:]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_text_or_refused(data):
    with suppress(UserError):
        decoded = decode(data, "x")
        assert decoded.lost == decoded.text.count("\ufffd")
        assert 0 < decoded.confidence <= 1


@given(TEXT.map(lambda t: t.replace("\r", "")))
def test_what_was_written_as_utf8_is_read_as_written(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("unit", [" ", "“。”", "啊……", "<!--", "<script>", "（(", "。", "?", "“中?", "-\n"])
def test_a_long_run_of_one_sign_comes_through(text_tools, unit):
    """In time linear in its length; a square would take many minutes here."""
    raw = unit * (100_000 // len(unit))
    article = clean(raw, text_tools)
    assert len(article.text) <= len(raw)
    assert all(r.original.end <= len(raw) for r in article.repairs)
