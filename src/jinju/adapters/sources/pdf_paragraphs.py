"""Printed lines to the paragraphs they were set from, by where they begin and end on the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from jinju.adapters.sources.pdf_lines import Line, without_running_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT = 0.8
_SIZE = 1.15
_TITLE = 1.25
_GAP = 1.5
_LETTER = 0.55
"""Width of a Latin letter in its height."""
_CJK_UNIT = 2.2
"""Characters that a full Chinese line may lack at its right, for no line begins with punctuation."""
_TITLE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> tuple[str, list[str]]:
    """The title, where a line in larger type stands at the beginning, and the paragraphs."""
    lines = without_running_lines(pages)
    if not lines:
        return "", []
    size = _usual_size(lines)
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    two = _two_columns(lines, middle)
    columns = _columns(lines, size, middle, two=two)
    pitch = _pitch(lines, size)
    groups = [[lines[0]]]
    for above, below in pairwise(lines):
        column = columns[two and above.left >= middle], columns[two and below.left >= middle]
        if _begins(above, below, column, size, pitch):
            groups.append([below])
        else:
            groups[-1].append(below)
    title = ""
    for at, group in enumerate(groups[:_TITLE_WITHIN]):
        if group[0].size > _TITLE * size and group[0].page == lines[0].page:
            title = _joined(groups.pop(at))
            break
    return title, [_joined(group) for group in groups]


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) or 1.0


def _two_columns(lines: Sequence[Line], middle: float) -> bool:
    """Whether hardly a line crosses the middle, and both sides hold a good part of the text."""
    crossing = sum(line.left < middle - line.size and line.right > middle + line.size for line in lines)
    right = sum(line.left >= middle for line in lines)
    return crossing < 0.1 * len(lines) and 0.25 * len(lines) < right < 0.75 * len(lines)


def _columns(lines: Sequence[Line], size: float, middle: float, *, two: bool) -> list[_Column]:
    body = [line for line in lines if size / _SIZE < line.size < size * _SIZE] or list(lines)
    halves = (
        [[line for line in body if (line.left >= middle) == side] for side in (False, True)]
        if two
        else [body]
    )
    return [_column(half or body) for half in halves]


def _column(lines: Sequence[Line]) -> _Column:
    """The left edge that most lines share (indents are fewer), and the right one that the fullest reach."""
    lefts = Counter(round(line.left) for line in lines)
    left = min(lefts, key=lambda place: (-lefts[place], place))
    rights = sorted(line.right for line in lines)
    return _Column(left, rights[int(0.95 * (len(rights) - 1) + 0.5)])


def _pitch(lines: Sequence[Line], size: float) -> float:
    steps = [a.base - b.base for a, b in pairwise(lines) if a.page == b.page and a.base > b.base]
    return median(steps) if steps else 2 * size


def _begins(above: Line, below: Line, column: tuple[_Column, _Column], size: float, pitch: float) -> bool:
    """Whether `below` begins a paragraph."""
    if not 1 / _SIZE < above.size / max(below.size, 0.1) < _SIZE:
        return True
    large = below.size > _TITLE * size
    if below.left > column[1].left + _INDENT * size and not large:
        return True
    step = above.base - below.base
    if above.page == below.page and column[0] == column[1] and step > _GAP * pitch:
        return True
    first = below.text.partition(" ")[0]
    unit = len(first) * _LETTER + _LETTER if first[:1].isascii() and first[:1].isalnum() else _CJK_UNIT
    return above.right + unit * below.size < column[0].right


def _joined(lines: Sequence[Line]) -> str:
    text = ""
    for line in lines:
        if text.endswith("\xad") or (
            text.endswith("-") and text[-2:-1].isalpha() and text[-2:-1].isascii() and line.text[:1].islower()
        ):
            text = text[:-1] + line.text
        elif text and _latin(text[-1]) and _latin(line.text[:1]):
            text += " " + line.text
        else:
            text += line.text
    return text.replace("\xad", "-" if text.endswith("\xad") else "")


def _latin(character: str) -> bool:
    return character.isascii() or "\xc0" <= character <= "\u024f"
