"""The slots in which the branches of a parallelism differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION, TIGHT
from jinju.extract.clauses import bare
from jinju.extract.frames import PUNCTUATION
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.extract.frames import Frame

_BEFORE: Final = frozenset("也亦又都就才还且而")
_AFTER: Final = frozenset("也亦又")
"""Adverbs that lean on a slot without belonging to it."""
_LONGEST: Final = 10
_SEPARATORS: Final = frozenset("，；：。！？,;:!?\n")


def slots_of(text: str, frame: Frame) -> tuple[tuple[Span, ...], ...]:
    """For each branch the gaps that a learner fills; a short opening variation stays as the cue."""
    columns: list[tuple[Span, ...]] = []
    cues: list[tuple[Span, ...]] = []
    for place, gap in _parts(text, frame.gaps):
        spans = tuple(_trimmed(text, span) for span in gap)
        if not all(spans) or len({s.of(text) for s in spans}) < len(spans):
            continue
        inner = tuple(quoted(text, s) for s in spans)
        if all(inner):
            spans = inner
        elif any(_unfit(s.of(text)) and not _marked(text, s) for s in spans):
            continue
        (cues if place == 0 else columns).append(spans)
    if not columns and (len(frame.shared) > 1 or (cues and min(map(len, cues[0])) > 1)):
        columns = cues
    named = [c for c in columns if all(_marked(text, s) for s in c)]
    if named and min(map(len, frame.branches)) > TIGHT:
        columns = named  # in a long branch what stands in quotation marks is the point
    columns = _best(text, columns)
    return tuple(tuple(column[b] for column in columns) for b in range(len(frame.branches)))


def _parts(text: str, gaps: Sequence[tuple[Span, ...]]) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """The gaps with their places; one that spans as many clauses in every branch falls into its clauses."""
    for place, gap in enumerate(gaps):
        pieces = [_pieces(text, span) for span in gap]
        if len({len(p) for p in pieces}) == 1 and len(pieces[0]) > 1:
            for column in zip(*pieces, strict=True):
                yield place, column
        else:
            yield place, gap


def _pieces(text: str, span: Span) -> list[Span]:
    cuts = [i for i in range(span.start, span.end) if text[i] in _SEPARATORS]
    starts, ends = [span.start, *(c + 1 for c in cuts)], [*cuts, span.end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if b > a]


def _marked(text: str, slot: Span) -> bool:
    return text[slot.start - 1 : slot.start] == "“" and text[slot.end : slot.end + 1] == "”"


def _unfit(slot: str) -> bool:
    """Too long to ask for, without content, or more than one clause."""
    return (
        len(slot) > _LONGEST
        or all(c in FUNCTION for c in slot)
        or any(c in slot for c in _SEPARATORS)
        or slot[0] in "的了着"
    )


def _best(text: str, columns: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """At most two columns: quoted ones first, then those of even and handy length, then later ones."""
    if len(columns) <= 2:
        return columns

    def worth(place: int) -> tuple[int, float, int]:
        spans = columns[place]
        quoted = all(text[s.start - 1 : s.start] == "“" for s in spans)
        sizes = [len(s) for s in spans]
        handy = sum(2 <= n <= 8 for n in sizes) / len(sizes) + min(sizes) / max(sizes)
        return (quoted, round(handy, 3), place)

    chosen = sorted(range(len(columns)), key=worth, reverse=True)[:2]
    return [columns[i] for i in sorted(chosen)]


def _trimmed(text: str, span: Span) -> Span:
    """The span without punctuation and quotation marks at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in PUNCTUATION:
        start += 1
    while start < end and text[end - 1] in PUNCTUATION:
        end -= 1
    while start < end - 1 and text[start] in _BEFORE:
        start += 1
    while start < end - 1 and text[end - 1] in _AFTER:
        end -= 1
    whole = text[start:end]
    if whole.count("“") != whole.count("”"):  # “下”到哪里 keeps its opening mark
        if text[start - 1 : start] == "“" and start - 1 >= span.start:
            start -= 1
        elif text[end : end + 1] == "”" and end + 1 <= span.end:
            end += 1
        else:
            return bare(text, Span(start, end))
    return Span(start, end)


def quoted(text: str, span: Span) -> Span:
    """What stands in quotation marks within a span too long to ask for, if it is one handy thing."""
    left = text.find("“", span.start, span.end)
    right = text.find("”", left, span.end)
    if left < 0 or right < 0 or right - left - 1 > _LONGEST or text.count("“", span.start, span.end) != 1:
        return Span(span.start, span.start)
    return Span(left + 1, right)
