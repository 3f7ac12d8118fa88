"""How the clip is worded: its phrases, its rhythm, how rare its words are, what it talks about."""

from __future__ import annotations

import re
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_FINE = 0.8
_MOST = 1.2
_NAMED = 3
_UNITS: Final = re.compile(r"[，；：。！？,;:!?“”、]")
_QUOTED: Final = re.compile(r"“([^”]*)”")
_RARE, _RAREST, _HALF = 12.0, 18.0, 0.5
_UNIT = 4


def wording(look: Look) -> Iterator[tuple[str, float]]:
    """Phrases by kind, four-character units, even clauses, rarity, quotations, topic words, names."""
    yield from _phrases(look)
    units = [u for u in _UNITS.split(look.text) if u]
    yield "wording.units", min(4, sum(len(u) == _UNIT for u in units))
    yield "wording.even", min(3, sum(len(a) == len(b) > _UNIT - 2 for a, b in pairwise(units)))
    yield "wording.repeats", len(look.text) / len(set(look.text)) - 1
    quoted = _QUOTED.findall(look.text)
    if quoted:
        yield "wording.quotations", min(2, len(quoted))
        yield "wording.quoted", sum(map(len, quoted)) / len(look.text)
    tokens = look.tokens
    if not tokens:
        return
    size = len(tokens)
    whole = log(max(look.words.total, 1))
    surprise = [min(_RAREST, whole - log(t.frequency or _HALF)) for t in tokens if t.text.isalnum()]
    if surprise:
        yield "wording.rarity", sum(surprise) / len(surprise) / 10 - 1
        yield "wording.rare", sum(s > _RARE for s in surprise) / len(surprise)
    for token in tokens:
        grade = look.words.get(token.text).grade
        if grade:
            yield f"wording.{grade}", 0.5
    yield "wording.topic", sum(t.text in look.topics for t in tokens) / size
    yield "wording.numbers", sum(t.tag[:1] in ("m", "q") for t in tokens) / size
    yield "wording.names", sum(t.tag[:2] in ("nr", "ns", "nt") for t in tokens) / size
    yield "wording.verbs", sum(t.tag[:1] == "v" for t in tokens) / size
    yield "wording.singles", sum(len(t.text) == 1 for t in tokens) / size


def _phrases(look: Look) -> Iterator[tuple[str, float]]:
    for place, phrase in enumerate(look.phrases):
        code = phrase.reasons[0].code
        if place < _NAMED:
            yield f"phrase.{place + 1}", phrase.score
            yield f"phrase.{place + 1}-{code}", 1.0
        grade = look.words.get(phrase.span.shifted(-look.span.start).of(look.text)).grade
        if grade:
            yield f"phrase.is-{grade}", 1.0
        if phrase.score >= _FINE:
            yield "phrase.fine", 1.0
        yield f"phrase.{code}", min(_MOST, phrase.score)
    yield "phrase.covered", sum(len(p.span) for p in look.phrases) / len(look.span)
