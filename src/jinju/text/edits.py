"""Edits, and the composition that keeps every character's way back to the decoded text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.model.article import Repair, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

WHOLE = frozenset({"title", "boilerplate", "layout"})
"""Kinds that take a stretch away as a whole: what was mended inside it no longer matters."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start..end` of the text that a step was given by `replacement`."""

    start: int
    end: int
    replacement: str
    kind: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """Where the draft differs: `start..end` there was `source..source_end` in the original."""

    start: int
    end: int
    source: int
    source_end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way from decoded to clean; `changes` lie in order and apart."""

    original: str
    text: str
    changes: tuple[Change, ...] = ()

    @classmethod
    def of(cls, text: str) -> Draft:
        """The untouched text."""
        return cls(text, text)

    def apply(self, edits: Iterable[Edit]) -> Draft:
        """The draft after `edits`, linear in changes and edits; of overlapping edits the first wins.

        An edit that reaches into an earlier change becomes one change with it, with the lower confidence.
        """
        chosen = _apart(edits)
        return self if not chosen else _compose(self, chosen)

    def repairs(self) -> tuple[Repair, ...]:
        """What was changed, in order, with exact spans on both sides."""
        return tuple(
            Repair(
                Span(c.source, c.source_end),
                Span(c.start, c.end),
                self.original[c.source : c.source_end],
                self.text[c.start : c.end],
                c.kind,
                c.confidence,
            )
            for c in self.changes
        )


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    return chosen


def _compose(draft: Draft, edits: list[Edit]) -> Draft:
    parts: list[str] = []
    changes: list[Change] = []
    at = length = 0  # how far the old text is copied; how long the new one is
    offset = 0  # from old text to original, behind the last old change
    for cluster in _clusters(draft.changes, edits):
        start, end = cluster[0].start, max(part.end for part in cluster)
        parts.append(draft.text[at:start])
        length += start - at
        first = cluster[0]
        source = first.source if isinstance(first, Change) else start + offset
        old = [part for part in cluster if isinstance(part, Change)]
        new = [part for part in cluster if isinstance(part, Edit)]
        if old:
            offset = old[-1].source_end - old[-1].end
        text, cursor = "", start
        for edit in new:
            text += draft.text[cursor : edit.start] + edit.replacement
            cursor = edit.end
        text += draft.text[cursor:end]
        parts.append(text)
        kind, confidence = _verdict(old, new)
        changes.append(Change(length, length + len(text), source, end + offset, kind, confidence))
        length += len(text)
        at = end
    parts.append(draft.text[at:])
    return Draft(draft.original, "".join(parts), tuple(changes))


def _clusters(changes: tuple[Change, ...], edits: list[Edit]) -> Iterable[list[Change | Edit]]:
    """Changes and edits in order; those that overlap stand together."""
    cluster: list[Change | Edit] = []
    end = 0
    parts: list[Change | Edit] = [*changes, *edits]
    for part in sorted(parts, key=lambda p: (p.start, p.end)):
        if cluster and part.start >= end:
            yield cluster
            cluster = []
        end = max(end, part.end) if cluster else part.end
        cluster.append(part)
    if cluster:
        yield cluster


def _verdict(old: list[Change], new: list[Edit]) -> tuple[str, float]:
    if any(edit.kind in WHOLE for edit in new):
        return new[0].kind, min(edit.confidence for edit in new)
    parts: list[Change | Edit] = [*old, *new]
    kinds = dict.fromkeys(kind for part in parts for kind in part.kind.split("+"))
    return "+".join(kinds), min(part.confidence for part in parts)
