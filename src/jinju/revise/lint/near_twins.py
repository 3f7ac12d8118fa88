"""Sentences that differ by little, found through an index of their three-character runs."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import letters, shortened, squashed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject

ALIKE: Final = 0.7
"""Share of the runs of both that they have in common (Jaccard): one word changed in a sentence of 30."""
_RUN: Final = 3
_LISTED: Final = 24
"""Sentences that the index keeps for one run; it bounds the work where thousands are alike."""


def check(found: Sequence[Subject], _known: Known) -> Iterator[Finding]:
    """A warning for a sentence much like an earlier one; recitations are compared with recitations.

    Two sets that share 70 % of their runs share one among the rarest 30 %, so only those are looked up.
    """
    for recited in (False, True):
        mine = [s for s in found if s.recited == recited and s.plain]
        for subject, other in _pairs(mine):
            yield subject.finding(
                "near-duplicate",
                "warn",
                other=other.item.id,
                other_deck=other.deck,
                text=shortened(other.plain),
            )


def _pairs(found: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    bare = [letters(squashed(s.plain)).casefold() for s in found]
    runs = [{t[i : i + _RUN] for i in range(len(t) - _RUN + 1)} for t in bare]
    common = Counter(run for own in runs for run in own)
    index: dict[str, list[int]] = {}
    seen: set[str] = set()
    for place, own in enumerate(runs):
        if not own or bare[place] in seen:
            continue
        seen.add(bare[place])
        rare = sorted(own, key=lambda run: (common[run], run))[: len(own) - ceil(ALIKE * len(own)) + 1]
        best, likest = -1, ALIKE
        for other in sorted({n for run in rare for n in index.get(run, ())}):
            shared = len(own & runs[other])
            alike = shared / (len(own) + len(runs[other]) - shared)
            if alike >= likest and (best < 0 or alike > likest):
                best, likest = other, alike
        if best >= 0:
            yield found[place], found[best]
        for run in rare:
            listed = index.setdefault(run, [])
            if len(listed) < _LISTED:
                listed.append(place)
