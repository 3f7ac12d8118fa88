"""What the characters in a clip, and beside it tell."""

import pytest

from jinju.extract.tones import BESIDE, ArticleTones
from jinju.model.article import Span
from jinju.model.lexicon import Token
from jinju.model.tones import Tones, heft, shared

FIGURES = Tones({"好": [2.0, 0.0, 0.0, 0.0], "旁": [0.0, 0.0, 3.0, 0.0], "首": [0.0, 0.0, 0.0, 4.0]})
TOTAL = 1000


def article(text):
    return ArticleTones([Token(c, i, "n") for i, c in enumerate(text)], FIGURES, TOTAL), text


def of(text, clip):
    tones, text = article(text)
    at = text.index(clip)
    return dict(tones.of(Span(at, at + len(clip))))


def test_only_its_own_words_tell_of_the_clip_and_only_near_ones_from_beside():
    told = of("旁好文首文" + "远" * BESIDE + "旁", "首文")
    assert told["tone.clip"] == 0
    assert told["tone.first"] == 4.0
    near, far = of("旁好首", "首"), of("旁" + "远" * BESIDE + "首", "首")
    assert near["tone.beside"] > far["tone.beside"] == 0
    assert of("好首", "好首")["tone.clip"] > of("好首文文", "好首文文")["tone.clip"] > 0


def test_common_words_count_less_and_unknown_ones_fully():
    assert heft(0, 10**6) == 1.0
    assert 1.0 > heft(1000, 10**6) > heft(100_000, 10**6) > 0


def test_a_word_counts_for_the_part_that_a_span_shares():
    words = [Token("高质量", 0, "n", 7), Token("发展", 3, "v", 9)]
    assert [(t.text, t.frequency) for t in shared(words, Span(1, 4))] == [("质量", 7), ("发", 9)]
    assert FIGURES.of_word("好事", 0) == pytest.approx(2.0)
