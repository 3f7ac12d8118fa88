"""How two strings lie on each other: the length of their common subsequence, and which characters pair up."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

FUNCTION: Final = frozenset(
    "的地得之其所者也是为有无在于从到向把将被让使令对与和同及或而且则又既要能可不没未非就才都还更最很"
    "以因由如若只唯方便即乃且并但虽然了着过这那哪谁什么何怎多少几每个种一二三两我你他她它们自己上下中里外前后来去"
)
"""Characters that build a frame: particles, prepositions, pronouns, adverbs, numerals."""

STRONG: Final = frozenset("既又不是而要以为从到把将让在则更使由就")
"""Alone, only these are a frame in long branches; other single characters recur by chance."""
TIGHT: Final = 12
"""Branches longer than this are long."""

_CONTENT: Final = 3
_FRAME: Final = 4
_JOINED: Final = 2


def masks(text: str) -> dict[str, int]:
    """For each character the places where it stands, as bits."""
    table: dict[str, int] = {}
    bit = 1
    for character in text:
        table[character] = table.get(character, 0) | bit
        bit += bit
    return table


def common_length(table: Mapping[str, int], length: int, other: str) -> int:
    """Length of the longest common subsequence; `table` are the masks of a text of `length`.

    Bit-parallel (Hyyrö 2004): a few integer operations for each character of `other` that `table` knows. What
    carries beyond `length` bits never comes back, so it is cut off at the end.
    """
    row = full = (1 << length) - 1
    for hits in filter(None, map(table.get, other)):
        kept = row & hits
        row = (row + kept) | (row ^ kept)
    return length - (row & full).bit_count()


@lru_cache(maxsize=256)  # overlapping runs hold the same branches
def align(a: str, b: str) -> Sequence[tuple[int, int]]:
    """The pairs of places at which `a` and `b` hold the same character, in order.

    Among all alignments one with the most weight: frame characters count more than others, and a pair
    that continues the one before it counts extra. In branches longer than `TIGHT` only
    hinges and recurring pairs are considered. Takes as many steps as the product of what is considered.
    """
    head, shorter = 0, min(len(a), len(b))
    while head < shorter and a[head] == b[head]:
        head += 1
    pairs = [(i, i) for i in range(head)]
    rest_a, rest_b = a[head:], b[head:]
    shared = set(rest_a).intersection(rest_b)
    if not shared:
        return pairs
    if max(len(a), len(b)) <= TIGHT:
        return pairs + [(head + i, head + j) for i, j in _align(rest_a, rest_b)]
    twos = set(map(add, rest_a, rest_a[1:])).intersection(map(add, rest_b, rest_b[1:]))
    strong = STRONG & shared
    if not twos and not strong:
        return pairs
    keep_a, keep_b = _telling(rest_a, twos, strong), _telling(rest_b, twos, strong)
    found = _align("".join([rest_a[i] for i in keep_a]), "".join([rest_b[j] for j in keep_b]))
    return pairs + [(head + keep_a[i], head + keep_b[j]) for i, j in found]


def _telling(text: str, twos: Container[str], strong: Container[str]) -> list[int]:
    """The places that may pair in a long branch: `strong` hinges, and the `twos` that both branches hold."""
    recurs = [two in twos for two in map(add, text, text[1:])]
    return [
        i
        for i, (character, before, after) in enumerate(
            zip(text, [False, *recurs], [*recurs, False], strict=True)
        )
        if before or after or character in strong
    ]


def _align(a: str, b: str) -> list[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for j, character in enumerate(b):
        places.setdefault(character, []).append(j)
    nothing = [0] * (len(b) + 1)
    best = [nothing]
    runs = [nothing]  # best score of an alignment that ends with this pair
    for character in a:
        above, above_runs = best[-1], runs[-1]
        if character not in places:
            best.append(above)
            runs.append(nothing)
            continue
        row, row_runs = above.copy(), nothing.copy()
        weight = _FRAME if character in FUNCTION else _CONTENT
        for j in places[character]:
            joined = above_runs[j] + _JOINED if above_runs[j] else 0
            row_runs[j + 1] = pair = weight + max(joined, above[j])
            row[j + 1] = max(row[j + 1], pair)
        best.append(list(accumulate(row, max)))
        runs.append(row_runs)
    return _trace(a, b, best, runs)


def _trace(a: str, b: str, best: list[list[int]], runs: list[list[int]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i, j = len(a), len(b)
    joined = False
    while i and j:
        here = runs[i][j]
        if here and (joined or here == best[i][j]):
            pairs.append((i - 1, j - 1))
            weight = _FRAME if a[i - 1] in FUNCTION else _CONTENT
            before = runs[i - 1][j - 1]
            joined = (
                bool(before) and before + _JOINED >= best[i - 1][j - 1] and here == weight + before + _JOINED
            )
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
