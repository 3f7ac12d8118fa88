"""Which spans of a sentence may be hidden at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.scene import CLOSING, FUNCTION_WORDS, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.spans.scene import Scene

MOST_WORDS = 5
LONGEST = 12
LONGEST_TAIL = 24
NEVER_FIRST = FUNCTION_WORDS - frozenset("不 最 一 有 要 为 以".split())  # noqa: SIM905
NEVER_LAST = FUNCTION_WORDS - frozenset("了 着 上 下 前 后 内 外 里".split())  # noqa: SIM905
"""Of 2,522 spans that people hid, 1 % begin or end with one of these; of all candidates, 32 %."""


def candidates(scene: Scene) -> Iterator[tuple[int, int]]:
    """Token ranges (first, one past last): runs of words, tails of clauses, quotations with their marks.

    Runs have at most five words and twelve characters, and no mark inside; a tail runs to its clause's end.
    """
    tokens, mark, ends = scene.tokens, scene.mark, scene.ends
    size = len(tokens)
    may_end = [False, *[token.text not in NEVER_LAST for token in tokens]]
    stops = [size] * (size + 1)
    for k in range(size - 1, -1, -1):
        stops[k] = k if mark[k] else stops[k + 1]
    for i in range(size):
        start = scene.starts[i]
        if mark[i]:
            if tokens[i].text[0] in OPENING:
                yield from _quotation(scene, i)
            continue
        if tokens[i].text in NEVER_FIRST:
            continue
        stop = stops[i]
        for j in range(i + 1, min(i + MOST_WORDS, stop) + 1):
            if ends[j - 1] - start > LONGEST:
                break
            if may_end[j]:
                yield i, j
        tail = ends[stop - 1] - start
        if (
            (stop - i > MOST_WORDS or tail > LONGEST)
            and stop - i > 1
            and tail <= LONGEST_TAIL
            and may_end[stop]
        ):
            yield i, stop


def _quotation(scene: Scene, i: int) -> Iterator[tuple[int, int]]:
    tokens = scene.tokens
    for j in range(i + 2, min(i + 12, len(tokens) + 1)):
        if scene.mark[j - 1] and tokens[j - 1].text[0] in CLOSING and tokens[j - 1].end - tokens[i].start > 3:
            yield i, j
            return
