"""Slot blanks: the part of each member of a parallelism that varies, while the frame stays as the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.kinds.columns import worth_of_slot
from jinju.cards.kinds.fitting import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Card, Clip
    from jinju.model.article import Span
    from jinju.model.picks import Parallel

STRONG = 0.8
"""A slot worth so much is worth a blank even in the first member of a pair."""
MOST = 3
"""Cards of one parallelism; more members share."""
LONG = 12
"""A member of a parallelism longer than this may hold a phrase beside its slot."""
LONGER = 16
"""A member longer than this may hold one in a slot that is not asked for."""
FRAME, WORDING = 0.6, 0.5
"""What the sureness of the parallelism counts in a slot's value, and what its wording."""


def slot_blanks(clip: Clip) -> Iterator[Card]:
    """For each parallelism in the clip, the slots that vary; as a rule the first member is the model."""
    for family, (group, column) in enumerate(zip(clip.parallels, clip.columns, strict=True)):
        if column:
            yield from _cards(_members(clip, group, family, column), group, clip)


def places(clip: Clip) -> list[Span]:
    """Where the slots have the place of any other blank: short members whole, of longer ones the slots."""
    taken: list[Span] = []
    for group, column in zip(clip.parallels, clip.columns, strict=True):
        if not column:
            continue
        taken += [*column, *(b for b in group.branches if len(b) <= LONG)]
        for branch, slots in zip(group.branches, group.slots, strict=True):
            taken += slots if len(branch) <= LONGER else ()
    return taken


def _members(clip: Clip, group: Parallel, family: int, slots: Sequence[Span]) -> list[Candidate]:
    """One candidate a member, valued by how sure the parallelism is and how strong the slot."""
    size = len(group.branches)
    opposed = size == 2 and any(r.code == "antithesis" for r in group.reasons)
    answers = [slot.of(clip.text) for slot in slots]
    sure = 0.9 * group.score + 0.15 + 0.05 * min(size, 4)
    members = []
    for place, slot in enumerate(slots, 1):
        value = FRAME * sure + WORDING * worth_of_slot(slot, clip)
        partner = answers[0] if place > 1 else answers[1]
        relation = "antithesis" if opposed else "parallel"
        start = _start_of(group, place - 1, slot, clip.text)
        if start:
            relation, partner = "goal", start
        members.append(Candidate(slot, "slot", value, relation, family, place, size, partner))
    return members


def _cards(members: list[Candidate], group: Parallel, clip: Clip) -> Iterator[Card]:
    """Which members are asked for, and which of them together."""
    if len(members) == 2:
        first, second = (m.span.of(clip.text) for m in members)
        if group.branches[1].start - group.branches[0].end == 1 and _joined(group, clip.text):
            yield tuple(members)
            return
        given = clip.text[: members[0].span.start].rstrip("“")[-1:] in ("从", "由")
        alike = _quoted(members, clip.text)
        single = len(first) == len(second) == 1
        together = alike and not given and len(first) > 1 and set(first) != set(second)
        if single or (together and set(first) & set(second)):
            yield tuple(members)
            return
        model, other = members
        yield (other,)
        if given:
            return  # 从…到…: the start stays
        if worth_of_slot(model.span, clip) >= STRONG:
            yield (model,)
        return
    rest = members[1:]
    if all(len(m.span) == 1 for m in rest) and len(rest) <= SHORT:
        yield tuple(rest)
        return
    if max(len(b) for b in group.branches) <= SHORT and len(members) <= SHORT:
        yield tuple(members)
        return
    yield from _shared(rest)


def _start_of(group: Parallel, member: int, slot: Span, text: str) -> str:
    """What stands at the start of 从…到…, where the slot is its end; else nothing."""
    if text[group.branches[member].start] not in "从由":
        return ""
    starts = [s for s in group.slots[member] if s.end <= slot.start]
    return starts[-1].of(text).strip("“”") if starts else ""


def _quoted(members: Sequence[Candidate], text: str) -> bool:
    return all(text[m.span.start - 1 : m.span.start] == "“" for m in members)


def _joined(group: Parallel, text: str) -> bool:
    """Whether two members make one term: 出发点和落脚点."""
    return text[group.branches[0].end] in "和与及"


def _shared(rest: Sequence[Candidate]) -> Iterator[Card]:
    """One card each, or up to three cards of neighbours."""
    most = -(-len(rest) // MOST)
    for start in range(0, len(rest), most):
        yield tuple(rest[start : start + most])
