"""Couplet blanks: the end of the second of two even lines, where no frame or phrase carries it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.kinds.slot import places
from jinju.cards.strength import COMPOSED, inside, strength
from jinju.model.article import Span
from jinju.model.plain import LEANING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Card, Clip

VERSE = 0.9
"""What the end of a line of verse is worth."""
EVEN, WORDING = 0.4, 0.6
"""What two even clauses of prose are worth as such, and what the wording of the end counts."""
TAIL = 4
"""Characters of a prose clause's end at most."""
LINES = (5, 7)
_FEET = (3, 4, 2)
"""Characters of the last foot of a line of five or seven, the likeliest first."""
_MODERN = frozenset("的了着是在我们你他她它这那和与就都要把被对让很更也还用")
_PAIR = re.compile(r"(?:^|(?<=[。！？；]))([^\W\da-zA-Z_]{5,9})，([^\W\da-zA-Z_]{5,9})(?=[。！？；]|$)")


def couplet_blanks(clip: Clip) -> Iterator[Card]:
    """For each sentence of two even clauses the end of the second: 书山有路勤为径，学海无涯|苦作舟."""
    taken = places(clip)
    for match in _PAIR.finditer(clip.text):
        first, second = Span(*match.span(1)), Span(*match.span(2))
        if len(first) != len(second) or any(second.overlaps(t) or first.overlaps(t) for t in taken):
            continue
        if len(second) in LINES and not _MODERN & set(match[0]):
            foot = next((n for n in _FEET if second.end - n in clip.edges), 0)
            if foot:
                yield (Candidate(Span(second.end - foot, second.end), "quote", VERSE, "couplet"),)
            continue
        tail = _tail(first, second, clip)
        if tail is not None and strength(tail, clip) >= COMPOSED:
            yield (Candidate(tail, "quote", EVEN + WORDING * strength(tail, clip), "couplet"),)


def _tail(first: Span, second: Span, clip: Clip) -> Span | None:
    """The last words of the second clause, where both clauses are cut into words at the same places."""
    left, right = inside(first, clip), inside(second, clip)
    cuts = [[t.end - span.start for t in run] for run, span in ((left, first), (right, second))]
    if cuts[0] != cuts[1] or len(right) < 2 or any(t.text in LEANING for t in right):
        return None
    start = right[-2].start if second.end - right[-2].start <= TAIL else right[-1].start
    same = any(a.text == b.text for a, b in zip(left, right, strict=True))
    return None if same or start == second.start else Span(start, second.end)
