"""Which cards a clip gets: which blanks, and which of them are hidden together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.gates import fits, letters, passes
from jinju.cards.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Candidate, Card, Clip

MOST_CARDS = 3
FIRST = 0.65
"""The best card of a clip must be worth at least this, else the clip has nothing to ask."""
SECOND = 0.58
"""A further card must be worth at least this."""
COMMON = 1000
"""A single word of higher dictionary frequency has many equals: it is not recoverable."""


def choose_blanks(clip: Clip, asked: AbstractSet[str] = frozenset()) -> list[Card]:
    """The clip's cards in reading order, at most three; empty where nothing in it can be asked.

    Best value first; a card joins if its blanks fit with those chosen. What the article's earlier cards
    `asked` for is not asked for again.
    """
    pool = [
        (sum(_value(c, clip, alone=len(card) == 1) for c in card) / len(card), card)
        for kind in KINDS
        for card in kind(clip)
        if all(passes(c, clip) and not _asked(c.span.of(clip.text), asked) for c in card)
    ]
    pool.sort(key=lambda v: (-v[0], v[1][0].span.start, -v[1][0].span.end))
    chosen: list[Card] = []
    for value, card in [v for v in pool if not _is_model(v[1])] + [v for v in pool if _is_model(v[1])]:
        if len(chosen) == MOST_CARDS or value < (SECOND if chosen else FIRST):
            continue
        others = [c for other in chosen for c in other]
        if any(c.span.overlaps(o.span) for c in card for o in others):
            continue
        if _is_model(card) and not any(o.family == card[0].family for o in others):
            continue
        if not any(_gives_away(c, others, clip) for c in card) and fits([*chosen, card], clip):
            chosen.append(card)
    return _joined(sorted(chosen, key=lambda card: card[0].span), clip)


def _is_model(card: Card) -> bool:
    """Whether the card asks for the first member of a pair alone: then the second must be asked for too."""
    first = card[0]
    return len(card) == 1 and first.kind == "slot" and first.place == 1 and len(first.span) > 1


def _joined(cards: Sequence[Card], clip: Clip) -> list[Card]:
    """Cards whose blanks make one term (出发点和落脚点, “练兵场”和“试金石”) become one."""
    out: list[Card] = []
    for card in cards:
        between = clip.text[out[-1][-1].span.end : card[0].span.start] if out else ""
        if between.strip("“”") in ("和", "与", "及") and fits([*out[:-1], (*out[-1], *card)], clip):
            out[-1] = (*out[-1], *card)
        else:
            out.append(card)
    return out


def _asked(answer: str, asked: AbstractSet[str]) -> bool:
    return answer in asked or any(part in asked for part in re.split(r"[、，]", answer))


def _value(candidate: Candidate, clip: Clip, *, alone: bool) -> float:
    """The candidate's value, less where it is one common word."""
    entry = clip.words.get(candidate.span.of(clip.text))
    if entry.phrase or len(candidate.span) > 3 or entry.frequency <= COMMON // 3:
        return candidate.value
    if candidate.kind == "slot" and len(candidate.span) == 1:
        return candidate.value
    heavy = entry.frequency > COMMON
    if candidate.kind == "slot":
        return candidate.value - (0.4 if heavy and alone else 0.2 if heavy else 0.1)
    return candidate.value * (0.4 if heavy else 0.7)


def _gives_away(candidate: Candidate, others: Sequence[Candidate], clip: Clip) -> bool:
    """Whether the answer stands in plain sight in another card's answer."""
    answer = set(letters(candidate.span.of(clip.text)))
    for other in others:
        if other.family == candidate.family >= 0:
            continue
        theirs = set(letters(other.span.of(clip.text)))
        if len(answer & theirs) * 2 > min(len(answer), len(theirs)):
            return True
    return False
