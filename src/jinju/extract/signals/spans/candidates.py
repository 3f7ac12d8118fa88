"""Which spans of a sentence may be hidden at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.scene import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.spans.scene import Scene

MOST_WORDS = 5
LONGEST = 12
LONGEST_TAIL = 24


def candidates(scene: Scene) -> Iterator[tuple[int, int]]:
    """Token ranges (first, one past last): runs of words, tails of clauses, whole quotations with their marks.

    Runs have at most five words and twelve characters, and no mark inside; a tail runs to its clause's end.
    """
    tokens, mark = scene.tokens, scene.mark
    size = len(tokens)
    stops = [size] * (size + 1)
    for k in range(size - 1, -1, -1):
        stops[k] = k if mark[k] else stops[k + 1]
    for i in range(size):
        start = tokens[i].start
        if mark[i]:
            if tokens[i].text[0] in OPENING:
                yield from _quotation(scene, i)
            continue
        stop = stops[i]
        for j in range(i + 1, min(i + MOST_WORDS, stop) + 1):
            if tokens[j - 1].end - start > LONGEST:
                break
            yield i, j
        if stop - i > MOST_WORDS or tokens[stop - 1].end - start > LONGEST:
            tail = tokens[stop - 1].end - start
            if stop - i > 1 and tail <= LONGEST_TAIL:
                yield i, stop


def _quotation(scene: Scene, i: int) -> Iterator[tuple[int, int]]:
    tokens = scene.tokens
    for j in range(i + 2, min(i + 12, len(tokens) + 1)):
        if scene.mark[j - 1] and tokens[j - 1].text[0] in CLOSING and tokens[j - 1].end - tokens[i].start > 3:
            yield i, j
            return
