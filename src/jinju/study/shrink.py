"""Hiding more of a sentence than its blank: other clauses keep only how they begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.study.face import Piece, gaps, laid
from jinju.study.grapheme import graphemes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.cloze import Cloze, Mark

LEAST_CUE = 8
"""Letters that stay readable beside the gaps, so that one answer is best."""
WORTH_HIDING = 3
"""A clause of fewer letters is not worth hiding."""
_STOP = re.compile(r"[，；：。！？、…—,;:!?\n]+[”’」』）》)\"']*\s*|\.(?=\s|$)\s*")
_OPEN, _CLOSE = "“‘「『（《([", "”’」』）》)]"
_LETTER = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"[A-Za-z0-9À-ɏ'’]+")


def letters(text: str) -> str:
    """`text` without punctuation and spaces."""
    return "".join(_LETTER.findall(text))


def shrunk(cloze: Cloze, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The front with far clauses faded; the same as the plain front where nothing can go.

    A clause with a gap stays whole, and as many of its neighbours, nearest first, as it takes to leave
    `LEAST_CUE` letters to read.
    """
    plain = cloze.plain
    parts = clauses(plain, [m.span for m in cloze.marks])
    own = {i for i, p in enumerate(parts) if any(p.overlaps(m.span) for m in marks)}
    kept = set(own)
    far = sorted(set(range(len(parts))) - own, key=lambda i: (min(abs(i - o) for o in own), i))
    while far and _readable(plain, [parts[i] for i in kept], marks) < LEAST_CUE:
        kept.add(far.pop(0))
    faded = [(parts[i], Piece("faded", _faded(parts[i].of(plain)))) for i in far]
    return laid(plain, [*gaps(marks), *((span, p) for span, p in faded if p.text != span.of(plain))])


def clauses(plain: str, whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """`plain` cut behind stops; joined the clauses are `plain`.

    Nothing in `whole` is cut, nor a pair of quotation marks or brackets.
    """
    found: list[Span] = []
    start = depth = seen = 0
    for stop in _STOP.finditer(plain):
        depth += sum((c in _OPEN) - (c in _CLOSE) for c in plain[seen : stop.end()])
        seen = stop.end()
        torn = any(span.start < stop.end() < span.end for span in whole)
        if depth <= 0 and not torn and letters(plain[start : stop.start()]):
            found.append(Span(start, stop.end()))
            start, depth = stop.end(), 0
    if found and not letters(plain[start:]):
        found[-1] = Span(found[-1].start, len(plain))
    elif start < len(plain):
        found.append(Span(start, len(plain)))
    return tuple(found)


def opening(text: str) -> str:
    """How a clause begins: its first letter, or first word where words are spelt, and marks before it."""
    out = ""
    for cluster in graphemes(text):
        out += cluster
        if _LETTER.search(cluster):
            break
    word = _FIRST_WORD.match(text, len(out) - 1) if out and out[-1].isascii() else None
    return text[: word.end()] if word else out


def _readable(plain: str, parts: Sequence[Span], marks: Sequence[Mark]) -> int:
    """How many letters of `parts` stand outside the gaps."""
    gaps = {at for m in marks for at in range(m.span.start, m.span.end)}
    return sum(1 for p in parts for at in range(p.start, p.end) if at not in gaps and letters(plain[at]))


def _faded(text: str) -> str:
    """What is left of a clause; the clause itself where that is hardly less."""
    stop = next((m.start() for m in _STOP.finditer(text) if m.end() == len(text)), len(text))
    start, tail = opening(text[:stop]), text[stop:]
    if len(letters(text[:stop])) < max(WORTH_HIDING, len(letters(start)) + 2):
        return text
    shut = "".join(_CLOSE[_OPEN.index(c)] for c in reversed(start) if c in _OPEN)
    return f"{start}…{'' if shut and shut in tail else shut}{tail}"
