"""Labelled rows, laid out for the ranker, and their folds."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.extract.signals.spans.candidates import candidates
from jinju.extract.signals.spans.scene import Scene, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Pair = tuple[int, int]
_PIECE = 6
"""Length of the character runs by which near-copies are known."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence: `cands` are token ranges, `spans` the same in characters."""

    file: str
    weight: float
    sentence: str
    truth: list[Pair]
    scene: Scene
    cands: list[Pair]
    spans: list[Pair]
    gold: list[int]
    """Indices of those candidates that people hid; those hidden that are no candidates are missing."""


def read_rows(files: Sequence[tuple[Path, float]]) -> list[Row]:
    """All rows of the files, each weighted with its file's weight."""
    lexicon = open_lexicon()
    rows = []
    for path, weight in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            sentence: str = raw["sentence"]
            words = lexicon.over(sentence)
            tokens = Segmenter(words).cut(sentence)
            scene = lay_out(sentence, tokens, words)
            cands = list(candidates(scene))
            spans = [(tokens[i].start, tokens[j - 1].end) for i, j in cands]
            truth = [(start, end) for start, end in raw["blanks"]]
            at = {span: x for x, span in enumerate(spans)}
            gold = [at[span] for span in truth if span in at]
            rows.append(Row(path.stem, weight, sentence, truth, scene, cands, spans, gold))
    return rows


def folds(rows: Sequence[Row], count: int, *, grouped: bool = True) -> list[int]:
    """The fold of each row; near-copies (half of the shorter one's runs shared) stand in one fold."""
    groups = _near_copies(rows) if grouped else list(range(len(rows)))
    order = sorted(set(groups))
    random.Random(0).shuffle(order)
    fold = {group: i % count for i, group in enumerate(order)}
    return [fold[group] for group in groups]


def _near_copies(rows: Sequence[Row]) -> list[int]:
    parent = list(range(len(rows)))

    def find(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    holders: dict[str, list[int]] = defaultdict(list)
    pieces: list[set[str]] = []
    for i, row in enumerate(rows):
        han = "".join(c for c in row.sentence if "\u4e00" <= c <= "\u9fff")
        mine = {han[k : k + _PIECE] for k in range(max(1, len(han) - _PIECE + 1))}
        pieces.append(mine)
        for j, shared in Counter(j for piece in mine for j in holders[piece]).items():
            if 2 * shared > min(len(mine), len(pieces[j])):
                parent[find(i)] = find(j)
        for piece in mine:
            holders[piece].append(i)
    return [find(i) for i in range(len(rows))]
