"""Which answer bore which cloze number when jinju last wrote an item: kept at the end of its `written`.

So `written: xckk4a.4lfmrj.areo6d.22 1@3+2=基层 2@9+2=民情`: the clip had 22 characters, blank 1 began after
three of them and was two long. In Anki a number is a card with its history, which must not pass to another.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from jinju.model.article import Span
from jinju.model.cloze import Cloze, ClozeError, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.item import Item

_PARTS = 3
_LONGEST = 12
"""As much of an answer is kept."""
_ALIKE = 0.5
_BLANK = re.compile(r"(\d{1,3})@(\d{1,7})\+(\d{1,7})=(\w*)")
_NO_WORD = re.compile(r"[\W_]+")


class Told(NamedTuple):
    """One blank as it was: its place in a clip of `length` characters, and how its answer begins."""

    span: Span
    length: int
    answer: str


def told(item: Item, digests: str) -> str:
    """`digests` with the item's blanks behind them, where there are any."""
    try:
        cloze = parse(item.text)
    except ClozeError:
        return digests
    if not cloze.marks or digests.count(".") != _PARTS - 1:
        return digests
    marks = (f"{m.number}@{m.span.start}+{len(m.span)}={_key(m.span.of(cloze.plain))}" for m in cloze.marks)
    return f"{digests}.{len(cloze.plain)} {' '.join(marks)}"


def blanks_told(written: str) -> dict[int, tuple[Told, ...]]:
    """The blanks by their numbers; none where `written` does not say."""
    parts = written.split(".")
    length, *blanks = parts[_PARTS].split(" ") if len(parts) == _PARTS + 1 else [""]
    found: dict[int, tuple[Told, ...]] = {}
    for match in map(_BLANK.fullmatch, blanks):
        if match is None or not re.fullmatch(r"[0-9]{1,7}", length):
            return {}
        number, start = int(match[1]), int(match[2])
        blank = Told(Span(start, start + int(match[3])), int(length), match[4])
        found[number] = (*found.get(number, ()), blank)
    return found


def usurped(cloze: Cloze, written: str) -> tuple[int, ...]:
    """The numbers that a person's edit gave to another blank, ascending.

    A blank is the same where its answer is; where it still covers part of its old place, counted from
    either end of the clip or from a blank that is as it was; or where its answer is much the same, is no
    other blank's, and was not left behind in the text.
    """
    before = blanks_told(written)
    shifts = _shifts(cloze, before)
    found = []
    for number in cloze.numbers:
        if number not in before:
            continue
        others = {t.answer for n, told in before.items() if n != number for t in told}
        marks = [m.span for m in cloze.marks if m.number == number]
        if not any(_same(span, cloze.plain, was, others, shifts) for span in marks for was in before[number]):
            found.append(number)
    return tuple(found)


def _shifts(cloze: Cloze, before: Mapping[int, tuple[Told, ...]]) -> set[int]:
    """How far the text may have moved: not, by what the clip grew, or as a blank that is as it was."""
    shifts = {0} | {len(cloze.plain) - t.length for blanks in before.values() for t in blanks}
    for mark in cloze.marks:
        was = before.get(mark.number, ())
        if len(was) == 1 and was[0].answer == _key(mark.span.of(cloze.plain)):
            shifts.add(mark.span.start - was[0].span.start)
    return shifts


def _same(span: Span, plain: str, was: Told, others: set[str], shifts: set[int]) -> bool:
    answer = _key(span.of(plain))
    if answer == was.answer:
        return True
    if any(was.span.start + s < span.end and span.start < was.span.end + s for s in shifts):
        return True
    if answer in others:
        return False
    if was.answer in answer or (len(answer) < _LONGEST and answer and answer in was.answer):
        return True
    left_behind = bool(was.answer) and was.answer in _NO_WORD.sub("", plain)
    return not left_behind and SequenceMatcher(None, answer, was.answer).ratio() >= _ALIKE


def _key(answer: str) -> str:
    return _NO_WORD.sub("", answer)[:_LONGEST]
