import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinju.adapters.weights import load_weights
from jinju.extract.alignment import align, common_length, masks
from jinju.extract.clauses import CLAUSE, ITEM, SEGMENT, bare, units
from jinju.extract.parallel import (
    branch_shares,
    find_parallels,
    score_parallel,
    score_whole_sentences,
    split_at_semicolons,
)
from jinju.extract.worth import score_sentences
from jinju.model.article import Span
from jinju.model.lexicon import Token

PIECES = st.one_of(
    st.sampled_from("“”、，；。！\n从到既又学的一3a《》（）😀"),
    st.sampled_from(
        ["下的是", "察的是", "民情", "民忧", "基层", "不是", "而是", "本领", "特事特办", "急事急办"]
    ),
    st.sampled_from(["群众", "在哪里", "2、", "，而"]),
)
TEXT = st.lists(PIECES, max_size=60).map("".join)
LINES = st.lists(TEXT, max_size=12)


def sentences(text):
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^。！\n]+[。！]*", text)]


def tokens(text, width):
    return [Token(text[i : i + width], i, "") for i in range(0, len(text), width)]


def lcs(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b):
            before, row[j + 1] = row[j + 1], before + 1 if x == y else max(row[j], row[j + 1])
    return row[-1]


@given(TEXT, st.integers(1, 3), st.booleans())
def test_branches_are_disjoint_and_ordered_and_slots_lie_within(text, width, cut):
    found = find_parallels(text, sentences(text), tokens(text, width) if cut else None)
    taken = []
    for parallel in found:
        assert 0 <= parallel.score <= 1
        assert len(parallel.branches) >= 2
        assert len(parallel.slots) == len(parallel.branches)
        assert len({len(s) for s in parallel.slots}) == 1
        for branch, slots in zip(parallel.branches, parallel.slots, strict=True):
            assert 0 <= branch.start < branch.end <= len(text)
            taken.append(branch)
            at = branch.start
            for slot in slots:
                assert at <= slot.start < slot.end <= branch.end
                at = slot.end
        assert list(parallel.branches) == sorted(parallel.branches)
    taken.sort()
    assert all(a.end <= b.start for a, b in pairwise(taken))
    assert found == sorted(found, key=lambda p: p.branches)
    shares = branch_shares(sentences(text), found)
    assert all(0 <= share <= 1 for share in shares)


@given(TEXT, TEXT)
def test_alignment_pairs_equal_characters_in_order(a, b):
    pairs = align(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(x[0] < y[0] and x[1] < y[1] for x, y in pairwise(pairs))


@given(TEXT, TEXT)
def test_common_length_is_that_of_the_textbook(a, b):
    assert common_length(masks(a), len(a), b) == lcs(a, b)


@given(TEXT, st.sampled_from([ITEM, CLAUSE, SEGMENT]))
def test_units_are_ordered_and_bare(text, level):
    found = units(text, sentences(text), level)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(bare(text, u.span) == u.span for u in found)


@given(TEXT)
def test_the_parts_at_semicolons_join_to_the_sentences(text):
    spans = sentences(text)
    parts = split_at_semicolons(spans, text)
    assert "".join(p.of(text) for p in parts) == "".join(s.of(text) for s in spans)


@pytest.fixture(scope="module")
def weights():
    return {name: load_weights(name) for name in ("lines", "parallel", "parallel-pairs")}


@settings(deadline=None)
@given(lines=LINES)
def test_every_sentence_has_a_score_and_the_same_one_twice(weights, lines):
    stages = weights["parallel-pairs"], weights["parallel"]
    parallel = score_parallel(lines, [0] * len(lines), *stages)
    assert len(parallel) == len(lines)
    assert all(0 <= p.score <= 1 for p in parallel)
    said = score_sentences(lines, weights["lines"], parallel=[p.score for p in parallel])
    assert len(said) == len(lines)
    assert all(0 <= s.score <= 1 for s in said)
    assert said == score_sentences(lines, weights["lines"], parallel=[p.score for p in parallel])


@settings(deadline=None)
@given(text=TEXT)
def test_whole_sentences_see_their_parts(weights, text):
    spans = sentences(text)
    stages = weights["parallel-pairs"], weights["parallel"]
    said = score_whole_sentences(text, spans, [0] * len(spans), *stages)
    assert len(said) == len(spans)
