"""Possible blanks of a clip, and the cards they would make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.article import Span
    from jinju.model.item import BlankKind
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Parallel, Phrase, Quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """One span of the clip that could be hidden; `span` is into the clip's text.

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


Card = tuple[Candidate, ...]
"""Blanks that are hidden together, in reading order: one cloze number."""


@dataclass(frozen=True, slots=True)
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
    pool: tuple[tuple[float, Card], ...] = ()
    """The cards that it could have, each with its value, the best first."""

    @property
    def edges(self) -> frozenset[int]:
        """Offsets at which a word begins or ends."""
        return frozenset({0, len(self.text)} | {t.start for t in self.tokens})
