"""How much flatter a candidate would write a blank from memory: idiom first, plain words last."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from jinju.cards.idiom import EVERYDAY, is_idiom
from jinju.cards.pairing import halves, paired
from jinju.model.plain import ASKING, IMAGES, LEANING, PLAIN, POINTING, TRAILING
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.article import Span
    from jinju.model.lexicon import Token, Words

PAIR, IDIOM, KNOWN, IMAGE, FRESH, MIXED, COMPOSED = 1.2, 1.0, 0.9, 0.8, 0.8, 0.65, 0.49
FLAT = 0.2
TOPICAL, HALF_TOPICAL = 0.5, 0.75
"""What is left of a wording made of the article's topic words, or of them and one other."""
_TIERS = ((300, 0.75), (1000, 0.6), (3000, 0.45), (10000, 0.3))
"""Dictionary frequency of a single word, and what it is worth up to there."""
_UNIT = 4
_PUNCTUATION = re.compile(r"[\W_]")


def inside(span: Span, clip: Clip) -> Sequence[Token]:
    """The clip's tokens that lie whole in `span`, punctuation aside."""
    found = clip.runs.get(span)
    if found is None:
        found = clip.runs[span] = []
        for token in clip.tokens[bisect_left(clip.starts, span.start) :]:
            if token.end > span.end:
                break
            if _PUNCTUATION.sub("", token.text):
                found.append(token)
    return found


def strength(span: Span, clip: Clip) -> float:
    """0..1.2: striking pair > idiom, known phrase > image > fresh four characters > composed > plain word."""
    text = span.of(clip.text)
    bare = _PUNCTUATION.sub("", text)
    words = clip.words
    if bare in WORN or text in PLAIN:
        return FLAT
    if is_idiom(text, words):
        return IDIOM
    return topical_share(span, clip) * _wording(span, inside(span, clip), clip)


def topical_share(span: Span, clip: Clip) -> float:
    """What is left of a wording: less where it is made of the article's topic words."""
    tokens = [t for t in inside(span, clip) if t.tag[:1] not in ("c", "u", "p")]
    topical = sum(t.text in clip.topics for t in tokens) / max(1, len(tokens))
    return TOPICAL if topical == 1 else HALF_TOPICAL if 2 * topical >= 1 else 1.0


def _wording(span: Span, tokens: Sequence[Token], clip: Clip) -> float:
    text, words = span.of(clip.text), clip.words
    bare = _PUNCTUATION.sub("", text)
    if len(halves(text)) > 1:
        return PAIR if paired(span, clip) else FLAT
    if words.get(text).phrase:
        return KNOWN
    if bare in IMAGES or (len(bare) <= _UNIT and {bare[-2:], bare[-3:]} & IMAGES):
        return IMAGE
    if len(bare) == _UNIT and (bare[0] == bare[2]) != (bare[1] == bare[3]):
        two = min(words.get(bare[:2]).frequency, words.get(bare[2:]).frequency) >= EVERYDAY // 6
        return COMPOSED if two else MIXED  # 政务服务, 敢闯敢试
    named = sum(len(t.text) for t in tokens if t.tag[:2] in ("nr", "ns", "nt") and len(t.text) > 1)
    if leans(tokens) or named * 2 > len(bare):
        return FLAT
    return _one_word(text, words) if len(tokens) <= 1 else _several(bare, tokens, words)


def leans(tokens: Sequence[Token]) -> bool:
    """Whether a run begins or ends with a word that belongs to the frame, or holds a pronoun."""
    if not tokens:
        return False
    first, last = tokens[0], tokens[-1]
    return (
        first.text in LEANING
        or last.text in TRAILING
        or last.text[-1] in "是有在"
        or (len(tokens) > 1 and first.tag[:1] in ("m", "c", "p", "u") and first.text[0] != "一")
        or any(t.text in POINTING or t.text in ASKING for t in tokens)
    )


def _one_word(text: str, words: Words) -> float:
    frequency = words.get(text).frequency
    if len(text) >= _UNIT:
        everyday = min(words.get(text[:2]).frequency, words.get(text[2:]).frequency) >= EVERYDAY // 6
        return COMPOSED if everyday else MIXED
    return next((worth for most, worth in _TIERS if frequency <= most), FLAT)


def _several(text: str, tokens: Sequence[Token], words: Words) -> float:
    """Of several words: fresh where none of them is common, merely composed where all are."""
    common = sum(words.get(t.text).frequency >= EVERYDAY // 6 for t in tokens)
    if not common and len(text) == _UNIT:
        return FRESH
    return COMPOSED if common == len(tokens) else MIXED
