"""What stands around each boundary in its clause: nearest verb and copula, first and last word."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 12
"""How many tokens to either side are looked at."""
_FAR = 10_000_000
_IS = frozenset(["是", "为", "即", "就是", "叫", "叫做", "称为", "成为", "作为", "指", "称"])


@dataclass(frozen=True, slots=True)
class Surround:
    """For each boundary, an entry of token indices; those out of reach are for the reader to leave out.

    Before the token at the boundary, in its clause: `verb` and `copula` nearest, `opener` the first word (-1:
    none). From it on: `ahead` the nearest copula. From the boundary on, in the clause that ends there:
    `closer` the last word (-1: none), `left` how many tokens there are.
    """

    verb: list[int]
    copula: list[int]
    opener: list[int]
    ahead: list[int]
    closer: list[int]
    left: list[int]


def surround(
    shown: Sequence[str],
    kind: Sequence[str],
    mark: Sequence[bool],
    clause: Sequence[int],
    empty: Sequence[str],
) -> Surround:
    """Look around every boundary; `empty` tokens are marks and function words. Linear."""
    size = len(shown)
    verb, copula, opener = [-_FAR] * size, [-_FAR] * size, [-1] * size
    nearest_verb = nearest_copula = -_FAR
    words: deque[int] = deque()
    for i in range(size):
        if i and clause[i] != clause[i - 1]:
            nearest_verb = nearest_copula = -_FAR
            words.clear()
        verb[i], copula[i] = nearest_verb, nearest_copula
        while words and words[0] < i - REACH:
            words.popleft()
        if words:
            opener[i] = words[0]
        if not mark[i]:
            words.append(i)
            if kind[i] == "v" and not empty[i]:
                nearest_verb = i
            if shown[i] in _IS:
                nearest_copula = i
    return Surround(verb, copula, opener, _ahead(shown, clause), *_closing(mark, clause))


def _ahead(shown: Sequence[str], clause: Sequence[int]) -> list[int]:
    """For each token the nearest copula of its clause from it on."""
    found, nearest = [_FAR] * len(shown), _FAR
    for i in range(len(shown) - 1, -1, -1):
        if i + 1 < len(shown) and clause[i] != clause[i + 1]:
            nearest = _FAR
        if shown[i] in _IS:
            nearest = i
        found[i] = nearest
    return found


def _closing(mark: Sequence[bool], clause: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each boundary the last word within reach of the clause that goes on there, and its tokens left."""
    size = len(mark)
    closer, left = [-1] * (size + 1), [0] * (size + 1)
    stop = size
    words: deque[int] = deque()
    for j in range(size, 0, -1):
        if j < size and clause[j] != clause[j - 1]:
            stop = j
            words.clear()
        elif j < size and not mark[j]:
            words.append(j)
        while words and words[0] > j + REACH:
            words.popleft()
        if words:
            closer[j] = words[0]
        left[j] = min(stop - j, REACH + 1)
    return closer, left
