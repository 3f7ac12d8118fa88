"""Between what the signals of a run can lie, before its branches are aligned: that refuses most runs."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from jinju.extract.alignment import STRONG, TIGHT
from jinju.extract.clauses import ITEM
from jinju.extract.frames import LONGEST, PUNCTUATION, quoted_alike
from jinju.extract.shapes import asks
from jinju.extract.signals.parallel.run import HINGES, look_signals, same_cuts

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from jinju.extract.runs import Run
    from jinju.model.weights import Weights


def ceiling(text: str, run: Run, boundaries: Container[int] | None, weights: Weights) -> float:
    """No less than `weights.score(run_signals(...))`, whatever the frame of the run is."""
    weight = weights.values.get
    most = weights.bias + sum([weight(name, 0.0) * value for name, value in look_signals(text, run)])
    for name, least, greatest in run_bounds(text, run, boundaries):
        w = weight(name, 0.0)
        most += w * (greatest if w > 0 else least)
    return most


def run_bounds(text: str, run: Run, boundaries: Container[int] | None) -> list[tuple[str, float, float]]:
    """The least and greatest value of each of the run's signals of its frame.

    No frame has more than what recurs in all branches; what it leaves is no more even than the branches are.
    """
    branches = run.branches
    sizes = [b.end - b.start for b in branches]
    smallest, largest, mean = min(sizes), max(sizes), sum(sizes) / len(sizes)
    strings = [text[b.start : min(b.end, b.start + LONGEST)] for b in branches]
    recurring = _recurring(strings)
    longest = len(recurring)
    hinge = len([c for c in recurring if c in HINGES])
    content = longest - hinge
    share = longest / mean
    opens = float(longest > 0 and len({text[b.start] for b in branches}) == 1)
    closes = float(longest > 0 and len({text[b.end - 1] for b in branches}) == 1)
    cuts = float(same_cuts(branches, boundaries))
    quoted = quoted_alike(text, branches)
    asked = float(all(asks(b.of(text)) for b in branches))
    even, uneven = float(len(set(sizes)) == 1), float(smallest < 0.5 * largest)
    semicolon = float(text[branches[0].end : branches[0].end + 1] in ("；", ";"))
    listed = float(run.level == ITEM and not asked)
    return [
        ("share<.2", float(share < 0.2), 1.0),
        ("frame-share", 0.0, min((hinge + min(content, 3)) / mean, 0.7)),
        ("nothing-varies", 0.0, float(share > 0.85)),
        ("no-frame", float(longest < 2 and not quoted), float(not quoted)),
        ("hinge", 0.0, min(hinge, 4)),
        ("no-hinge", float(not hinge), 1.0),
        ("content", 0.0, min(content, 4)),
        ("ratio", smallest / largest, smallest / largest),
        ("uneven", uneven, uneven),
        ("same-length", even, even),
        ("same-cuts", cuts, cuts),
        ("same-cuts*hinge", 0.0, cuts if hinge else 0.0),
        ("balance", 0.0, smallest / largest),
        ("blocks", 0.0, min(longest, 5)),
        ("longest-block", 0.0, min(longest, 6)),
        ("opening", 0.0, opens),
        ("topic", 0.0, opens if len(sizes) == 2 and mean > 8 else 0.0),
        ("opening-length", 0.0, opens * min(longest, 4)),
        ("opening*share", 0.0, opens * share),
        ("closing", 0.0, closes),
        ("apart*opening", 0.0, opens if run.apart else 0.0),
        ("semicolon*share", 0.0, semicolon * share),
        ("quoted", float(quoted), float(quoted)),
        ("question", asked, asked),
        ("list", 0.0 if hinge or (opens and len(sizes) > 2) else listed, listed),
    ]


def _recurring(strings: Sequence[str]) -> str:
    """The characters of the first branch that may be of the frame: those that all others hold too.

    In long branches only hinges and neighbours that stand side by side in all of them: see `frame_of`.
    """
    first, others = strings[0], strings[1:]
    if max(map(len, strings)) <= TIGHT:
        common = set(first).intersection(*others)
        return "".join([c for c in first if c in common and c not in PUNCTUATION])
    strong = STRONG.intersection(first, *others)
    pairs = [*map(add, first, first[1:])]
    twos = set(pairs).intersection(*(map(add, other, other[1:]) for other in others))
    if not strong and not twos:
        return ""
    paired = [pair in twos for pair in pairs]
    return "".join(
        [
            c
            for c, before, after in zip(first, [False, *paired], [*paired, False], strict=True)
            if (before or after or c in strong) and c not in PUNCTUATION
        ]
    )
