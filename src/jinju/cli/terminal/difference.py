"""What was typed beside what was asked, character by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.study.answer import Comparison

MOST = 200
"""Characters of a row that are shown; whoever pasted more is told how many there were."""


def difference(comparison: Comparison | None, typed: str) -> tuple[Run, ...]:
    """A verdict, and unless all is right a row of what was typed over a row of what was asked."""
    if comparison is None:
        return ()
    if not typed.strip():
        return (Run(say("terminal.not-typed"), "dim"),)
    if comparison.right:
        return (Run(say("terminal.all-right"), "right"),)
    verdict = say("terminal.nearly" if comparison.close else "terminal.not-right")
    labels = say("terminal.typed"), say("terminal.asked")
    wide = max(cell_len(label) for label in labels)
    theirs = [
        Run(p.text, "text" if p.kind == "same" else "wrong") for p in comparison.pieces if p.kind != "missing"
    ]
    ours = [
        Run(p.text, "text" if p.kind == "same" else "lost")
        for p in comparison.pieces
        if p.kind in {"same", "missing"}
    ]
    return (
        Run(verdict + "\n", "strong"),
        Run(labels[0] + " " * (wide - cell_len(labels[0]) + 2), "dim"),
        *_cut(theirs),
        Run("\n" + labels[1] + " " * (wide - cell_len(labels[1]) + 2), "dim"),
        *_cut(ours),
    )


def _cut(runs: Iterable[Run]) -> list[Run]:
    """At most `MOST` characters, line breaks as spaces."""
    flat = [Run(run.text.replace("\n", " "), run.role) for run in runs]
    whole = sum(len(run.text) for run in flat)
    kept: list[Run] = []
    room = MOST
    for run in flat:
        if room > 0:
            kept.append(Run(run.text[:room], run.role))
            room -= len(run.text)
    if whole > MOST:
        kept.append(Run(say("terminal.cut", count=whole), "dim"))
    return kept
