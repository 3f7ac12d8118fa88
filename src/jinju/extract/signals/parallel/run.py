"""Signals of a run of branches laid over its common frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION
from jinju.extract.clauses import ITEM
from jinju.extract.frames import quoted_alike
from jinju.extract.shapes import CORRELATIVE, asks

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from jinju.extract.frames import Frame
    from jinju.extract.runs import Run
    from jinju.model.article import Span

HINGES: Final = FUNCTION - frozenset("了着过们个能会可同对自己中上下里外前后来去种我你他她它出入")
"""Characters around which clauses are built alike."""
_DIGIT: Final = re.compile(r"[0-9０-９]")
_LEANING: Final = "的了着和与及等"


def run_signals(
    text: str, run: Run, frame: Frame, boundaries: Container[int] | None
) -> list[tuple[str, float]]:
    """How much is shared, how evenly, where, and what the run looks like."""
    return frame_signals(text, run, frame, boundaries) + look_signals(text, run)


def frame_signals(
    text: str, run: Run, frame: Frame, boundaries: Container[int] | None
) -> list[tuple[str, float]]:
    """How much is shared, how evenly, and where; between what each can lie, `run_bounds` says."""
    branches = run.branches
    sizes = [len(b) for b in branches]
    mean = sum(sizes) / len(sizes)
    shared = frame.shared
    hinge = sum(map(HINGES.__contains__, shared))
    content = len(shared) - hinge
    share = len(shared) / mean
    opening = bool(shared) and not any(frame.gaps[0])
    even = sum(min(map(len, gap)) for gap in frame.gaps)
    widest = sum(max(map(len, gap)) for gap in frame.gaps)
    cuts = same_cuts(branches, boundaries)
    quoted = quoted_alike(text, branches)
    asked = all(asks(b.of(text)) for b in branches)
    topic = opening and hinge < 2 and not any(c in FUNCTION for c in frame.blocks[0])
    listed = run.level == ITEM and not hinge and not asked and not (opening and len(sizes) > 2)
    return [
        ("share<.2", float(share < 0.2)),
        ("frame-share", min((hinge + min(content, 3)) / mean, 0.7)),
        ("nothing-varies", float(share > 0.85)),
        ("no-frame", float(len(shared) < 2 and not quoted)),
        ("hinge", min(hinge, 4)),
        ("no-hinge", float(hinge == 0)),
        ("content", min(content, 4)),
        ("ratio", min(sizes) / max(sizes)),
        ("uneven", float(min(sizes) < 0.5 * max(sizes))),
        ("same-length", float(len(set(sizes)) == 1)),
        ("same-cuts", float(cuts)),
        ("same-cuts*hinge", float(cuts and hinge > 0)),
        ("balance", even / (widest or 1)),
        ("blocks", min(len(frame.blocks), 5)),
        ("longest-block", min(max(map(len, frame.blocks), default=0), 6)),
        ("opening", float(opening)),
        ("topic", float(topic and len(branches) == 2 and mean > 8)),
        ("opening-length", float(min(len(frame.blocks[0]), 4) if opening else 0)),
        ("opening*share", opening * share),
        ("closing", float(bool(shared) and not any(frame.gaps[-1]))),
        ("apart*opening", float(run.apart and opening)),
        ("semicolon*share", share * float(_semicolon(text, run))),
        ("quoted", float(quoted)),
        ("question", float(asked)),
        ("list", float(listed)),
    ]


def look_signals(text: str, run: Run) -> list[tuple[str, float]]:
    """What the run looks like, whatever its branches share."""
    branches = run.branches
    whole = text[branches[0].start : branches[-1].end]
    edges = text[branches[0].start] in _LEANING or text[branches[-1].end - 1] in FUNCTION
    return [
        ("more", min(len(branches) - 2, 3)),
        ("long", min(sum(map(len, branches)) / len(branches), 80) / 40),
        ("semicolon", float(_semicolon(text, run))),
        ("digits", float(bool(_DIGIT.search(whole)))),
        ("newline", float("\n" in whole and not run.apart)),
        ("correlative", float(all(CORRELATIVE.search(b.of(text)) for b in branches))),
        ("trimmed", float(run.trimmed)),
        ("trimmed-leaning", float(run.trimmed and edges)),
    ]


def _semicolon(text: str, run: Run) -> bool:
    return text[run.branches[0].end : run.branches[0].end + 1] in ("；", ";")


def same_cuts(branches: Sequence[Span], boundaries: Container[int] | None) -> bool:
    """Whether the branches are of one length and their words fall on the same places."""
    size = len(branches[0])
    if boundaries is None or size > 24 or any(len(b) != size for b in branches):
        return False
    cuts = {tuple(at - b.start for at in range(b.start + 1, b.end) if at in boundaries) for b in branches}
    return len(cuts) == 1 and len(min(cuts)) > 1
