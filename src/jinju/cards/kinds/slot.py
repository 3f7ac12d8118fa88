"""Slot blanks: the part of each member of a parallelism that varies, while the frame stays as the cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Clip
    from jinju.model.picks import Parallel

LONGEST = 9
SHORT = 4
"""Characters of a member up to which a pair is one unit."""
SURE, ALIKE = 0.6, 0.85
"""A parallelism less sure than this must have members of nearly equal length."""
STRONG = 0.85
"""A slot that is a phrase of this score is worth a blank even in the first member."""
_QUOTED = re.compile(r"“([^“”]{2,9})”")


def slot_blanks(clip: Clip) -> Iterator[Candidate]:
    """For each parallelism in the clip, one slot a member; the first member stays as the model."""
    strong = {p.span for p in clip.phrases if p.score >= STRONG}
    for family, group in enumerate(clip.parallels):
        column = hidden_column(group, clip.text)
        if column is None:
            continue
        size = len(group.branches)
        relation = "antithesis" if size == 2 and _opposed(group) else "parallel"
        model = _inner(clip.text, group.slots[0][column]).of(clip.text)
        second = _inner(clip.text, group.slots[1][column]).of(clip.text)
        for place, slots in enumerate(group.slots, 1):
            slot = _inner(clip.text, slots[column])
            value = 0.9 * group.score + (0.15 if place > 1 or slot in strong else -0.3) + 0.05 * min(size, 4)
            if len(slot) == 1:
                value -= 0.15
            if slot in strong:
                value = max(value, STRONG)
            yield Candidate(
                slot,
                "slot",
                value,
                relation,
                family,
                place,
                size,
                partner=model if place > 1 else second,
            )


def _opposed(group: Parallel) -> bool:
    return any(r.code == "antithesis" for r in group.reasons)


def hidden_column(group: Parallel, text: str) -> int | None:
    """Which of several slots to hide, the same side throughout: a quoted one, else the last short enough.

    None where there is no clear one, and for a short pair, which is taken whole (解民忧、纾民困).
    """
    if not group.slots or len({len(s) for s in group.slots}) != 1 or not group.slots[0]:
        return None
    lengths = [len(b) for b in group.branches]
    if len(lengths) == 2 and max(lengths) <= SHORT:
        return None
    if group.score < SURE and min(lengths) < ALIKE * max(lengths):
        return None
    columns = range(len(group.slots[0]) - 1, -1, -1)
    fitting = [column for column in columns if _fits([slots[column] for slots in group.slots], text)]
    quoted = [c for c in fitting if all(_QUOTED.search(slots[c].of(text)) for slots in group.slots)]
    return next(iter(quoted or fitting), None)


def _fits(parts: list[Span], text: str) -> bool:
    answers = [_inner(text, part).of(text) for part in parts]
    return all(1 <= len(a) <= LONGEST for a in answers) and len(set(answers)) == len(answers)


def _inner(text: str, span: Span) -> Span:
    """The slot's quoted part if it has one, else the slot without punctuation at its edges."""
    quoted = _QUOTED.search(text, span.start, span.end)
    if quoted:
        return Span(*quoted.span(1))
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if text.count("”", start, end) > text.count("“", start, end) and start > span.start:
        start -= 1
    return Span(start, end)
