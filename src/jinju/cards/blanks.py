"""Which cards a clip gets: which blanks, and which of them are hidden together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from jinju.cards.blank_score import weigh
from jinju.cards.candidate import Candidate
from jinju.cards.gates import allowed, fits, letters
from jinju.cards.pairing import halves, paired
from jinju.cards.signals.proposals import proposals, view_of
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Card, Clip
    from jinju.cards.signals.view import Hidden
    from jinju.model.weights import Weights

MOST_CARDS = 3
FIRST = 0.4
"""The best blank of a clip must have at least this chance that a tutor would hide it too; else nothing in the
clip is asked for."""
CITED = 0.2
"""What a tutor hides of a famous line comes first if it has so much."""
SECOND = 0.55
"""A further blank must have at least this: of judged notes with a weaker one readers kept .60, else .81."""
SISTER = 0.3
"""A slot must have at least this where another of its parallelism is hidden."""
WORTHY = 0.6
"""Two blanks that touch must each have so much."""
CHIMES = (3, 4)
"""Characters of each of two units that make one though nothing stands between them."""
TOGETHER = 1
"""Characters of slots that share a card."""
_JOINT = re.compile(r"[、，]")
_JOINTS = ("", "和", "与", "及")


def pool_of(clip: Clip, article: str, weights: Weights) -> tuple[Candidate, ...]:
    """All blanks that the clip could have, each with the chance that a tutor would hide it, the best first.

    Blanks that a kind would hide together share a `family`. `article` is the whole article's text.
    """
    view, cards = view_of(clip, article)
    sisters: dict[Span, Card] = {c.span: card for card in chain(*cards) if len(card) > 1 for c in card}
    spans = proposals(view)
    found = []
    for hidden, weighed in zip(spans, weigh(spans, weights), strict=True):
        candidate = _candidate(hidden, sisters)
        if allowed(candidate, clip):
            found.append(replace(candidate, value=round(weighed.chance, 4), signs=weighed.signs))
    return tuple(sorted(_whole_pairs(found, clip), key=lambda c: (-c.value, c.span.start, -c.span.end)))


def _whole_pairs(found: Sequence[Candidate], clip: Clip) -> Iterator[Candidate]:
    """The candidates without halves of real pairs; a pair has the chance of its better half at least."""
    pairs = [
        c
        for c in found
        if c.kind != "slot" and len(halves(c.span.of(clip.text))) > 1 and paired(c.span, clip)
    ]
    for candidate in found:
        whole = [p for p in pairs if p.span.contains(candidate.span)]
        if candidate in pairs:
            inner = [c.value for c in found if c.kind != "slot" and candidate.span.contains(c.span)]
            yield replace(candidate, value=max(inner))
        elif candidate.kind == "slot" or not whole:
            yield candidate


def _candidate(hidden: Hidden, sisters: Mapping[Span, Card]) -> Candidate:
    """The span as the kind sees it that thinks most of it, else as a mere wording."""
    if hidden.span in sisters:
        return next(c for c in sisters[hidden.span] if c.span == hidden.span)
    known = hidden.view.proposed.get(hidden.span)
    if known:
        return max(known, key=lambda c: c.value)
    return Candidate(hidden.span, "phrase", 0.0, "collocation")


def choose_blanks(clip: Clip, asked: AbstractSet[str] = frozenset()) -> list[Card]:
    """The clip's cards in reading order, at most three; empty where nothing in it can be asked.

    The likeliest blank first; another joins if it fits with those chosen. Where that asks for nothing of a
    cited line that argues, or that everybody knows, the line's likeliest half comes first. What other cards
    of the article `asked` for is not asked for again.
    """
    pool = [c for c in clip.pool if not _asked(c.span.of(clip.text), asked)]
    cards = _choice(pool, clip)
    if cards and clip.citations:
        cited = _cited_first(pool, cards, clip)
        cards = _choice(cited, clip) if cited else cards
    return cards


def _choice(pool: Sequence[Candidate], clip: Clip) -> list[Card]:
    """The cards that a pool gives, its first blank first."""
    chosen: list[list[Candidate]] = []
    for candidate in pool:
        flat = [c for card in chosen for c in card]
        if candidate.value < _least(candidate, flat):
            continue
        if any(candidate.span.overlaps(c.span) for c in flat) or _gives_away(candidate, flat, clip):
            continue
        home = next((card for card in chosen if _sisters(card[0], candidate)), None)
        if home is None and len(chosen) == MOST_CARDS:
            continue
        tried = [[*card, candidate] if card is home else card for card in chosen]
        if home is None:
            tried.append([candidate])
        if fits(tried, clip):
            chosen = tried
    cards = [tuple(sorted(card, key=lambda c: c.span)) for card in chosen]
    return _joined(sorted(cards, key=lambda card: card[0].span), clip)


def _cited_first(pool: Sequence[Candidate], cards: Sequence[Card], clip: Clip) -> list[Candidate]:
    """The pool with the best of what a tutor hides of a cited line before all others; empty if not needed.

    That is where the cards ask for nothing of the line; a formula of speeches is no citation.
    """
    lines = [c for c in clip.citations if c.line.sort != "formula" and c.line.use in ("argument", "trite")]
    if any(line.span.overlaps(c.span) for line in lines for card in cards for c in card):
        return []
    marked = {h for line in lines for h in line.hidden}
    best = next((c for c in pool if c.span in marked and c.value >= CITED), None)
    return [] if best is None else [replace(best, value=max(best.value, FIRST)), *pool]


def _least(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """The chance that a blank must have to stand beside those chosen."""
    if not chosen:
        return FIRST
    slot = candidate.kind == "slot"
    joins = slot and any(c.kind == "slot" and c.family == candidate.family for c in chosen)
    return SISTER if joins else SECOND


def _sisters(one: Candidate, other: Candidate) -> bool:
    """Whether two slots are hidden together: short ones of one parallelism."""
    same = one.kind == other.kind == "slot" and one.family == other.family
    return same and max(len(one.span), len(other.span)) <= TOGETHER


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
            if len(last.span) == len(first.span) and len(last.span) in CHIMES:
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
    return answer in asked or any(part in asked for part in _JOINT.split(answer))


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
