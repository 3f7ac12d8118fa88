"""The frame that the branches of a parallelism repeat, and the slots in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION, STRONG, TIGHT, align
from jinju.extract.clauses import bare
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

LONGEST: Final = 70
"""Only so many characters of a branch are aligned one by one."""
_PUNCTUATION: Final = frozenset("，、；：。！？“”‘’《》（）,;:!?—… ")
_HINGE: Final = frozenset("的之于所以而不没是为")
_SLOT: Final = 10
_SEPARATORS: Final = frozenset("，；：。！？,;:!?\n")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all branches share: `blocks` are runs of common characters as places in the first branch.

    `gaps[g][b]` is what branch b holds at gap g, perhaps an empty span; gap 0 stands before the first block.
    """

    branches: tuple[Span, ...]
    blocks: tuple[str, ...]
    gaps: tuple[tuple[Span, ...], ...]

    @property
    def shared(self) -> str:
        """The characters of the frame, in order."""
        return "".join(self.blocks)


def frame_of(text: str, branches: Sequence[Span], boundaries: Container[int] | None) -> Frame:
    """Align the branches with the first; `boundaries` are the offsets where tokens begin or end."""
    strings = [text[b.start : min(b.end, b.start + LONGEST)] for b in branches]
    maps = [dict(align(strings[0], other)) for other in strings[1:]]
    common = sorted(
        i
        for i in reduce(lambda a, b: a & b, (set(m) for m in maps), set(maps[0]))
        if strings[0][i] not in _PUNCTUATION
    )
    places = [[branches[0].start + i for i in common]]
    places += [
        [branch.start + table[i] for i in common] for branch, table in zip(branches[1:], maps, strict=True)
    ]
    runs = _snapped(text, branches, _runs(places), boundaries)
    if max(map(len, strings)) > TIGHT:
        runs = [run for run in runs if len(run[0]) > 1 or run[0].of(text) in STRONG]
    gaps: list[tuple[Span, ...]] = []
    cursor = [b.start for b in branches]
    for run in runs:
        gaps.append(tuple(Span(c, s.start) for c, s in zip(cursor, run, strict=True)))
        cursor = [s.end for s in run]
    gaps.append(tuple(Span(c, b.end) for c, b in zip(cursor, branches, strict=True)))
    return Frame(tuple(branches), tuple(run[0].of(text) for run in runs), tuple(gaps))


def _runs(places: list[list[int]]) -> list[list[Span]]:
    """Neighbouring pairs joined, where they are neighbours in every branch."""
    runs: list[list[Span]] = []
    for column in zip(*places, strict=True):
        if runs and all(span.end == at for span, at in zip(runs[-1], column, strict=True)):
            runs[-1] = [Span(span.start, span.end + 1) for span in runs[-1]]
        else:
            runs.append([Span(at, at + 1) for at in column])
    return runs


def _snapped(
    text: str, branches: Sequence[Span], runs: list[list[Span]], boundaries: Container[int] | None
) -> list[list[Span]]:
    """The blocks without the characters by which they would cut through a word."""
    kept: list[list[Span]] = []
    for block in runs:
        run = block
        while run and len(run[0]) and not _clean(text, branches, [s.start for s in run], boundaries, run):
            run = [Span(s.start + 1, s.end) for s in run]
        while run and len(run[0]) and not _clean(text, branches, [s.end for s in run], boundaries, run):
            run = [Span(s.start, s.end - 1) for s in run]
        if len(run[0]):
            kept.append(run)
    return kept


def _clean(
    text: str, branches: Sequence[Span], cuts: list[int], boundaries: Container[int] | None, run: list[Span]
) -> bool:
    """Whether half of the branches may be cut there (most, for a lone content character).

    A hinge may stand inside a word.
    """
    inner = text[cuts[0]] if cuts[0] == run[0].start else text[cuts[0] - 1]
    if inner in _HINGE:
        return True
    if boundaries is None:
        lone = len(run[0]) == 1 and run[0].of(text) not in FUNCTION
        ends = [at in (b.start, b.end) for at, b in zip(cuts, branches, strict=True)]
        return all(ends) or not lone
    good = sum(
        at in boundaries or at in (b.start, b.end) or text[at - 1] in _PUNCTUATION or text[at] in _PUNCTUATION
        for at, b in zip(cuts, branches, strict=True)
    )
    alone = len(run[0]) == 1 and inner not in FUNCTION
    return 2 * good > len(branches) if alone else 2 * good >= len(branches)


def quoted_alike(text: str, branches: Sequence[Span]) -> bool:
    """Whether every branch holds the same number of things in quotation marks, at least one."""
    counts = {b.of(text).count("“") for b in branches}
    return len(counts) == 1 and counts != {0}


def slots_of(text: str, frame: Frame) -> tuple[tuple[Span, ...], ...]:
    """For each branch the gaps that a learner fills; a short opening variation stays as the cue."""
    columns: list[tuple[Span, ...]] = []
    cues: list[tuple[Span, ...]] = []
    for place, gap in _parts(text, frame.gaps):
        spans = tuple(_trimmed(text, span) for span in gap)
        if not all(spans) or len({s.of(text) for s in spans}) < len(spans):
            continue
        if any(_unfit(s.of(text)) and not _marked(text, s) for s in spans):
            spans = tuple(quoted(text, s) for s in spans)
            if not all(spans):
                continue
        (cues if place == 0 else columns).append(spans)
    if not columns and (len(frame.shared) > 1 or (cues and min(map(len, cues[0])) > 1)):
        columns = cues
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
        len(slot) > _SLOT
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
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while start < end and text[end - 1] in _PUNCTUATION:
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
    if left < 0 or right < 0 or right - left - 1 > _SLOT or text.count("“", span.start, span.end) != 1:
        return Span(span.start, span.start)
    return Span(left + 1, right)
