"""How much of one sentence recurs in the other, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import common_length
from jinju.extract.signals.parallel.opening import shared_head

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.shape import Shape

_BENDS: Final = tuple(
    (name, tuple((bend, f"{name}>{bend}") for bend in bends))
    for name, bends in (
        ("common/mean", (0.2, 0.3, 0.4, 0.5, 0.65)),
        ("frame/mean", (0.3, 0.45, 0.6, 0.75, 0.9)),
        ("ratio", (0.5, 0.65, 0.8, 0.9)),
        ("long", (0.2, 0.4, 0.6, 1.0)),
    )
)
"""Where the weight of a value may change: a linear scorer bends there."""


def likeness_signals(a: Shape, b: Shape) -> list[tuple[str, float]]:
    """Common subsequence of characters and of frame characters, common pairs, length, clauses."""
    n, m = len(a.body), len(b.body)
    if not n or not m:
        return []
    short, long = (n, m) if n < m else (m, n)
    common = common_length(a.table, n, b.body)
    ka, kb = len(a.skeleton), len(b.skeleton)
    values = {"common/mean": 2 * common / (n + m), "ratio": short / long, "long": min(short, 80) / 40}
    found = [("common/short", common / short), ("common", min(common, 20) / 10)]
    if ka and kb:
        frame = common_length(a.skeleton_table, ka, b.skeleton)
        values["frame/mean"] = 2 * frame / (ka + kb)
        found.append(("frame/short", frame / min(ka, kb)))
        found.append(("frame", min(frame, 12) / 6))
    found += values.items()
    for name, bends in _BENDS:
        value = values.get(name, 0.0)
        for bend, bent in bends:
            if value <= bend:
                break
            found.append((bent, value - bend))
    pairs = len(a.pairs & b.pairs) / (1 + min(len(a.pairs), len(b.pairs)))
    few, many = len(a.clauses), len(b.clauses)
    if few > many:
        few, many = many, few
    found += [
        ("pairs", pairs),
        ("clauses", few / (many or 1)),
        ("marks", float(a.marks == b.marks) * min(len(a.marks) + 1, 4) / 2),
        ("stop", float(a.stop == b.stop)),
    ]
    return found + _together(a, b, values)


def _together(a: Shape, b: Shape, values: dict[str, float]) -> list[tuple[str, float]]:
    """Products: likeness counts differently next door, at openings, and under a common head."""
    common, frame = values["common/mean"], values.get("frame/mean", 0.0)
    head = shared_head(a.body, b.body) / 4
    found = [("head*frame", head * frame), ("ratio*common", values["ratio"] * common)]
    if b.place - a.place <= 2:
        found.append(("near*head", head))
    if b.place - a.place == 1:
        found += [("near*common", common), ("near*frame", frame)]
    if a.opens and b.opens:
        found += [("open*head", head), ("open*common", common)]
    return found
