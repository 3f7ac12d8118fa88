"""Which cards a clip gets: which blanks, and which of them are hidden together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.cards.gates import fits, letters, passes
from jinju.cards.kinds import KINDS
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Candidate, Card, Clip

MOST_CARDS = 3
FIRST = 0.66
"""The best card of a clip must be worth at least this, else the clip has nothing to ask."""
WORTHY = 0.8
"""Two blanks that touch must each be worth so much."""
CHIME = 3
"""Characters of each of two units that make one though nothing stands between them."""
_JOINTS = ("", "和", "与", "及")
SECOND = 0.65
"""A further card must be worth at least this."""


def pool_of(clip: Clip) -> tuple[tuple[float, Card], ...]:
    """All cards that the clip could have, each with its value, the best first."""
    pool = [
        (sum(c.value for c in card) / len(card), card)
        for kind in KINDS
        for card in kind(clip)
        if all(passes(c, clip) for c in card)
    ]
    return tuple(sorted(pool, key=lambda v: (-v[0], v[1][0].span.start, -v[1][0].span.end)))


def choose_blanks(clip: Clip, asked: AbstractSet[str] = frozenset()) -> list[Card]:
    """The clip's cards in reading order, at most three; empty where nothing in it can be asked.

    Best value first; a card joins if its blanks fit with those chosen. What the article's earlier cards
    `asked` for is not asked for again.
    """
    pool = [v for v in clip.pool if not any(_asked(c.span.of(clip.text), asked) for c in v[1])]
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
    """Cards whose blanks make one term (出发点和落脚点) become one.

    Of two that touch the better stays, unless both are fine or they chime (开好局起好步).
    """
    out: list[Card] = []
    for card in cards:
        if not out or clip.text[out[-1][-1].span.end : card[0].span.start].strip("“”") not in _JOINTS:
            out.append(card)
            continue
        last, first = out[-1][-1], card[0]
        if last.span.end == first.span.start:
            if len(last.span) == len(first.span) == CHIME:
                whole = replace(last, span=Span(last.span.start, first.span.end), relation="set-phrase")
                out[-1] = (*out[-1][:-1], whole, *card[1:])
            elif min(first.value, last.value) >= WORTHY:
                out.append(card)
            elif first.value > last.value:
                out[-1] = card
        elif fits([*out[:-1], (*out[-1], *card)], clip):
            out[-1] = (*out[-1], *card)
        else:
            out.append(card)
    return out


def _asked(answer: str, asked: AbstractSet[str]) -> bool:
    return answer in asked or any(part in asked for part in re.split(r"[、，]", answer))


def _gives_away(candidate: Candidate, others: Sequence[Candidate], clip: Clip) -> bool:
    """Whether the answer stands in plain sight in another card's answer."""
    answer = set(letters(candidate.span.of(clip.text)))
    for other in others:
        if other.family == candidate.family >= 0:
            continue
        theirs = set(letters(other.span.of(clip.text)))
        if len(answer & theirs) * 2 > max(2, min(len(answer), len(theirs))):
            return True
    return False
