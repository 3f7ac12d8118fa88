"""Classical grammar and metre: particles; clauses of four to seven characters without modern ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

MODERN: Final = (
    "的",
    "了",
    "是",
    "我",
    "他",
    "你",
    "们",
    "着",
    "过",
    "这",
    "那",
    "就",
    "和",
    "在",
    "把",
    "被",
    "要",
    "会",
    "到",
    "对",
    "等",
    "个",
    "能",
)
"""Characters that modern prose can hardly do without."""
_MODERN: Final = frozenset(MODERN)
_STRONG: Final = frozenset("兮矣焉哉乎曰吾尔汝惟弗勿毋其者也")
_CLASSICAL: Final = frozenset("之其于以而则乃者也矣焉哉乎兮惟必无莫弗勿毋何岂若如所")
_TODAY: Final = re.compile(
    "如[何果此今]|所[以有]|因而|而且|其[中他它实次]|以[及来上下内外后前]|[可所予加]以|[关对由属基位至处]于|无论|必[须要]|之[一间后前]|或者|记者|学者|作者"
)
"""Words of today that hold a classical particle; each counts as a modern character."""
_SHORTEST: Final = 3
_LONGEST: Final = 11


def classical(line: Line) -> Iterator[tuple[str, float]]:
    """The densest classical clause, even pairs of unmodern clauses, verse of five and seven."""
    clauses = [c for c in line.clauses if len(c) >= _SHORTEST]
    if not clauses:
        return
    clauses = [_TODAY.sub("的", c) for c in clauses]
    plain = [_MODERN.isdisjoint(c) for c in clauses]
    dense = [
        sum(map(_CLASSICAL.__contains__, c)) / len(c) if ok and len(c) <= _LONGEST else 0.0
        for c, ok in zip(clauses, plain, strict=True)
    ]
    dense.sort(reverse=True)
    yield "classical.dense", min(dense[0], 0.5) * 2
    yield "classical.dense-twice", min(dense[1], 0.5) * 2 if len(dense) > 1 else 0.0
    strong = sum(sum(map(_STRONG.__contains__, c)) for c, ok in zip(clauses, plain, strict=True) if ok)
    yield "classical.particles", min(strong, 3) / 2
    even = [
        (a, b)
        for (a, b), (x, y) in zip(pairwise(clauses), pairwise(plain), strict=True)
        if x and y and len(a) == len(b) <= _LONGEST
    ]
    yield "classical.even", float(bool(even))
    for size in (4, 5, 6, 7):
        yield f"classical.verse-{size}", float(any(len(a) == size for a, _ in even))
    yield "classical.lone-7", float(any(len(c) == 7 and ok for c, ok in zip(clauses, plain, strict=True)))
    yield "classical.lone-5", float(any(len(c) == 5 and ok for c, ok in zip(clauses, plain, strict=True)))
    yield (
        "classical.couplet",
        max((sum(x == y for x, y in zip(a, b, strict=True)) / len(a) for a, b in even), default=0.0),
    )
    yield "classical.share", sum(plain) / len(plain)
    modern = sum(map(_MODERN.__contains__, line.text)) / len(line.text)
    yield "classical.modern", min(modern, 0.2) * 5
    yield "classical.no-modern", float(modern == 0)
