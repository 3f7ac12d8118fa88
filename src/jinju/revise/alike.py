"""Which sentence is which, after a typo was mended or a clause changed; linear in the number of clips."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LITTLE = 0.6
"""From this ratio of matching words on, a rewritten clip counts as the same one, changed a little."""
_BLOCK = 6
"""So does one that shares an unbroken run of at least this many words, when that is a good part of it."""
_BLOCK_SHARE = 0.4
_CROWD = 64
"""A pair of characters that stands in more clips than this tells nothing apart."""
_TRIED = 4
"""How many of the likeliest clips are compared in full."""
_LONGEST = 1000
_NOT_WORDS = re.compile(r"[\W_]+")


def words(plain: str) -> str:
    """The letters and digits of a text, whatever its punctuation, spacing, width and case."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", plain)).casefold()


def likeness(a: str, b: str, *, rewritten: bool = True) -> float:
    """How alike two texts of words are, 0 to 1; from `LITTLE` on they count as one sentence.

    `rewritten` is false where both stand in the same text: then only an overlap makes them one, for the
    members of a parallelism are alike and yet not the same.
    """
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    matcher = SequenceMatcher(None, a[:_LONGEST], b[:_LONGEST], autojunk=False)
    run = matcher.find_longest_match().size
    shares_a_run = run >= _BLOCK and run >= _BLOCK_SHARE * min(len(a), len(b))
    if shares_a_run:
        return max(LITTLE, matcher.ratio())
    return matcher.ratio() if rewritten else 0.0


def matched(
    old: Sequence[str], new: Sequence[str], rewritten: Callable[[int, int], bool] = lambda _a, _b: True
) -> dict[int, int]:
    """Index in `new` -> index in `old` of the clip it is a small change of; each old clip at most once.

    `rewritten(old index, new index)`: as for `likeness`.
    """
    old_words, new_words = [words(t) for t in old], [words(t) for t in new]
    index: dict[str, list[int]] = {}
    for place, text in enumerate(old_words):
        for gram in _grams(text):
            index.setdefault(gram, []).append(place)
    pairs = []
    for place, text in enumerate(new_words):
        shared: Counter[int] = Counter()
        for gram in _grams(text):
            holders = index.get(gram, ())
            if len(holders) <= _CROWD:
                shared.update(holders)
        for candidate, _ in sorted(shared.items(), key=lambda c: (-c[1], c[0]))[:_TRIED]:
            score = likeness(old_words[candidate], text, rewritten=rewritten(candidate, place))
            if score >= LITTLE:
                pairs.append((-score, place, candidate))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, candidate in sorted(pairs):
        if place not in found and candidate not in taken:
            found[place] = candidate
            taken.add(candidate)
    return found


def _grams(text: str) -> Iterator[str]:
    yield from {a + b for a, b in pairwise(text)}
