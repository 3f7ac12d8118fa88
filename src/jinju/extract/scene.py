"""What lies where in an article: phrases, parallelisms, lone members of such, words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from operator import attrgetter, sub
from typing import TYPE_CHECKING

from jinju.extract.merits import strength
from jinju.extract.names import is_name
from jinju.extract.signals.clips.counts import SORTS, prefix_counts
from jinju.extract.slips import slips
from jinju.extract.tones import ArticleTones
from jinju.model.tones import Tones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.members import Member
    from jinju.model.article import Span
    from jinju.model.famous import Citation
    from jinju.model.lexicon import Token, Words
    from jinju.model.picks import Parallel, Phrase


_by_score = attrgetter("score")


class Scene:
    """What lies where in the article: phrases, parallelisms, lone members of such, words."""

    REACH = 4
    """A few parallelisms may overlap, so a look reaches a little further back."""

    def __init__(
        self,
        text: str,
        *,
        phrases: Sequence[Phrase],
        parallels: Sequence[Parallel],
        members: Sequence[Member],
        tokens: Sequence[Token],
        words: Words,
        topics: frozenset[str],
        cited: Sequence[Citation] = (),
        tones: Tones | None = None,
    ) -> None:
        self.text, self.words, self.topics = text, words, topics
        self._tokens, self._token_starts = tokens, [t.start for t in tokens]
        self._counts = prefix_counts(tokens, words, topics)
        self._phrases, self._members = phrases, members
        self._groups = sorted(parallels, key=lambda g: (g.branches[0].start, g.branches[-1].end))
        said = Counter(b.of(text) for g in self._groups for b in g.branches)
        refrains = frozenset(branch for branch, times in said.items() if times > 1)
        self._strengths = {id(g): strength(text, g, refrains) for g in self._groups}
        self._group_starts = [g.branches[0].start for g in self._groups]
        self._phrase_starts = [p.span.start for p in phrases]
        self._member_starts = [m.span.start for m in members]
        self._names = [t.start for t in tokens if is_name(t, words)]
        self._slips = [*slips(tokens, words)]
        self._cited, self._cited_ends = cited, [c.span.end for c in cited]
        self.tones = ArticleTones(tokens, tones or Tones(), words.total)
        self._letters = [0, *accumulate(map(str.isalnum, text))]

    def letters(self, start: int, end: int) -> int:
        """How many characters between the two places are no punctuation or space."""
        return self._letters[end] - self._letters[start]

    def groups(self, window: Span) -> list[Parallel]:
        """The parallelisms that share at least one character with `window`."""
        first = max(0, bisect_left(self._group_starts, window.start) - self.REACH)
        groups = self._groups[first : bisect_left(self._group_starts, window.end)]
        return [g for g in groups if g.branches[-1].end > window.start]

    def tokens(self, window: Span) -> Sequence[Token]:
        """The words that begin in it."""
        return self._tokens[
            bisect_left(self._token_starts, window.start) : bisect_left(self._token_starts, window.end)
        ]

    def counts(self, window: Span) -> dict[str, float]:
        """How many words of each sort begin in it: see `prefix_counts`."""
        first = self._counts[bisect_left(self._token_starts, window.start)]
        last = self._counts[bisect_left(self._token_starts, window.end)]
        return dict(zip(SORTS, map(sub, last, first), strict=True))

    def word_at(self, start: int) -> str:
        """The word that begins at `start`, or the one in which it lies; "" at the text's end."""
        index = bisect_right(self._token_starts, start) - 1
        return self._tokens[index].text if index >= 0 and start < self._tokens[index].end else ""

    def strength(self, group: Parallel) -> float:
        """What one of its parallelisms is worth by itself."""
        return self._strengths[id(group)]

    def phrases(self, window: Span) -> list[Phrase]:
        """The phrases within it, best first."""
        near = self._phrases[
            bisect_left(self._phrase_starts, window.start) : bisect_left(self._phrase_starts, window.end)
        ]
        end = window.end
        return sorted([p for p in near if p.span.end <= end], key=_by_score, reverse=True)

    def is_member(self, window: Span) -> bool:
        """Whether the window is a lone member of a parallelism, roughly."""
        near = self._members[
            bisect_left(self._member_starts, window.start) : bisect_left(self._member_starts, window.end)
        ]
        return any(m.span.start - window.start <= 4 and -2 <= window.end - m.span.end <= 8 for m in near)

    def cited(self, window: Span) -> Sequence[Citation]:
        """The famous lines that share a character with it; they overlap none of each other."""
        first = bisect_right(self._cited_ends, window.start)
        last = first
        while last < len(self._cited) and self._cited[last].span.start < window.end:
            last += 1
        return self._cited[first:last]

    def names(self, window: Span) -> int:
        """How many people are named in it."""
        return bisect_left(self._names, window.end) - bisect_left(self._names, window.start)

    def slips(self, window: Span) -> int:
        """How many words in it nobody else writes."""
        return bisect_left(self._slips, window.end) - bisect_left(self._slips, window.start)
