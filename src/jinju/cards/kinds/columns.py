"""Which part of each member of a parallelism is hidden: of several slots the one worth most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.kinds.fitting import LONGEST, SHORT, fits, in_quotes
from jinju.cards.kinds.trimming import refined
from jinju.cards.pairing import paired
from jinju.cards.strength import inside, strength
from jinju.model.article import Span
from jinju.model.plain import ASKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.picks import Parallel

SURE, ALIKE = 0.6, 0.85
"""A parallelism less sure than this must have members of nearly equal length."""
WEAK, WEAK_ENDING, WEAK_RUN, WEAK_PAIR = 0.25, 0.2, 0.45, 0.5
"""A column worth less has nothing to ask: in a chain of verbs, at the end of a pair beyond doubt, in a run
of three or more or of two even members, in another pair."""
RUN, INFIXED = 3, range(4, 6)
"""Members, and characters of each, of a run that may repeat its middle."""
BEYOND_DOUBT = 0.95
"""The score of a parallelism that is one for certain."""
MARKED, QUOTED, LAST = 0.7, 1.2, 0.2
"""What a thing in quotation marks is worth at least, what a column of such, and what a column gains by
bearing the end of each member."""
SINGLE = 0.7
"""What a single character of a tight frame is worth."""
KNOWN = 0.9
"""The score of a phrase that may be a slot though the frame was seen otherwise."""
ECHO = 0.6
"""What a clause is worth that answers another's question word: 在哪里，就到哪里."""
PAIR, CONJUNCT = 2, 0.35
"""Of two members, what a column loses whose slots are each one of two joined things: 阻力和|变数."""
UNLIKE = 0.1
"""What a column loses whose members end in different parts of speech."""
_ROUNDING = 1e-6
_PARTICLES = frozenset("好了的吧呢啊")
BARE = 60_000
"""A single character of higher dictionary frequency says too little to be asked for alone."""


def hidden_column(group: Parallel, clip: Clip) -> list[Span] | None:
    """For each member what would be hidden of it; None where nothing clear varies.

    Of several slots the one whose words are worth most, the later of equals. A short pair is no case for
    slots: it is taken whole (解民忧、纾民困).
    """
    if not group.slots or len({len(s) for s in group.slots}) != 1:
        return None
    infixed = _behind_infix(group, clip.text)
    if infixed:
        return infixed
    lengths = [len(b) for b in group.branches]
    whole = Span(group.branches[0].start, group.branches[-1].end)
    if len(lengths) == 2 and max(lengths) <= SHORT and paired(whole, clip):
        return None
    if group.score < SURE and min(lengths) < ALIKE * max(lengths):
        return None
    if len(group.branches) > SHORT and all(_all_nouns(b, clip) for b in group.branches):
        return None  # a list of things
    columns = [[slots[i] for slots in group.slots] for i in range(len(group.slots[0]))]
    if len(columns) > 1 and all(clip.text[b.start] in "从由" for b in group.branches):
        columns = columns[-1:]  # the start of a change stays
    columns += _phrase_columns(group, clip)
    found = [c for c in (refined(column, group, clip) for column in columns) if c is not None]
    tails = _tails(group, clip)
    if not found and tails:
        found = [tails]
    best = max(found, key=lambda c: (_placed(c, group, clip), c[0].start), default=None)
    if best is None or _worth(best, clip) < _least(best, group, clip) - _ROUNDING:
        return None
    return best


def _behind_infix(group: Parallel, text: str) -> list[Span] | None:
    """What follows the words that short members of one length share in their middle: 存|不忘|亡."""
    units = [b.of(text) for b in group.branches]
    size = len(units[0])
    if len(units) < RUN or any(len(u) != size for u in units) or size not in INFIXED:
        return None
    same = [len({u[i] for u in units}) == 1 for i in range(size)]
    if same[0] or same[-1] or not any(same) or len({u[-1] for u in units}) < len(units):
        return None
    after = size - same[::-1].index(True)
    if all(u in text and u.isalpha() for u in units) and sum(same) > 1 and after == size - 1:
        return [Span(b.start + after, b.end) for b in group.branches]
    return None


def _least(column: Sequence[Span], group: Parallel, clip: Clip) -> float:
    if len(group.branches) == 2:
        certain = group.score >= BEYOND_DOUBT and _bears_the_end(column, group, clip.text)
        even = len(group.branches[0]) == len(group.branches[1])
        opposed = any(r.code == "antithesis" for r in group.reasons)
        return WEAK_ENDING if certain else WEAK_RUN if even or opposed else WEAK_PAIR
    return WEAK if _chain(group, clip) else WEAK_RUN


def _bears_the_end(column: Sequence[Span], group: Parallel, text: str) -> bool:
    """Whether nothing follows the slots in their members but a noun behind 的."""
    rests = [text[s.end : b.end] for s, b in zip(column, group.branches, strict=True)]
    return all(not rest or (rest[0] == "的" and len(rest) <= SHORT) for rest in rests)


def _chain(group: Parallel, clip: Clip) -> bool:
    """Whether the members are short or most begin with a verb: 学本领、练功夫、长本事."""
    if max(map(len, group.branches)) <= SHORT:
        return True
    verbal = [run and run[0].tag[:1] == "v" for run in (inside(b, clip) for b in group.branches)]
    return sum(map(bool, verbal)) * 2 > len(verbal)


def _all_nouns(branch: Span, clip: Clip) -> bool:
    return all(t.tag[:1] in "nsjb" for t in inside(branch, clip))


def _worth(column: Sequence[Span], clip: Clip) -> float:
    """What the members after the first are worth on average; things in quotation marks are the point."""
    if all(in_quotes(s, clip.text) for s in column):
        return QUOTED
    if any(len(s) == 1 and not worth_of_slot(s, clip) for s in column):
        return 0.0
    later = [worth_of_slot(s, clip) for s in column[1:]]
    worth = sum(later) / len(later) - (0 if _same_part(column, clip) else UNLIKE)
    if len(column) == PAIR and all(clip.text[s.start - 1] in "和与" for s in column):
        worth -= CONJUNCT
    return worth


def _placed(column: Sequence[Span], group: Parallel, clip: Clip) -> float:
    """Its worth and what it gains by bearing the end of each member."""
    return _worth(column, clip) + (LAST if _bears_the_end(column, group, clip.text) else 0)


def _same_part(column: Sequence[Span], clip: Clip) -> bool:
    """Whether the members end in the same part of speech, as far as the dictionary can tell."""
    tags = [run[-1].tag for run in (inside(s, clip) for s in column if len(s) > 1) if run]
    noun = [t[:1] in "nlisztfb" or t in ("vn", "an", "") for t in tags]
    verb = [t[:1] in "vadiljzb" or t == "" for t in tags]
    return all(noun) or all(verb)


def worth_of_slot(slot: Span, clip: Clip) -> float:
    """As `strength`; a single character of a tight frame is a fine thing to ask for."""
    if len(slot) == 1:
        return 0.0 if clip.words.get(slot.of(clip.text)).frequency > BARE else SINGLE
    if any(t.text in ASKING for t in inside(slot, clip)):
        return ECHO
    return max(strength(slot, clip), MARKED if in_quotes(slot, clip.text) else 0.0)


def _phrase_columns(group: Parallel, clip: Clip) -> list[list[Span]]:
    """Known phrases that stand at the same place in every member but perhaps the first."""
    found: dict[int, dict[int, Span]] = {}
    for phrase in clip.phrases:
        for place, branch in enumerate(group.branches):
            if branch.contains(phrase.span) and phrase.score >= KNOWN:
                found.setdefault(phrase.span.start - branch.start, {})[place] = phrase.span
    columns = []
    for offset, members in found.items():
        if set(members) >= set(range(1, len(group.branches))):
            start = group.branches[0].start + offset
            first = members.get(0, Span(start, start + len(members[1])))
            sizes = {len(m) for m in members.values()}
            if len(sizes) > 1 and not all(m.end == group.branches[i].end for i, m in members.items()):
                continue
            if not ({first.start, first.end} <= clip.edges and group.branches[0].contains(first)):
                continue
            columns.append([first, *(members[i] for i in range(1, len(group.branches)))])
    return columns


def _tails(group: Parallel, clip: Clip) -> list[Span] | None:
    """Where no slot is fit: what follows the beginning that every member shares with the first."""
    text = clip.text
    branches = group.branches
    shared = 0
    first = branches[0].of(text)
    while all(len(b) > shared + 1 and b.of(text)[shared] == first[shared] for b in branches):
        shared += 1
    even = {len(b) for b in branches} == {SHORT}
    while shared and not even and not all(b.start + shared in clip.edges for b in branches):
        shared -= 1
    if shared < 2:
        return None
    tails = [Span(b.start + shared, b.end) for b in branches]
    if len({t.of(text)[-1] for t in tails}) == 1 and text[tails[0].end - 1] in _PARTICLES:
        return None
    return tails if all(1 < len(t) <= LONGEST for t in tails) and fits(tails, group, clip) else None
