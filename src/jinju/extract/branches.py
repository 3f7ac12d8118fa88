"""Which runs of neighbouring units are a parallelism, and how sure we are."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from math import exp, log
from typing import TYPE_CHECKING, Final

from jinju.extract.clauses import CLAUSE, ITEM, SEGMENT
from jinju.extract.frames import Frame, frame_of
from jinju.extract.hinges import hinged
from jinju.extract.rhythm import best_rhythm, verb_objects
from jinju.extract.run_weights import LONG, SHORT
from jinju.extract.runs import STARTERS, Run, runs
from jinju.extract.signals.parallel.bounds import ceiling
from jinju.extract.signals.parallel.run import run_signals
from jinju.extract.slots import slots_of
from jinju.model.picks import Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Span
    from jinju.model.lexicon import Token, Words

FLOOR: Final = 0.5
"""Below this score a find is not worth a card."""
_HOPELESS: Final = log(FLOOR / (1 - FLOOR)) - 1e-6
"""A run whose signals can add up to no more is not worth aligning."""
_ADDRESS: Final = re.compile("尊敬的|亲爱的|敬爱的")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]{2}")
_SHORT: Final = 2
_PER_BRANCH: Final = 0.27
_PER_CHARACTER: Final = 0.001
_SLOTS: Final = 0.03
_HINGED: Final = 0.1


def find_parallels(
    text: str, sentences: Sequence[Span], tokens: Sequence[Token] | None = None, words: Words | None = None
) -> list[Parallel]:
    """The parallelisms and antitheses of a text in its order, none overlapping another.

    Branches are disjoint and ordered, each slot lies in its branch; scores lie in 0..1 and are at least
    `FLOOR`. With tokens no slot cuts a word in most of its branches. Linear in the number of sentences.
    """
    boundaries = None if tokens is None else {t.start for t in tokens} | {t.end for t in tokens}
    found = [_from_run(text, run, boundaries, words) for run in runs(text, sentences, boundaries)]
    found += [
        Parallel(branches, slots, score, _reasons(kind, 2, score))
        for kind, score, branches, slots in hinged(text, sentences, boundaries)
    ]
    return _resolved([p for p in found if p is not None and p.score >= FLOOR])


def _reasons(kind: str, count: int, score: float) -> tuple[Reason, ...]:
    code = "antithesis" if kind == "antithesis" else "parallel"
    return (Reason(code, round(score, 3), str(count)),)


def _from_run(text: str, run: Run, boundaries: set[int] | None, words: Words | None) -> Parallel | None:
    branches = run.branches
    sizes = [len(b) for b in branches]
    strings = [b.of(text) for b in branches]
    if min(sizes) < _SHORT or len(set(strings)) < len(strings) or any(map(_ADDRESS.match, strings)):
        return None
    if len(strings) > 3 and strings[0][:2] == strings[2][:2] != strings[1][:2] == strings[3][:2]:
        return None  # A，B，A，B: two blocks, not four branches
    if not all(map(_CHINESE.search, strings)):
        return None
    start = branches[0].start
    whole = boundaries is None or start in boundaries or text[start] in STARTERS
    if run.level < SEGMENT and run.period == 1 and max(sizes) <= 8:
        rhythm = (best_rhythm if whole else verb_objects)(text, branches, words)
        if rhythm is not None:
            score, slots = rhythm
            frame_score, frame = _framed(text, run, boundaries)
            framed = slots_of(text, frame) if frame else ()
            if any(framed) and frame_score >= score:
                slots = framed
            score = max(score - 0.06 * run.trimmed, frame_score)
            return Parallel(branches, slots, score, _reasons("parallel", len(branches), score))
    score, frame = _framed(text, run, boundaries)
    if frame is None or (run.trimmed and not whole):
        return None
    slots = slots_of(text, frame)
    return Parallel(branches, slots, round(score, 3), _reasons("parallel", len(branches), score))


def _framed(text: str, run: Run, boundaries: set[int] | None) -> tuple[float, Frame | None]:
    """How surely the branches repeat one frame, in 0..1, and that frame; nothing where below `FLOOR`."""
    weights = SHORT if run.level == ITEM or (run.period == 1 and run.level == CLAUSE) else LONG
    if ceiling(text, run, boundaries, weights) < _HOPELESS:
        return 0.0, None
    frame = frame_of(text, run.branches, boundaries)
    z = weights.score(run_signals(text, run, frame, boundaries))
    score = 1 / (1 + exp(-max(-30.0, min(30.0, z))))
    return (score, frame) if score >= FLOOR else (0.0, None)


def _resolved(found: list[Parallel]) -> list[Parallel]:
    """The best of those that overlap, in the order of the text."""

    def worth(p: Parallel) -> tuple[float, int]:
        covered = sum(map(len, p.branches))
        bonus = _PER_BRANCH * min(len(p.branches), 6) + _PER_CHARACTER * min(covered, 60)
        bonus += _SLOTS * any(p.slots) + _HINGED * (p.reasons[0].code == "antithesis")
        return (round(p.score + bonus, 6), -p.branches[0].start)

    kept: list[Parallel] = []
    taken: list[Span] = []
    for parallel in sorted(found, key=worth, reverse=True):
        if not any(_overlaps_one(branch, taken) for branch in parallel.branches):
            kept.append(parallel)
            for branch in parallel.branches:
                insort(taken, branch)
    return sorted(kept, key=lambda p: p.branches)


def _overlaps_one(branch: Span, taken: list[Span]) -> bool:
    """Whether the branch overlaps one of those taken, which lie apart in order."""
    at = bisect_left(taken, branch)
    return any(branch.overlaps(span) for span in taken[max(at - 1, 0) : at + 1])
