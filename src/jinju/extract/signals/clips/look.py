"""A clip with everything around it that its signals look at, worked out once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.extract.worth import ScoredLine
    from jinju.model.article import Span
    from jinju.model.famous import Citation
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Parallel, Phrase


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clip stands: in its sentence, its paragraph, its article. Lengths in letters."""

    before: int
    """Letters of its sentence that stand before it."""
    after: int
    """Letters that stand behind it in the sentence in which it ends."""
    sentences: int
    """How many sentences it reaches into."""
    head: bool
    """It opens its paragraph."""
    tail: bool
    """It ends its paragraph."""
    sole: bool
    """Its paragraph is one sentence."""
    first: bool
    last: bool
    """Its paragraph is the article's first, its last."""
    colon: bool
    """It stands behind a colon."""
    left: str
    right: str
    """The characters beside it."""
    opener: str
    follower: str
    """The first word of its sentence and the word that follows it there, "" at those ends."""


@dataclass(frozen=True, slots=True)
class Look:
    """A clip and what lies in it; `span` is what stands on the card, `window` it before a trim."""

    text: str
    """The clip itself."""
    span: Span
    window: Span
    length: int
    """Letters, punctuation aside."""
    complete: bool
    """It is a whole sentence."""
    place: Place
    worth: ScoredLine
    """What the sentence in which it begins is worth."""
    best: float
    """The worth, 0..1, of the best sentence that it reaches into."""
    groups: Sequence[tuple[float, Parallel]]
    """The parallelisms that lie whole in it, with what each is worth, best first."""
    torn: int
    """How many parallelisms it tears apart."""
    member: bool
    """It is a lone member of a parallelism."""
    phrases: Sequence[Phrase]
    """The phrases in it, best first, none overlapping another."""
    merits: Mapping[str, float]
    ties: Mapping[str, float]
    tokens: Sequence[Token]
    counts: Mapping[str, float]
    """How many words of each sort it has: see `counts`."""
    words: Words
    topics: frozenset[str]
    cited: Sequence[Citation]
    """The famous lines of which it has at least a character."""

    def said(self, phrase: Phrase) -> str:
        """The characters of a phrase that lies in it."""
        at = self.span.start
        return self.text[phrase.span.start - at : phrase.span.end - at]

    @property
    def trimmed(self) -> bool:
        """Whether an opening connective was dropped."""
        return self.span.start > self.window.start


def level(value: float, bounds: Sequence[float]) -> int:
    """How many of the ascending `bounds` the value reaches."""
    return bisect_right(bounds, value)
