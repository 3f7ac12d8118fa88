"""How much of one sentence recurs in the other, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import common_length
from jinju.extract.signals.parallel.opening import shared_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.parallel.shape import Shape

_BENDS: Final = (
    ("common/mean", (0.2, 0.3, 0.4, 0.5, 0.65)),
    ("frame/mean", (0.3, 0.45, 0.6, 0.75, 0.9)),
    ("ratio", (0.5, 0.65, 0.8, 0.9)),
    ("long", (0.2, 0.4, 0.6, 1.0)),
)
"""Where the weight of a value may change: a linear scorer bends there."""


def likeness_signals(a: Shape, b: Shape) -> Iterator[tuple[str, float]]:
    """Common subsequence of characters and of frame characters, common pairs, length, clauses."""
    n, m = len(a.body), len(b.body)
    if not n or not m:
        return
    short, long = (n, m) if n < m else (m, n)
    common = common_length(a.table, n, b.body)
    yield "common/short", common / short
    yield "common", min(common, 20) / 10
    ka, kb = len(a.skeleton), len(b.skeleton)
    values = {"common/mean": 2 * common / (n + m), "ratio": short / long, "long": min(short, 80) / 40}
    if ka and kb:
        frame = common_length(a.skeleton_table, ka, b.skeleton)
        values["frame/mean"] = 2 * frame / (ka + kb)
        yield "frame/short", frame / min(ka, kb)
        yield "frame", min(frame, 12) / 6
    yield from values.items()
    for name, bends in _BENDS:
        value = values.get(name, 0.0)
        for bend in bends:
            if value <= bend:
                break
            yield f"{name}>{bend}", value - bend
    both = len(a.pairs & b.pairs)
    yield "pairs", both / (1 + min(len(a.pairs), len(b.pairs)))
    yield "clauses", min(len(a.clauses), len(b.clauses)) / (max(len(a.clauses), len(b.clauses)) or 1)
    yield "marks", float(a.marks == b.marks) * min(len(a.marks) + 1, 4) / 2
    yield "stop", float(a.stop == b.stop)
    yield from _together(a, b, values)


def _together(a: Shape, b: Shape, values: dict[str, float]) -> Iterator[tuple[str, float]]:
    """Products: likeness counts differently next door, at openings, and under a common head."""
    common, frame = values["common/mean"], values.get("frame/mean", 0.0)
    head = shared_head(a.body, b.body) / 4
    yield "head*frame", head * frame
    yield "ratio*common", values["ratio"] * common
    if b.place - a.place <= 2:
        yield "near*head", head
    if b.place - a.place == 1:
        yield "near*common", common
        yield "near*frame", frame
    if a.opens and b.opens:
        yield "open*head", head
        yield "open*common", common
