"""Slot blanks: the part of each member of a parallelism that varies, while the frame stays as the cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Card, Clip
    from jinju.model.picks import Parallel

LONGEST = 6
"""Characters of a slot; more of free text is not recoverable, unless it stands in quotation marks."""
SHORT = 4
"""Characters of a member up to which a pair is one unit, and a longer run is asked for on one card."""
TIGHT = 10
"""Characters of a member up to which a slot of one character is tight enough to be recalled."""
SURE, ALIKE = 0.6, 0.85
"""A parallelism less sure than this must have members of nearly equal length."""
STRONG = 0.85
"""A slot that is a phrase of this score is worth a blank even in the first member of a pair."""
MOST = 3
"""Cards of one parallelism; more members share."""
_QUOTED = re.compile(r"“([^“”]{2,9})”")


def slot_blanks(clip: Clip) -> Iterator[Card]:
    """For each parallelism in the clip, the slots that vary; as a rule the first member is the model."""
    for family, group in enumerate(clip.parallels):
        column = hidden_column(group, clip.text)
        if column is not None:
            yield from _cards(_members(clip, group, family, column), group, clip)


def _members(clip: Clip, group: Parallel, family: int, column: int) -> list[Candidate]:
    """One candidate a member, valued by how sure the parallelism is and how strong the slot."""
    strong = {p.span for p in clip.phrases if p.score >= STRONG}
    size = len(group.branches)
    opposed = size == 2 and any(r.code == "antithesis" for r in group.reasons)
    slots = [_inner(clip.text, slots[column]) for slots in group.slots]
    answers = [slot.of(clip.text) for slot in slots]
    members = []
    for place, slot in enumerate(slots, 1):
        value = 0.9 * group.score + 0.15 + 0.05 * min(size, 4) - (0.15 if len(slot) == 1 else 0.0)
        if slot in strong:
            value = max(value, STRONG)
        partner = answers[0] if place > 1 else answers[1]
        relation = "antithesis" if opposed else "parallel"
        if column and clip.text[group.branches[place - 1].start] == "从":
            partner = _inner(clip.text, group.slots[place - 1][column - 1]).of(clip.text)
            relation = "goal"
        members.append(Candidate(slot, "slot", value, relation, family, place, size, partner))
    return members


def _cards(members: list[Candidate], group: Parallel, clip: Clip) -> Iterator[Card]:
    """Which members are asked for, and which of them together."""
    if len(members) == 2:
        first, second = (m.span.of(clip.text) for m in members)
        if group.branches[1].start - group.branches[0].end == 1 and _joined(group, clip.text):
            yield tuple(members)
            return
        if len(first) > 1 and set(first) & set(second) and min(m.value for m in members) >= STRONG:
            yield tuple(members)
            return
        model, other = members
        yield (other,)
        if len(model.span) == 1 or model.value >= STRONG:
            yield (model,)
        return
    if max(len(b) for b in group.branches) <= SHORT and len(members) <= SHORT:
        yield tuple(members)
        return
    rest = members[1:]
    if all(len(m.span) == 1 for m in rest) and len(rest) <= SHORT:
        yield tuple(rest)
        return
    yield from _shared(rest)


def _joined(group: Parallel, text: str) -> bool:
    """Whether two members make one term: 出发点和落脚点."""
    return text[group.branches[0].end] in "和与及"


def _shared(rest: Sequence[Candidate]) -> Iterator[Card]:
    """One card each, or up to three cards of neighbours."""
    most = -(-len(rest) // MOST)
    for start in range(0, len(rest), most):
        yield tuple(rest[start : start + most])


def hidden_column(group: Parallel, text: str) -> int | None:
    """Which of several slots to hide, the same side throughout: a quoted one, else the last short enough.

    None where there is no clear one, and for a short pair, which is taken whole (解民忧、纾民困).
    """
    if not group.slots or len({len(s) for s in group.slots}) != 1 or not group.slots[0]:
        return None
    lengths = [len(b) for b in group.branches]
    if max(lengths) > TIGHT and any(len(slot) == 1 for slots in group.slots for slot in slots[-1:]):
        return None
    if len(lengths) == 2 and max(lengths) <= SHORT:
        return None
    if group.score < SURE and min(lengths) < ALIKE * max(lengths):
        return None
    columns = range(len(group.slots[0]) - 1, -1, -1)
    fitting = [
        column
        for column in columns
        if _fits([slots[column] for slots in group.slots], text) and _framed(group, column)
    ]
    quoted = [c for c in fitting if all(_QUOTED.search(slots[c].of(text)) for slots in group.slots)]
    return next(iter(quoted or fitting), None)


def _framed(group: Parallel, column: int) -> bool:
    """Whether a frame is left to see in every member: two characters, one in a member of up to four."""
    return all(
        len(branch) - len(slots[column]) >= (1 if len(branch) <= SHORT else 2)
        for branch, slots in zip(group.branches, group.slots, strict=True)
    )


def _fits(parts: list[Span], text: str) -> bool:
    answers = [_inner(text, part).of(text) for part in parts]
    quoted = all(_QUOTED.search(part.of(text)) for part in parts)
    sizes = [len(a) for a in answers]
    if any(a.count("“") != a.count("”") for a in answers):
        return False
    if not quoted and max(sizes) >= 2 * min(sizes) and max(sizes) > min(sizes) + 1:
        return False
    return (quoted or all(1 <= len(a) <= LONGEST for a in answers)) and len(set(answers)) == len(answers)


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
