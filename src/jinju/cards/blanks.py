"""Which blanks a clip gets, and which of them share a card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.cards.gates import fits, letters, passes
from jinju.cards.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Candidate, Clip

MOST_CARDS = 3
FIRST = 0.5
"""The best blank of a clip must be worth at least this, else the clip has nothing to ask."""
SECOND = 0.58
"""A further card must be worth at least this."""
COMMON = 1000
"""A single word of higher dictionary frequency has many equals: it is not recoverable."""


def choose_blanks(clip: Clip, asked: AbstractSet[str] = frozenset()) -> list[list[Candidate]]:
    """The clip's blanks grouped by card, in reading order; empty where nothing in it can be asked.

    Best value first; a blank joins if it fits with those chosen. Sister slots beyond three share cards.
    What the article's earlier cards `asked` for is not asked for again.
    """
    possible = (c for kind in KINDS for c in kind(clip) if c.span.of(clip.text) not in asked)
    pool = [_weighed(c, clip) for c in possible if passes(c, clip)]
    pool.sort(key=lambda c: (-c.value, -len(c.span), c.span))
    chosen: list[Candidate] = []
    for candidate in pool:
        if any(candidate.span.overlaps(c.span) for c in chosen):
            continue
        if candidate.value < (SECOND if chosen else FIRST):
            break
        if _gives_away(candidate, chosen, clip) or _cards([*chosen, candidate]) > MOST_CARDS:
            continue
        if candidate.family >= 0 and not _leaves_a_model(candidate, chosen):
            continue
        if fits([[c] for c in [*chosen, candidate]], clip):
            chosen.append(candidate)
    return _numbered(chosen, clip)


def _weighed(candidate: Candidate, clip: Clip) -> Candidate:
    """The candidate, worth less where it is one common word."""
    entry = clip.words.get(candidate.span.of(clip.text))
    if entry.phrase or len(candidate.span) > 3:
        return candidate
    if entry.frequency <= COMMON // 3:
        return candidate
    heavy = entry.frequency > COMMON
    if candidate.kind == "slot":
        return replace(candidate, value=candidate.value - (0.25 if heavy else 0.1))
    return replace(candidate, value=candidate.value * (0.4 if heavy else 0.7))


def _cards(chosen: Sequence[Candidate]) -> int:
    """How many cards these make when sister slots share cards as far as they may."""
    families: dict[int, int] = {}
    for candidate in chosen:
        if candidate.family >= 0:
            families[candidate.family] = families.get(candidate.family, 0) + 1
    alone = sum(c.family < 0 for c in chosen)
    return alone + sum(min(n, 3) if n <= 3 else (n + 1) // 2 for n in families.values())


def _leaves_a_model(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """One member of a parallelism stays whole, unless the slots are single characters in a tight frame."""
    sisters = sum(c.family == candidate.family for c in chosen)
    return sisters + 1 < candidate.size or len(candidate.span) == 1 or candidate.size == 2


def _gives_away(candidate: Candidate, chosen: Sequence[Candidate], clip: Clip) -> bool:
    """Whether the answer stands in plain sight in another card's answer."""
    answer = set(letters(candidate.span.of(clip.text)))
    for other in chosen:
        if other.family == candidate.family >= 0:
            continue
        theirs = set(letters(other.span.of(clip.text)))
        if len(answer & theirs) * 2 > min(len(answer), len(theirs)):
            return True
    return False


def _numbered(chosen: Sequence[Candidate], clip: Clip) -> list[list[Candidate]]:
    groups: list[list[Candidate]] = []
    for candidate in sorted(chosen, key=lambda c: c.span):
        mates = [g for g in groups if g[0].family == candidate.family >= 0]
        sisters = sum(c.family == candidate.family for c in chosen) if candidate.family >= 0 else 0
        if mates and sisters > MOST_CARDS and len(mates[-1]) < 2 and fits([[*mates[-1], candidate]], clip):
            mates[-1].append(candidate)
        else:
            groups.append([candidate])
    return groups[:MOST_CARDS]
