"""How the clip is worded: its phrases, its rhythm, how rare its words are, what it talks about."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips.counts import GRADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_FINE = 0.8
_MOST = 1.2
_NAMED = 3
_UNITS: Final = re.compile(r"[^，；：。！？,;:!?“”、]+")
_QUOTED: Final = re.compile(r"“([^”]*)”")
_UNIT = 4
_SORTS: Final = tuple((s, f"wording.{s}") for s in ("topic", "numbers", "names", "verbs", "singles"))
_GRADES: Final = tuple((g, f"wording.{g}") for g in GRADES)


def wording(look: Look) -> Iterator[tuple[str, float]]:
    """Phrases by kind, four-character units, even clauses, rarity, quotations, topic words, names."""
    yield from _phrases(look)
    units = [*map(len, _UNITS.findall(look.text))]
    yield "wording.units", min(4, units.count(_UNIT))
    yield "wording.even", min(3, [a == b > _UNIT - 2 for a, b in pairwise(units)].count(True))
    yield "wording.repeats", len(look.text) / len(set(look.text)) - 1
    quoted = _QUOTED.findall(look.text) if "“" in look.text else ()
    if quoted:
        yield "wording.quotations", min(2, len(quoted))
        yield "wording.quoted", sum(map(len, quoted)) / len(look.text)
    size, counts = len(look.tokens), look.counts
    if not size:
        return
    if counts["said"]:
        yield "wording.rarity", counts["surprise"] / counts["said"] / 10 - 1
        yield "wording.rare", counts["rare"] / counts["said"]
    for grade, name in _GRADES:
        if counts[grade]:
            yield name, counts[grade] / 2
    for sort, name in _SORTS:
        yield name, counts[sort] / size


def _phrases(look: Look) -> Iterator[tuple[str, float]]:
    for place, phrase in enumerate(look.phrases):
        code = phrase.reasons[0].code
        if place < _NAMED:
            yield f"phrase.{place + 1}", phrase.score
            yield f"phrase.{place + 1}-{code}", 1.0
        grade = look.words.get(look.said(phrase)).grade
        if grade:
            yield f"phrase.is-{grade}", 1.0
        if phrase.score >= _FINE:
            yield "phrase.fine", 1.0
        yield f"phrase.{code}", min(_MOST, phrase.score)
    yield "phrase.covered", sum([p.span.end - p.span.start for p in look.phrases]) / len(look.text)
