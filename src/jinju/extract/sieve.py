"""Most patterns hit nowhere in a sentence: those are not tried on each of its clips."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

T = TypeVar("T")
_KEPT = 64
"""Sentences remembered: clips come sentence by sentence."""


def sieve(
    named: Sequence[tuple[T, re.Pattern[str]]],
) -> Callable[[str], Sequence[tuple[T, re.Pattern[str]]]]:
    """A function that keeps those of the named patterns that hit within a text.

    The others hit in no part of it, as long as they ask for nothing at an edge: neither for the begin or end
    of the text, nor for what stands beyond a mark between clauses.
    """

    @lru_cache(maxsize=_KEPT)
    def present(text: str) -> Sequence[tuple[T, re.Pattern[str]]]:
        return [(name, pattern) for name, pattern in named if pattern.search(text)]

    return present
