"""The chance that a reader keeps a note, by what its clip and blanks are worth and a few of their signs."""

from __future__ import annotations

import re
from math import exp, log
from typing import TYPE_CHECKING, Final

from jinju.cards.gates import letters
from jinju.model.tones import PLACES, shared, tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Card, Clip
    from jinju.model.weights import Judges

Signs = tuple[tuple[str, float], ...]
_SURE: Final = 1e-3
_MIDDLING: Final = log(24)
"""The logarithm of a middling clip's letters."""
_QUOTED: Final = re.compile(r"“[^“”]*”[。！？]?")


def figures(
    clip: tuple[float, Signs],
    blanks: Sequence[tuple[float, Signs]],
    cards: int,
    hidden: float = 0.0,
    *,
    text: str,
) -> Iterator[tuple[str, float]]:
    """What a note is judged by: the chances of its clip and of its blanks, 0..1, with their signs.

    `cards` is its number of cards, `hidden` what the characters of its blanks tell, `text` the clip. Log-odds
    of the clip, the mean of its blanks' and the least; whether the clip ends a sentence and quotes in
    passing, and how long it is; whether one card asks, and how many do beyond two; the clip's signs, and the
    greatest of each of its blanks'.
    """
    odds = [_odds(chance) for chance, _ in blanks]
    worth = _odds(clip[0])
    length = log(max(1, len(letters(text)))) - _MIDDLING
    yield "clip", worth
    yield "text.ends", float(text.rstrip("”’")[-1:] in ("。", "！", "？"))
    yield "text.length", length
    yield "text.length-of-clip", length * worth
    yield "text.quotes", float("“" in text and not _QUOTED.fullmatch(text))
    yield "blanks.mean", sum(odds) / len(odds)
    yield "blanks.least", min(odds)
    yield "cards.single", float(cards == 1)
    yield "cards.many", float(max(0, cards - 2))
    yield "tone.hidden", hidden
    for name, value in clip[1]:
        yield f"clip.{name}", value
    greatest: dict[str, float] = {}
    for _, signs in blanks:
        for name, value in signs:
            greatest[name] = max(value, greatest.get(name, value))
    for name, value in greatest.items():
        yield f"blanks.{name}", value


def keeping(clip: Clip, cards: Sequence[Card], judges: Judges) -> float:
    """0..1: the chance that a reader would keep the note of `clip` with these cards; 0 without a card."""
    if not cards:
        return 0.0
    blanks = [(c.value, c.signs) for card in cards for c in card]
    words = [w for card in cards for c in card for w in shared(clip.tokens, c.span)]
    told = judges.tones.sums(words, PLACES.index("hidden"), clip.words.total)
    hidden = tone((sum(t for t, _ in told), sum(m for _, m in told)))
    mine = figures((clip.quote.score, clip.quote.signs), blanks, len(cards), hidden, text=clip.text)
    return 1 / (1 + exp(-judges.notes.score(mine)))


def _odds(chance: float) -> float:
    held = min(1 - _SURE, max(_SURE, chance))
    return log(held / (1 - held))
