"""Pairs that a hinge announces: 既…又…, 不是…而是…, 从“…”到“…”, 不仅…更…."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from jinju.extract.clauses import bare
from jinju.extract.slots import quoted
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

Found = tuple[str, float, tuple[Span, Span], tuple[tuple[Span, ...], ...]]
"""Kind, score, two branches, their slots."""

_HINGES: Final = (
    ("antithesis", 0.75, "不是|并非|绝非", "而是"),
    ("antithesis", 0.75, "不在于", "而在于"),
    ("antithesis", 0.7, "与其", "不如|毋宁"),
    ("hinge", 0.72, "既要", "又要|也要|更要"),
    ("hinge", 0.72, "既是", "也是|又是|更是"),
    ("hinge", 0.72, "既有", "也有|又有|更有"),
    ("hinge", 0.68, "既", "又|也|更"),
    ("hinge", 0.68, "不仅是|不仅仅是|不只是", "更是|也是|还是"),
    ("hinge", 0.66, "不仅要|不但要", "更要|还要|也要"),
    ("hinge", 0.6, "有的", "有的"),
    ("hinge", 0.7, "一手抓", "一手抓"),
    ("hinge", 0.66, "少些|少一些|少一点", "多些|多一些|多一点"),
    ("hinge", 0.66, "多些|多一些|多一点|多一份", "少些|少一些|少一点|少一份"),
)
_HANDY: Final = 12
_FROM_TO: Final = re.compile(
    r"从[“‘](?P<a>[^”’]{2,12})[”’]\s*(?:[，,、]?再?)(?:到|走?向|变为|转为)[“‘](?P<b>[^”’]{2,12})[”’]"
    r"|由[“‘](?P<c>[^”’]{2,12})[”’](?:到|走?向|变为?|转为?)[“‘](?P<d>[^”’]{2,12})[”’]"
)


def hinged(text: str, sentences: Sequence[Span], boundaries: Container[int] | None) -> Iterator[Found]:
    """Every pair of branches that a hinge announces, with what follows each hinge as its slot."""
    patterns = [
        (kind, score, _pattern(first, second))
        for kind, score, first, second in _HINGES
        if _has_one(text, first) and _has_one(text, second)
    ]
    for sentence in sentences:
        for match in _FROM_TO.finditer(text, sentence.start, sentence.end):
            first = "a" if match["a"] else "c"
            second = "b" if match["b"] else "d"
            a, b = Span(*match.span(first)), Span(*match.span(second))
            yield (
                "from-to",
                0.72,
                (Span(match.start(), a.end + 1), Span(a.end + 1, match.end())),
                ((a,), (b,)),
            )
        for kind, score, pattern in patterns:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                a, b = bare(text, Span(*match.span("a"))), bare(text, Span(*match.span("b")))
                if not a or not b or max(len(a), len(b)) > 3 * min(len(a), len(b)):
                    continue
                second_branch = bare(text, Span(match.end("a") + 1, match.end()))
                if second_branch.contains(b):
                    yield (
                        kind,
                        score,
                        (Span(match.start(), a.end), second_branch),
                        _handy(text, a, b, boundaries),
                    )


def _has_one(text: str, words: str) -> bool:
    return any(word in text for word in words.split("|"))


@cache
def _pattern(first: str, second: str) -> re.Pattern[str]:
    """Compiled for the first text that has both: all thirteen would take 8 ms."""
    return re.compile(
        f"(?:{first})(?P<a>[^。！？；;\n]{{2,24}}?)[，,；;](?:而|且)?(?:{second})(?P<b>[^，,。！？；;\n]{{2,24}})"
    )


def _handy(text: str, a: Span, b: Span, boundaries: Container[int] | None) -> tuple[tuple[Span, ...], ...]:
    """All that follows the hinges where it is short, else what is quoted in it, else nothing."""
    same = 0
    for size in range(1, min(len(a), len(b)) - 1):
        if text[a.start : a.start + size] != text[b.start : b.start + size]:
            break
        if boundaries is None or (a.start + size in boundaries and b.start + size in boundaries):
            same = size
    a, b = Span(a.start + same, a.end), Span(b.start + same, b.end)
    if max(len(a), len(b)) <= _HANDY:
        return (a,), (b,)
    first, second = quoted(text, a), quoted(text, b)
    return ((first,), (second,)) if first and second else ((), ())
