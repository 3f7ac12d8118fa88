"""The blanks of a sentence carried over to what the sentence has become, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark
from jinju.revise.numbers import aligned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NEW_PART = 0.5
"""From more than this share of new characters on, an answer of a new run stands in a new part of the clip."""


def carried(old: Cloze, new: str) -> Cloze:
    """`new` with the marks of `old` that still have their place in it, their numbers kept.

    An answer that stands word for word where the alignment leads stays as it is; so does one that stands
    as often as before elsewhere; else the blank between the same neighbours, if at least half of it is left.
    """
    places = aligned(old.plain, new)
    found: dict[int, Span] = {}
    for find in (_exact, _again, _between):
        for n, mark in enumerate(old.marks):
            span = None if n in found else find(mark.span, old.plain, new, places)
            if span is not None and _fits(
                mark.span, span, [(old.marks[o].span, s) for o, s in found.items()]
            ):
                found[n] = span
    return Cloze(new, _sorted(Mark(old.marks[n].number, span) for n, span in found.items()))


def joined(before: Cloze, kept: Cloze, retired: Iterable[int], new: Cloze) -> Cloze:
    """`kept`, and of the marks of `new` those that stand in a new part of the text or for a lost blank.

    They get numbers never used before. Without any mark left, all of `new` is taken.
    """
    places = set(aligned(before.plain, new.plain).values())
    lost = len({*before.numbers} - {*kept.numbers})
    fresh = [n for n in new.numbers if not _touches(_spans(new, n), kept.marks)]
    in_new = [n for n in fresh if _newness(_spans(new, n), places) > _NEW_PART]
    rest = [n for n in fresh if n not in in_new] if kept.marks else fresh
    room = max(0, lost - len(in_new)) if kept.marks else len(rest)
    taken = sorted([*in_new, *rest[:room]])
    free = max((0, *retired, *before.numbers)) + 1
    marks = [*kept.marks]
    for number, own in enumerate(taken, free):
        marks += [Mark(number, span) for span in _spans(new, own)]
    return Cloze(new.plain, _sorted(marks))


def _exact(span: Span, old: str, new: str, places: Mapping[int, int]) -> Span | None:
    start = places.get(span.start)
    if start is None or new[start : start + len(span)] != span.of(old):
        return None
    return Span(start, start + len(span))


def _again(span: Span, old: str, new: str, _places: Mapping[int, int]) -> Span | None:
    answer = span.of(old)
    before, now = _found(answer, old), _found(answer, new)
    if len(before) != len(now) or span.start not in before:
        return None
    start = now[before.index(span.start)]
    return Span(start, start + len(span))


def _between(span: Span, old: str, new: str, places: Mapping[int, int]) -> Span | None:
    """The stretch between the same neighbours, at least half of it as it was."""
    inside = [places[i] for i in range(span.start, span.end) if i in places]
    if 2 * len(inside) < len(span):
        return None
    start = 0 if span.start == 0 else places.get(span.start - 1, inside[0] - 1) + 1
    end = len(new) if span.end == len(old) else places.get(span.end, inside[-1] + 1)
    if not start <= inside[0] <= inside[-1] < end or end - start > 2 * len(span):
        return None
    return Span(start, end)


def _found(answer: str, text: str) -> list[int]:
    found, at = [], text.find(answer)
    while at >= 0:
        found.append(at)
        at = text.find(answer, at + 1)
    return found


def _fits(was: Span, now: Span, others: Iterable[tuple[Span, Span]]) -> bool:
    """Whether the span can stand beside the others, given as before and now: apart, or nested as before."""
    return all(
        not there.overlaps(now) or (before.overlaps(was) and (there.contains(now) or now.contains(there)))
        for before, there in others
    )


def _sorted(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end)))


def _spans(cloze: Cloze, number: int) -> list[Span]:
    return [m.span for m in cloze.marks if m.number == number]


def _touches(spans: Iterable[Span], marks: Sequence[Mark]) -> bool:
    return any(m.span.overlaps(span) for span in spans for m in marks)


def _newness(spans: Sequence[Span], kept: set[int]) -> float:
    places = [i for span in spans for i in range(span.start, span.end)]
    return sum(i not in kept for i in places) / max(1, len(places))
