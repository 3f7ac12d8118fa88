"""Signals of a run of branches laid over its common frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION
from jinju.extract.clauses import CLAUSE, ITEM
from jinju.extract.frames import quoted_alike
from jinju.extract.shapes import CORRELATIVE as _CORRELATIVE
from jinju.extract.shapes import QUESTION as _QUESTION

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from jinju.extract.frames import Frame
    from jinju.extract.runs import Run
    from jinju.model.article import Span

_WEAK: Final = frozenset("了着过们个能会可同对自己中上下里外前后来去种我你他她它出入")
_DIGIT: Final = re.compile(r"[0-9０-９]")
_LEANING: Final = "的了着和与及等"


def run_signals(
    text: str, run: Run, frame: Frame, boundaries: Container[int] | None
) -> Iterator[tuple[str, float]]:
    """How much is shared, how evenly, where, and what the run looks like."""
    branches = run.branches
    sizes = [len(b) for b in branches]
    mean = sum(sizes) / len(sizes)
    shared = frame.shared
    hinge = sum(c in FUNCTION and c not in _WEAK for c in shared)
    share = len(shared) / mean
    opening = bool(shared) and not any(frame.gaps[0])
    even = sum(min(map(len, gap)) for gap in frame.gaps)
    widest = sum(max(map(len, gap)) for gap in frame.gaps)
    yield "share", min(share, 0.7)
    yield "frame-share", min((hinge + min(len(shared) - hinge, 3)) / mean, 0.7)
    yield "uneven", float(min(sizes) < 0.5 * max(sizes))
    yield "share<.2", float(share < 0.2)
    yield "nothing-varies", float(share > 0.85)
    quoted = quoted_alike(text, branches)
    yield "quoted", float(quoted)
    yield "no-frame", float(len(shared) < 2 and not quoted)
    yield "hinge", min(hinge, 4)
    yield "hinge-share", hinge / mean
    yield "no-hinge", float(hinge == 0)
    yield "content", min(len(shared) - hinge, 4)
    yield "ratio", min(sizes) / max(sizes)
    yield "same-length", float(len(set(sizes)) == 1)
    cuts = _same_cuts(branches, boundaries)
    yield "same-cuts", float(cuts)
    yield "same-cuts*hinge", float(cuts and hinge > 0)
    yield "balance", even / (widest or 1)
    yield "blocks", min(len(frame.blocks), 5)
    yield "longest-block", min(max(map(len, frame.blocks), default=0), 6)
    yield "opening", float(opening)
    yield "opening-length", float(min(len(frame.blocks[0]), 4) if opening else 0)
    yield "opening*share", opening * share
    yield "closing", float(bool(shared) and not any(frame.gaps[-1]))
    yield "more", min(len(sizes) - 2, 3)
    yield "long", min(mean, 80) / 40
    semicolon = text[branches[0].end : branches[0].end + 1] in ("；", ";")
    yield "semicolon", float(semicolon)
    yield "semicolon*share", semicolon * share
    yield "clauses", float(run.level == CLAUSE)
    asked = all(_QUESTION.search(b.of(text)) for b in branches)
    yield "question", float(asked)
    listed = run.level == ITEM and not hinge and not asked and not (opening and len(sizes) > 2)
    yield "list", float(listed)
    whole = text[branches[0].start : branches[-1].end]
    yield "digits", float(bool(_DIGIT.search(whole)))
    yield "newline", float("\n" in whole and not run.apart)
    yield "apart", float(run.apart)
    yield "apart*opening", float(run.apart and opening)
    yield "correlative", float(all(_CORRELATIVE.search(b.of(text)) for b in branches))
    yield "trimmed", float(run.trimmed)
    edges = text[branches[0].start] in _LEANING or text[branches[-1].end - 1] in FUNCTION
    yield "trimmed-leaning", float(run.trimmed and edges)


def _same_cuts(branches: Sequence[Span], boundaries: Container[int] | None) -> bool:
    """Whether the branches are of one length and their words fall on the same places."""
    size = len(branches[0])
    if boundaries is None or size > 24 or any(len(b) != size for b in branches):
        return False
    cuts = {tuple(at - b.start for at in range(b.start + 1, b.end) if at in boundaries) for b in branches}
    return len(cuts) == 1 and len(min(cuts)) > 1
