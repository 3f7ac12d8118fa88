"""Four- and six-character units whose characters rhyme in place: 特事特办, 实实在在, 用心用情用力."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_TOO_PLAIN = frozenset("之所的了着过是不在这那一二三四五六七八九十年月日们")


def shape(line: Line, words: Words) -> Iterator[Unit]:
    """Runs of whole words of the shapes ABAC, ABCB, ABACAD and, plainer, AABB; the longest from the left."""
    text = line.text
    taken = 0
    for start in sorted(line.edges):
        for length in (6, 4):
            if start + length not in line.edges:
                continue
            run = text[start : start + length]
            if start >= taken and len(set(run)) < length and _repeats(run) and _han(run):
                taken = start + length
                entry = words.get(run)
                known = entry.phrase or entry.tag in ("i", "l") or length > 4
                strength = 0.5 if run[0] == run[1] else 0.95 if known else 0.75
                yield Unit(Span(start, start + length), "shape", strength)


def _han(run: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" and c not in _TOO_PLAIN for c in run)


def _repeats(run: str) -> bool:
    odd, even = run[::2], run[1::2]
    if len(run) == 6:
        return len(set(odd)) == 1 and len(set(even)) == 3
    if run[0] == run[1] and run[2] == run[3]:
        return run[0] != run[2]
    return len(set(odd)) + len(set(even)) == 3
