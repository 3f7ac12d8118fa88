"""Possible blanks of a clip, and the cards they would make."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.famous import Citation
    from jinju.model.item import BlankKind
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Parallel, Phrase, Quote


LONGEST_UNIT, MOST_WORDS = 8, 5
"""Code points and words of a unit that is known as one."""
GRADES_OF_UNITS = ("striking", "good")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One span of the clip that could be hidden; `span` is into the clip's text.

    `value` is what the kind that proposes it thinks of it; once weighed, the chance that a tutor would hide
    it.
    `family` joins blanks of one parallelism (they are sisters); `partner` is a visible counterpart that a
    hint may name; `relation` is the code of the hint's wording, `place` its 1-based place among `size`.
    """

    span: Span
    kind: BlankKind
    value: float
    relation: str = ""
    family: int = -1
    place: int = 0
    size: int = 0
    partner: str = ""
    signs: tuple[tuple[str, float], ...] = ()
    """Those of its signals by which the note is judged, by name."""


Card = tuple[Candidate, ...]
"""Blanks that are hidden together, in reading order: one cloze number."""


@dataclass(frozen=True)
class Clip:
    """A chosen quote and what lies in it, all spans into the clip's own text."""

    quote: Quote
    text: str
    start: int
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    parallels: tuple[Parallel, ...]
    words: Words
    topics: frozenset[str]
    doubtful: tuple[Span, ...] = ()
    columns: tuple[tuple[Span, ...], ...] = ()
    """For each of `parallels` what would be hidden of its members; empty where nothing clear varies."""
    citations: tuple[Citation, ...] = ()
    """The famous lines in it, word for word and whole."""
    ranked: Mapping[Span, float] = field(default_factory=dict)
    """What people would hide in its sentences: 0..1, a share of the first choice."""
    pool: tuple[Candidate, ...] = ()
    """The blanks that it could have, each with the chance that a tutor would hide it, the best first."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its words begin."""
        return tuple(t.start for t in self.tokens)

    @cached_property
    def beginning(self) -> dict[int, Token]:
        """Where a word begins -> the word."""
        return {t.start: t for t in self.tokens}

    @cached_property
    def runs(self) -> dict[Span, list[Token]]:
        """The words that lie whole in a span, for those spans that were asked for."""
        return {}

    @cached_property
    def edges(self) -> frozenset[int]:
        """Offsets at which a word begins or ends."""
        return frozenset({0, len(self.text)} | {t.start for t in self.tokens})

    @cached_property
    def units(self) -> tuple[Span, ...]:
        """The runs of words that are known as one: phrases, and what a tutor would have recalled whole."""
        found = []
        for first, token in enumerate(self.tokens):
            for last in self.tokens[first : first + MOST_WORDS]:
                if not last.text[0].isalnum() or last.end - token.start > LONGEST_UNIT:
                    break
                word = self.words.get(self.text[token.start : last.end])
                if word.phrase or word.grade in GRADES_OF_UNITS:
                    found.append(Span(token.start, last.end))
        return tuple(found)
