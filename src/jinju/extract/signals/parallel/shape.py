"""A sentence prepared once for many comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION, masks

if TYPE_CHECKING:
    from collections.abc import Mapping

_EDGES: Final = "“”‘’\"'　 \t（）()《》"
_STOPS: Final = "。！？!?；;…"
_CLAUSE: Final = re.compile(r"[，。、；：！？,;:!?…—\s]+")
_MARKS: Final = re.compile(r"[，、；：？,;:?“《]")
_FRAME: Final = FUNCTION | frozenset("，、；：？“")
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Shape:
    """What the comparisons need: the body without its stop, its frame characters, its clauses."""

    body: str
    table: Mapping[str, int]
    skeleton: str
    skeleton_table: Mapping[str, int]
    marks: str
    clauses: tuple[str, ...]
    pairs: frozenset[str]
    stop: str
    place: int
    paragraph: int
    opens: bool


def shape_of(sentence: str, place: int, paragraph: int, *, opens: bool) -> Shape:
    """The shape of a sentence; `opens` says that it begins its paragraph. Linear in its length."""
    whole = sentence.strip(_EDGES)
    body = whole.rstrip(_STOPS)
    stop = whole[len(body) : len(body) + 1]
    body = body.strip(_EDGES)[:_LONGEST]
    skeleton = "".join(filter(_FRAME.__contains__, body))
    clauses = tuple(c for c in (part.strip(_EDGES) for part in _CLAUSE.split(body)) if c)
    return Shape(
        body,
        masks(body),
        skeleton,
        masks(skeleton),
        "".join(_MARKS.findall(body)),
        clauses,
        frozenset(map(add, body, body[1:])),
        stop,
        place,
        paragraph,
        opens,
    )
