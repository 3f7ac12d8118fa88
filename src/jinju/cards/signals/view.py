"""A clip laid out for the signals of its blanks: what could be hidden, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jinju.cards.gates import letters
from jinju.cards.strength import strength
from jinju.model.article import Span
from jinju.model.lexicon import Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Candidate, Clip
    from jinju.model.picks import Parallel, Phrase

_PIECE = re.compile(r"[^，。；：！？“”、（）《》…—\s]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A varying part of a parallelism: `place` counts from 0 among `size` members."""

    place: int
    size: int
    group: Parallel


@dataclass(frozen=True)
class View:
    """A clip with what could be hidden in it; `tokens` are cut where a proposal begins or ends."""

    clip: Clip
    article: str
    """The whole article's text."""
    tokens: Sequence[Token]
    slots: Mapping[Span, Slot]
    phrases: Mapping[Span, Phrase]
    proposed: Mapping[Span, Sequence[Candidate]]
    """What the kinds of blanks propose."""

    @cached_property
    def size(self) -> int:
        """The clip's letters."""
        return len(letters(self.clip.text))

    @cached_property
    def units(self) -> list[tuple[float, Span]]:
        """The phrases and what the kinds propose, with their strength, the strongest first."""
        spans = {*self.phrases, *self.proposed}
        return sorted(((strength(s, self.clip), s) for s in spans), key=lambda u: (-u[0], u[1]))

    @cached_property
    def pieces(self) -> list[Span]:
        """What stands between marks of any kind."""
        return pieces_of(self.clip.text)

    @cached_property
    def starts(self) -> Mapping[int, int]:
        """Where each token begins -> its index."""
        return {t.start: i for i, t in enumerate(self.tokens)}

    @cached_property
    def stops(self) -> Mapping[int, int]:
        """Where each token ends -> the index behind it."""
        return {t.end: i + 1 for i, t in enumerate(self.tokens)}


@dataclass(frozen=True)
class Hidden:
    """One span that could be hidden: the tokens `first` to `stop` of the view."""

    view: View
    span: Span
    first: int
    stop: int

    @cached_property
    def answer(self) -> str:
        """What would be hidden."""
        return self.span.of(self.view.clip.text)

    @cached_property
    def bare(self) -> str:
        """Its letters."""
        return letters(self.answer)

    @cached_property
    def strength(self) -> float:
        """How much flatter one would write it from memory."""
        return strength(self.span, self.view.clip)

    @property
    def run(self) -> Sequence[Token]:
        """Its words."""
        return self.view.tokens[self.first : self.stop]


def pieces_of(text: str) -> list[Span]:
    """What stands between marks of any kind."""
    return [Span(*m.span()) for m in _PIECE.finditer(text)]


def cut_at(clip: Clip, edges: AbstractSet[int]) -> list[Token]:
    """The clip's words, those cut in which one of `edges` lies."""
    found: list[Token] = []
    for token in clip.tokens:
        inner = [e for e in range(token.start + 1, token.end) if e in edges]
        if not inner:
            found.append(token)
            continue
        at = token.start
        for end in (*inner, token.end):
            part = token.text[at - token.start : end - token.start]
            entry = clip.words.get(part)
            found.append(Token(part, at, entry.tag or token.tag, entry.frequency))
            at = end
    return found
