"""Where people cut: of all clips of a place, which one a tutor took or a reader found well cut."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from deck_fit.clips import bare
from deck_fit.sparse import choose
from jinju.extract.cut import chances, rivals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deck_fit.clips import Essay
    from deck_fit.notes import Case

RIDGE, RIDGE_OF_WORDS, NEVER = 3.0, 10.0, 1e9
MASS_OF_MENDED = 2.0
"""What a place counts whose edges a reader mended: jinju had it wrong."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place of an essay: the clips that are rivals for it, by index, the one that was chosen first."""

    essay: int
    clips: tuple[int, ...]
    mass: float


def choices(essays: Sequence[Essay], verdicts: Sequence[Case]) -> list[Choice]:
    """The places where somebody chose among several clips."""
    gold: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for number, essay in enumerate(essays):
        if not essay.judged:
            gold[number] = dict.fromkeys(essay.gold, 1.0)
    for case in verdicts:
        verdict, text = case.verdict, essays[case.essay].text
        if verdict.verdict in ("same", "drop"):
            continue
        if verdict.clip_is_good:
            gold[case.essay].setdefault(bare(text, verdict.span), 1.0)
        elif verdict.mended is not None:
            gold[case.essay][bare(text, verdict.mended.span)] = MASS_OF_MENDED
    found = []
    for number, wanted in sorted(gold.items()):
        clips = essays[number].clips
        order = sorted(range(len(clips)), key=lambda k: clips[k])
        near: dict[int, list[int]] = defaultdict(list)
        for a, b in rivals([clips[k] for k in order]):
            near[order[a]].append(order[b])
            near[order[b]].append(order[a])
        at = {clip: k for k, clip in enumerate(clips)}
        for clip, mass in wanted.items():
            if clip in at and near[at[clip]]:
                found.append(Choice(number, (at[clip], *near[at[clip]]), mass))
    return found


def train(matrix: Any, essays: Sequence[Essay], places: Sequence[Choice], names: Sequence[str]) -> Any:
    """Weights under which what was chosen is the likeliest of its place; `matrix` holds all essays' clips."""
    first = np.cumsum([0] + [len(e.clips) for e in essays])
    ridge = np.array([_ridge(name) for name in names] + [NEVER])
    lines = [[int(first[p.essay]) + k for k in p.clips] for p in places]
    return choose(matrix, lines, ridge, [p.mass for p in places])


def _ridge(name: str) -> float:
    if name.startswith("text."):
        return NEVER
    return RIDGE_OF_WORDS if " " in name else RIDGE


def chances_of(essays: Sequence[Essay], scores: Any) -> Any:
    """For each clip of all essays how likely it is among its rivals."""
    found = []
    at = 0
    for essay in essays:
        order = sorted(range(len(essay.clips)), key=lambda k: essay.clips[k])
        mine = chances([essay.clips[k] for k in order], [float(scores[at + k]) for k in order])
        back = np.zeros(len(order))
        back[order] = mine
        found.append(back)
        at += len(essay.clips)
    return np.concatenate(found)


def report(essays: Sequence[Essay], places: Sequence[Choice], scores: Any) -> str:
    """In how many places the likeliest clip is the one that was chosen."""
    first = np.cumsum([0] + [len(e.clips) for e in essays])
    right = [int(np.argmax(scores[[first[p.essay] + k for k in p.clips]]) == 0) for p in places]
    return f"edges: of {len(places)} places {np.mean(right):.3f} cut as a person did"
