"""Clips of tutors' articles and of judged ones with their signals, and what a fit of them aims at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from deck_fit.sparse import fit, with_offset
from jinju.extract import pick as picking
from jinju.extract.clip_score import signals_of
from jinju.extract.clips import looks
from jinju.extract.temper import temper

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from deck_fit.sparse import Signals
    from deck_fit.tutor import Deck
    from deck_fit.verdicts import Judged
    from jinju.extract.signals.clips.look import Look
    from jinju.model.article import Span
    from jinju.model.document import Document
    from jinju.model.lexicon import Token
    from jinju.workflows.reading import Picked, Reader

LEAST = 4
"""In how many articles a signal must stand."""
RIDGE, RIDGE_OF_WORDS = 2.0, 4.0
RIDGE_OF_READERS, NEVER = 30.0, 1e9
NEAR, PARTLY = 0.5, 0.6
"""From which overlap on a clip beside a tutor's counts, and how much."""
MASS = 3.0
"""What a reader's verdict counts beside a tutor's choice: it is on a clip that jinju would take."""
PRICES = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """What jinju sees in an article: its picks, and all clips that it could take with their signals."""

    picked: Picked
    clips: list[Pair]
    signals: list[Signals]

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.picked.article.text


@dataclass(frozen=True, slots=True)
class Essay:
    """An article's clips with their signals; what is wanted of each, None where nothing is known."""

    text: str
    clips: list[Pair]
    signals: list[Signals]
    wanted: list[float | None]
    gold: list[Pair]
    judged: bool = False
    tokens: list[Token] = field(default_factory=list)
    """The article's words; of judged ones only."""
    total: int = 0
    """The sum of all words' frequencies."""
    read: list[float | None] = field(default_factory=list)
    """Of a judged article: the share of readers who found the clip good, None where nobody was asked."""


def bare(text: str, span: Span) -> Pair:
    """The span without punctuation at its edges."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def overlap(one: Pair, other: Pair) -> float:
    """Shared characters over all characters of both."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def seen(document: Document, reader: Reader) -> Seen:
    """What jinju sees in an article, with all clips that it could take."""
    found: list[Look] = []

    def spy(article: Any, scene: Any, worth: Any, *_: Any) -> list[Any]:
        found.extend(looks(article, scene, worth))
        return []

    kept, picking.find_clips = picking.find_clips, spy  # type: ignore[assignment]
    try:
        picked = reader.picked(document)
    finally:
        picking.find_clips = kept
    ground = list(temper(picked.article).signals())
    text = picked.article.text
    return Seen(picked, [bare(text, k.span) for k in found], [[*signals_of(k), *ground] for k in found])


def taught(article: Seen, deck: Deck, said: Container[Pair] = ()) -> Essay:
    """A tutor's article: 1 for a clip that the tutor took, less for one nearly so, else 0.

    Nothing for those of which readers `said` something: they looked closer.
    """
    gold = [bare(article.text, note.span) for note in deck.notes]
    best = [max((overlap(clip, g) for g in gold), default=0.0) for clip in article.clips]
    wanted = [
        None if clip in said else 1.0 if b == 1 else PARTLY * b**4 if b > NEAR else 0.0
        for clip, b in zip(article.clips, best, strict=True)
    ]
    return Essay(article.text, article.clips, article.signals, wanted, gold)


def judged(article: Seen, said: Mapping[Pair, float], asked: Mapping[Pair, float]) -> Essay:
    """A judged article: for each clip of which readers `said` something how many found it good.

    `asked` are those that stood on a card.
    """
    wanted = [said.get(clip) for clip in article.clips]
    read = [asked.get(clip) for clip in article.clips]
    picked = article.picked
    tokens = [
        token.shifted(s.span.start)
        for s in picked.article.sentences
        for token in picked.cut(s.span.of(article.text))
    ]
    return Essay(
        article.text,
        article.clips,
        article.signals,
        wanted,
        [],
        judged=True,
        tokens=tokens,
        total=picked.words.total,
        read=read,
    )


def said_of(article: Judged, text: str, *, written: bool = True) -> dict[Pair, float]:
    """The clips of which readers said something: the share of them who found it good.

    With those of the notes that they have `written` themselves, or only those that stood on a card.
    """
    votes: dict[Pair, list[bool]] = {}
    for verdict in article.verdicts:
        if verdict.verdict != "same":
            votes.setdefault(bare(text, verdict.span), []).append(verdict.clip_is_good)
    for note in article.better() if written else ():
        votes.setdefault(bare(text, note.span), []).append(True)
    return {clip: sum(found) / len(found) for clip, found in votes.items()}


def train(matrix: Any, essays: Sequence[Essay], names: Sequence[str], used: Sequence[bool]) -> Any:
    """Weights from the essays that are `used`; `matrix` holds the clips of all."""
    lines, wanted = _aimed(essays, [essay.wanted for essay in essays], used)
    second = np.repeat([e.judged for e in essays], [len(e.clips) for e in essays])[lines]
    ridge = np.array([RIDGE_OF_WORDS if " " in name else RIDGE for name in names] + [0.0, 0.0])
    mass = np.where(second, MASS, 1.0)
    return fit(with_offset(matrix[lines], second), wanted, ridge, mass)[:-1]


def train_readers(matrix: Any, essays: Sequence[Essay], names: Sequence[str], used: Sequence[bool]) -> Any:
    """Weights by which readers found clips of finished cards good; those of a whole article count nothing."""
    lines, wanted = _aimed(essays, [essay.read for essay in essays], used)
    ridge = np.array([NEVER if name.startswith("text.") else RIDGE_OF_READERS for name in names] + [0.0])
    return fit(matrix[lines], wanted, ridge)


def _aimed(
    essays: Sequence[Essay], aims: Sequence[Sequence[float | None]], used: Sequence[bool]
) -> tuple[list[int], Any]:
    """The lines of the clips, of all essays in a row, of which something is known and used; and what."""
    lines, wanted = [], []
    at = 0
    for essay, row, use in zip(essays, aims, used, strict=True):
        for offset, aim in enumerate(row):
            if use and aim is not None:
                lines.append(at + offset)
                wanted.append(aim)
        at += len(essay.clips)
    return lines, np.array(wanted)


def chosen(clips: Sequence[Pair], scores: Sequence[float], price: float) -> list[Pair]:
    """The non-overlapping clips of greatest sum of (score - price), as a deck chooses them."""
    order = sorted((clip[1], clip[0], s) for clip, s in zip(clips, scores, strict=True) if s > price)
    ends = [end for end, _, _ in order]
    totals, take = [0.0], []
    for i, (_, start, score) in enumerate(order):
        gain = totals[bisect_right(ends, start, 0, i)] + score - price
        take.append(gain > totals[i])
        totals.append(max(gain, totals[i]))
    found, i = [], len(order)
    while i:
        if take[i - 1]:
            found.append((order[i - 1][1], order[i - 1][0]))
            i = bisect_right(ends, order[i - 1][1], 0, i - 1)
        else:
            i -= 1
    return found


def report(essays: Sequence[Essay], scores: Any) -> list[str]:
    """For several prices how many clips of tutors' articles are chosen, and how many the tutor took too."""
    said = []
    gold = sum(len(e.gold) for e in essays)
    for price in PRICES:
        taken = exact = near = at = 0
        for essay in essays:
            mine = scores[at : at + len(essay.clips)]
            at += len(essay.clips)
            for clip in [] if essay.judged else chosen(essay.clips, mine, price):
                best = max((overlap(clip, g) for g in essay.gold), default=0.0)
                taken, exact, near = taken + 1, exact + (best == 1), near + (best > PARTLY)
        n = max(1, taken)
        said.append(
            f"price {price}: {taken} clips for {gold}; the very same {exact / n:.3f}, "
            f"nearly {near / n:.3f}, found {near / gold:.3f}"
        )
    return said
