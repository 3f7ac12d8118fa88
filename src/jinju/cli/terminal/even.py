"""Lines for one sentence to be read with ease: no more than needed, cut at pauses, about equally long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.cli.terminal.wrap import LEAST, joined, may_part, signs, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cli.terminal.run import Run
    from jinju.cli.terminal.wrap import Sign

LONGEST = 500
"""Signs of a sentence; a longer text is wrapped line by line."""

_PAUSE = frozenset("，。、；：？！…,;:?!")
_LINE, _NO_PAUSE = 1.0, 0.35
"""What a further line costs, and a line that ends within a clause; the unevenness of a line costs up to 1."""


def even(runs: Sequence[Run], width: int) -> tuple[tuple[Run, ...], ...]:
    """The cheapest way to cut the text into lines of at most `width` cells, found by dynamic programming."""
    width = max(width, LEAST)
    text = list(signs(runs))
    if len(text) > LONGEST or any(sign.text == "\n" for sign in text) or sum(s.cells for s in text) <= width:
        return wrap(runs, width)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        best.append(
            min(((best[s][0] + c, s) for s, c in _lines(text, end, width)), default=(float("inf"), end))
        )
    if best[-1][0] == float("inf"):
        return wrap(runs, width)
    cuts = [len(text)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return tuple(joined(_stripped(text[a:b])) for a, b in pairwise(cuts))


def _lines(text: Sequence[Sign], end: int, width: int) -> list[tuple[int, float]]:
    """The beginnings of lines that may end before `end`, each with the cost of that line."""
    last = end == len(text)
    if not last and not may_part(text[end - 1], text[end]):
        return []
    cost = _LINE + (0.0 if last or _pauses(text, end) else _NO_PAUSE)
    found = []
    used = 0
    for start in range(end - 1, -1, -1):
        used += text[start].cells
        if used > width + (text[end - 1].text == " "):
            break
        found.append((start, cost + ((width - used) / width) ** 2))
    return found


def _pauses(text: Sequence[Sign], end: int) -> bool:
    """Whether the line ends at a pause, a closing quotation mark behind it left aside."""
    at = end - 1
    while at > 0 and text[at].text in "”’」』）》 ":
        at -= 1
    return text[at].text in _PAUSE


def _stripped(line: Sequence[Sign]) -> Sequence[Sign]:
    """Without the spaces at either end."""
    start, end = 0, len(line)
    while start < end and line[start].text == " ":
        start += 1
    while end > start and line[end - 1].text == " ":
        end -= 1
    return line[start:end]
