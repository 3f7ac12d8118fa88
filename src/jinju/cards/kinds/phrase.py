"""Phrase blanks: a set phrase of the clip is hidden whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.gates import allowed
from jinju.cards.idiom import is_idiom
from jinju.cards.kinds.slot import places
from jinju.cards.pairing import halves, paired
from jinju.cards.strength import KNOWN, TOPICAL, inside, strength, topical_share
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Card, Clip
    from jinju.model.picks import Phrase

LEAST = 0.4
SCORE, WORDING = 0.45, 0.6
"""What the extractor's score counts in a phrase's value, and what its wording."""
MOST = 1.2
UNIT = range(3, 6)
"""Characters of a phrase that may be half of a pair."""
LONGER = 16
"""A member longer than this may hold one in a slot that is not asked for."""
CATCHWORD = 0.7
"""The least that three characters or more in quotation marks are worth."""
_HINGES = frozenset("则者以而之")


_DAYS = frozenset("日节会奖杯号")
_SISTER = re.compile(r"”[、和与及]?“")


def phrase_blanks(clip: Clip) -> Iterator[Card]:
    """One candidate for each phrase of the clip, unless the slots of a parallelism have its place."""
    taken = places(clip)
    phrases = [p for p in clip.phrases if p.score >= LEAST and not any(p.span.overlaps(t) for t in taken)]
    spans = {p.span for p in phrases}
    cards = {p.span: card for p in phrases if (card := _of_phrase(p, spans, clip)) is not None}
    for span, score in _pairs(phrases, clip):
        pair = _card(span, score, strength(span, clip), "even-pair")
        inner = [s for s in cards if s != span and span.contains(s)]
        if allowed(pair[0], clip) or not all(allowed(cards[s][0], clip) for s in inner):
            for s in inner:
                del cards[s]  # half of a pair is not asked for alone
        cards[span] = cards.get(span, pair)
    yield from cards.values()


def _of_phrase(phrase: Phrase, spans: AbstractSet[Span], clip: Clip) -> Card | None:
    if any(_hinged(phrase.span, s, clip.text) for s in spans):
        return None
    if any(_part_of(phrase.span, s, clip) for s in spans):
        return None
    if topical_share(phrase.span, clip) <= TOPICAL and not is_idiom(phrase.span.of(clip.text), clip.words):
        return None  # made of nothing but the article's topic
    relation = phrase.reasons[0].code
    worth = strength(phrase.span, clip)
    if relation == "quoted":
        if worth < KNOWN and _SISTER.match(clip.text, phrase.span.end):
            return None  # “资金紧不紧”“借钱贵不贵”: the first is the model
        if worth < KNOWN and not _says_something(phrase.span, clip):
            return None
        worth = max(worth, CATCHWORD * topical_share(phrase.span, clip))
    if relation == "idiom" and not is_idiom(phrase.span.of(clip.text), clip.words):
        relation = "four-character"
    return _card(phrase.span, phrase.score, worth, relation)


def _card(span: Span, score: float, worth: float, relation: str) -> Card:
    return (Candidate(span, "phrase", SCORE * min(score, MOST) + WORDING * worth, relation),)


def _part_of(part: Span, whole: Span, clip: Clip) -> bool:
    """Whether `part` would cut a longer phrase that is known as one: 人民|当家作主."""
    known = clip.words.get(whole.of(clip.text)).phrase and "、" not in whole.of(clip.text)
    return part != whole and whole.contains(part) and known and not _hinged(whole, part, clip.text)


def _says_something(span: Span, clip: Clip) -> bool:
    """Whether what stands in quotation marks is more than a number (“十四五”), a day or a short word."""
    run = inside(span, clip)
    if len(span) > 3:
        return True
    return len(span) == 3 and span.of(clip.text)[-1] not in _DAYS and not (run and run[0].tag[:1] == "m")


def _hinged(whole: Span, part: Span, text: str) -> bool:
    """Whether `part` is what follows the hinge of `whole`: 穷则|独善其身."""
    return (
        part != whole and whole.contains(part) and part.end == whole.end and text[part.start - 1] in _HINGES
    )


def _pairs(phrases: Sequence[Phrase], clip: Clip) -> Iterator[tuple[Span, float]]:
    """Phrases with a neighbour of the same length that are really a pair, taken whole."""
    seen: set[Span] = set()
    for phrase in phrases:
        size, span = len(phrase.span), phrase.span
        if len(halves(span.of(clip.text))) > 1:
            if span not in seen and paired(span, clip):
                seen.add(span)
                yield span, phrase.score
            continue
        for start in (span.start, span.start - 1 - size):
            end = start + 2 * size + 1
            if start < 0 or end > len(clip.text) or Span(start, end) in seen:
                continue
            whole = Span(start, end)
            if clip.text[whole.start + size] in "、，" and size in UNIT and paired(whole, clip):
                seen.add(whole)
                yield whole, phrase.score
