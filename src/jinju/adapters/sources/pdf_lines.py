"""Lines of a page with their place, and which of them belong to the page rather than to the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EDGE = 3
"""How many lines from the top or bottom of a page a header or footer can be."""
_SHARE = 0.3
_NUMBER = re.compile(r"\d+|(?<=第)[一二三四五六七八九十百]+(?=页)")
_FRAME = r"[-—–―·•.\s\[\](（)）【】]*"
_TOTAL = r"(?:\s*[/／,，|共of]+\s*\d{1,4}\s*页?)?"
_PAGE_NUMBER = re.compile(
    rf"{_FRAME}(?:第\s*)?(?:\d{{1,4}}|[ivxlc]{{1,6}})(?:\s*页)?{_TOTAL}{_FRAME}"
    r"|page\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, in points from its lower left corner; it stands on `base` in type of `size`."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All lines in order, without headers and footers that recur from page to page, and page numbers."""
    edges = [_edges(page) for page in pages]
    places = Counter(place for page in edges for place in {_place(line) for line in page})
    needed = max(2, _SHARE * len(pages))
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        running = {id(line) for line in edge if places[_place(line)] >= needed}
        numbers = {id(line) for line in _outermost(page, running) if _PAGE_NUMBER.fullmatch(line.text)}
        kept += [line for line in page if id(line) not in running | numbers]
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: line.base)
    return ordered[:_EDGE] + ordered[max(_EDGE, len(ordered) - _EDGE) :]


def _outermost(page: Sequence[Line], running: set[int]) -> list[Line]:
    """The first and the last line of what is left of a page."""
    rest = sorted((line for line in page if id(line) not in running), key=lambda line: line.base)
    return [rest[0], rest[-1]] if rest else []


def _place(line: Line) -> tuple[str, int]:
    """What a running line has in common on all pages: its words without numbers, and its place."""
    return _NUMBER.sub("#", "".join(line.text.split())), round(line.base / 4)
