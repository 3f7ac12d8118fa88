"""Which runs of neighbouring units are a parallelism, and how sure we are."""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION
from jinju.extract.clauses import CLAUSE, ITEM, SEGMENT
from jinju.extract.frames import Frame, frame_of, quoted_alike, slots_of
from jinju.extract.hinges import hinged
from jinju.extract.rhythm import four_characters, verb_objects
from jinju.extract.runs import Run, runs
from jinju.model.picks import Parallel, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.article import Span
    from jinju.model.lexicon import Token, Words

FLOOR: Final = 0.5
"""Below this score a find is not worth a card."""
_SHORT: Final = 2
_QUESTION: Final = re.compile(r"(.)[不没]\1")
"""办没办, 好不好."""
_CORRELATIVE: Final = re.compile(r"(哪里|哪儿|谁|什么|多少|怎么|何处).*\1")
"""群众在哪里，我们就到哪里."""


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
        for kind, score, branches, slots in hinged(text, sentences)
    ]
    return _resolved([p for p in found if p is not None and p.score >= FLOOR])


def _reasons(kind: str, count: int, score: float) -> tuple[Reason, ...]:
    code = "antithesis" if kind == "antithesis" else "parallel"
    return (Reason(code, round(score, 3), str(count)),)


def _from_run(text: str, run: Run, boundaries: set[int] | None, words: Words | None) -> Parallel | None:
    branches = run.branches
    sizes = [len(b) for b in branches]
    if min(sizes) < _SHORT or len({b.of(text) for b in branches}) < len(branches):
        return None
    if run.level < SEGMENT and run.period == 1 and max(sizes) <= 8:
        rhythm = four_characters(text, branches, words) or verb_objects(text, branches, words)
        if rhythm is not None:
            score, slots = rhythm
            frame_score, frame = _framed(text, run, boundaries)
            framed = slots_of(text, frame) if frame_score >= FLOOR else ()
            if any(framed) and frame_score >= score:
                slots = framed
            score = max(score - 0.06 * run.trimmed, frame_score)
            return Parallel(branches, slots, score, _reasons("parallel", len(branches), score))
    score, frame = _framed(text, run, boundaries)
    if score < FLOOR:
        return None
    slots = slots_of(text, frame)
    return Parallel(branches, slots, round(score, 3), _reasons("parallel", len(branches), score))


def _framed(text: str, run: Run, boundaries: set[int] | None) -> tuple[float, Frame]:
    """How surely the branches repeat one frame, in 0..1."""
    frame = frame_of(text, run.branches, boundaries)
    sizes = [len(b) for b in run.branches]
    shared = frame.shared
    share = len(shared) / (sum(sizes) / len(sizes))
    hinge = sum(c in FUNCTION for c in shared)
    ratio = min(sizes) / max(sizes)
    opening = bool(shared) and not any(frame.gaps[0])
    closing = bool(shared) and not any(frame.gaps[-1])
    z = -3.4 + 4.5 * min(share, 0.7) + 1.6 * (ratio - 0.6) + 0.7 * min(len(sizes) - 2, 3)
    z += 0.9 * opening + 0.5 * closing + 0.35 * min(hinge, 4) + 0.5 * (len(set(sizes)) == 1)
    z += 0.25 * min(len(shared) - hinge, 4)
    z += 1.6 * quoted_alike(text, run.branches) - 0.6 * run.trimmed
    z += 1.3 * _same_cuts(run.branches, boundaries)
    z += 2.2 * all(_CORRELATIVE.search(b.of(text)) for b in run.branches)
    z += 1.6 * all(_QUESTION.search(b.of(text)) for b in run.branches)
    if len(shared) < 2 and not quoted_alike(text, run.branches):
        z -= 1.2
    if run.trimmed and (
        text[run.branches[-1].end - 1] in FUNCTION or text[run.branches[0].start] in "的了着"
    ):
        z -= 2.0
    if run.level == ITEM and not hinge and not (opening and len(sizes) > 2):
        z -= 1.6  # 政治建设、经济建设: a list, not a figure
    if run.level == CLAUSE and run.period == 1 and hinge < 1:
        z -= 0.6
    if share > 0.85:
        z -= 1.0  # a repetition, nothing varies
    return 1 / (1 + exp(-z)), frame


def _same_cuts(branches: Sequence[Span], boundaries: set[int] | None) -> bool:
    """Whether the branches are of one length and their words fall on the same places."""
    size = len(branches[0])
    if boundaries is None or size > 24 or any(len(b) != size for b in branches):
        return False
    cuts = {tuple(at - b.start for at in range(b.start + 1, b.end) if at in boundaries) for b in branches}
    return len(cuts) == 1 and len(min(cuts)) > 1


def _resolved(found: list[Parallel]) -> list[Parallel]:
    """The best of those that overlap, in the order of the text."""

    def worth(p: Parallel) -> tuple[float, int, int]:
        covered = sum(map(len, p.branches))
        return (p.score + 0.12 * min(len(p.branches), 6) + 0.03 * any(p.slots), covered, -p.branches[0].start)

    kept: list[Parallel] = []
    taken: list[tuple[int, int]] = []
    for parallel in sorted(found, key=worth, reverse=True):
        start, end = parallel.branches[0].start, parallel.branches[-1].end
        if all(end <= s or e <= start for s, e in taken):
            kept.append(parallel)
            taken.append((start, end))
    return sorted(kept, key=lambda p: p.branches)
