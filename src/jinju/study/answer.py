"""Comparing what was typed with what was asked: by its letters, tolerant of how they are written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from jinju.model.review import Rating
from jinju.study.grapheme import graphemes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST = 1_000
"""Characters of either side that are compared one by one; what lies behind counts as one piece."""
BEYOND = 3
"""An answer this many times too long is not looked through to its end."""
CLOSE = 0.75
"""The share of letters in common from which a wrong answer is called close."""
SLOW, FAST = 2.5, 0.5
"""Times one's own pace: a right answer slower than the one is HARD, faster than the other EASY."""
_FORGIVEN = "PZC"
"""First letters of the Unicode categories that are forgiven: punctuation, spaces, what nobody sees."""
_COUNTS = "%‰"
_BETWEEN_DIGITS = "./:-"


class Piece(NamedTuple):
    """A stretch of the comparison: `other` was typed in the place of the `missing` that follows it."""

    kind: Literal["same", "missing", "extra", "other"]
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether an answer is right, or close, and how it differs.

    The pieces that are not `missing`, joined, are what was typed; `same` and `missing` together have the
    letters of what was asked. What is forgiven counts as `same`.
    """

    right: bool
    close: bool
    pieces: tuple[Piece, ...]


class _Letter(NamedTuple):
    key: str
    at: int
    """Index of its character in the text."""


def compare(typed: str, expected: Sequence[str], same: Callable[[str], str]) -> Comparison:
    """`typed` against the answers of one card, in order, with any space or punctuation between them.

    Width, case, punctuation, spaces and the way a character is encoded are forgiven; so is whatever `same`
    makes equal, which is given text and returns one form of it (traditional to simplified). Marks between
    digits count: 3.5 is not 35. Answers of nothing but punctuation are compared by it.
    """
    given, asked = graphemes(typed), graphemes(" ".join(expected))
    forgiven = _FORGIVEN
    wanted = _letters(asked, same, forgiven)
    if not wanted:
        forgiven = "ZC"
        wanted = _letters(asked, same, forgiven)
    letters = _letters(given, same, forgiven)
    most = min(LONGEST, BEYOND * len(wanted) + 50)
    pieces, common = _aligned(given, letters[:most], asked, wanted[:LONGEST], more=len(letters) > most)
    if wanted[LONGEST:]:
        pieces.append(Piece("missing", "".join(asked[wanted[LONGEST].at :])))
    right = bool(wanted) and [x.key for x in letters] == [x.key for x in wanted]
    if right:
        return Comparison(right=True, close=True, pieces=(Piece("same", typed),))
    close = common >= CLOSE * max(len(letters), len(wanted), 1)
    return Comparison(right=False, close=close, pieces=_joined(pieces))


def suggest(comparison: Comparison | None, hints: int, taken_ms: int, own_pace_ms: int) -> Rating:
    """The grade that follows; None stands for a card that was only looked up, `own_pace_ms` 0 for unknown.

    Wrong is AGAIN however close. A hint lets nothing be better than HARD.
    """
    if comparison is not None and not comparison.right:
        return Rating.AGAIN
    if hints:
        return Rating.HARD
    if comparison is None or own_pace_ms <= 0 or taken_ms <= 0:
        return Rating.GOOD
    if taken_ms > SLOW * own_pace_ms:
        return Rating.HARD
    return Rating.EASY if taken_ms < FAST * own_pace_ms else Rating.GOOD


def _letters(characters: Sequence[str], same: Callable[[str], str], forgiven: str) -> list[_Letter]:
    """What counts of a text, each in the form in which it is compared."""
    folded = [_folded(c) for c in characters]
    found: list[_Letter] = []
    for at, key in enumerate(folded):
        if key in _BETWEEN_DIGITS and _digit(folded, at - 1) and _digit(folded, at + 1):
            found.append(_Letter(key, at))
        elif kept := "".join(c for c in key if c in _COUNTS or unicodedata.category(c)[0] not in forgiven):
            found.append(_Letter(kept, at))
    keys = _unified([x.key for x in found], same)
    return [_Letter(key, x.at) for key, x in zip(keys, found, strict=True)]


def _unified(keys: list[str], same: Callable[[str], str]) -> list[str]:
    """Each key in the one form that `same` gives it, in its text where that keeps the length, and alone."""
    text = "".join(keys)
    one = same(text)
    if len(one) == len(text):
        ends = [0]
        for key in keys:
            ends.append(ends[-1] + len(key))
        keys = [one[start:end] for start, end in pairwise(ends)]
    alone = {key: same(key) for key in set(keys)}
    return [alone[key] for key in keys]


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    wide = unicodedata.normalize("NFKC", character).casefold()
    return "".join(c for c in wide if not ("\ufe00" <= c <= "\ufe0f" or c >= "\U000e0100"))


def _digit(folded: Sequence[str], at: int) -> bool:
    return 0 <= at < len(folded) and folded[at].isdecimal()


def _aligned(
    given: Sequence[str],
    letters: Sequence[_Letter],
    asked: Sequence[str],
    wanted: Sequence[_Letter],
    *,
    more: bool,
) -> tuple[list[Piece], int]:
    """The pieces, and how many letters are the same. What stands between letters goes with the one before."""
    matcher = SequenceMatcher(None, [x.key for x in letters], [x.key for x in wanted], autojunk=False)
    pieces: list[Piece] = []
    at = common = 0
    for kind, start, end, from_, to in matcher.get_opcodes():
        if end > start:
            until = letters[end].at if end < len(letters) else letters[end - 1].at + 1
            first = letters[start].at
            pieces.append(Piece("same", "".join(given[at:first])))
            name: Literal["same", "extra", "other"] = "same" if kind == "equal" else "extra"
            pieces.append(Piece("other" if kind == "replace" else name, "".join(given[first:until])))
            at = until
        if kind in ("replace", "delete", "insert") and to > from_:
            pieces.append(Piece("missing", "".join(asked[wanted[from_].at : wanted[to - 1].at + 1])))
        if kind == "equal":
            common += end - start
    rest = "".join(given[at:])
    return [*pieces, Piece("extra" if more else "same", rest)], common


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind made one, empty ones dropped."""
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].kind == piece.kind:
            found[-1] = Piece(piece.kind, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
