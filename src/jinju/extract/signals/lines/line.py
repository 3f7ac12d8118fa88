"""A sentence within its article, cut up once for all signals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.lexicon import Words

_QUOTE: Final = re.compile(r"[“‘\"「『]([^“”\"」』]{1,80})[”\"」』]")
_CUT: Final = re.compile(r"[，、；：。！？,;:!?…—“”‘’\"（）()《》「」『』\s]+")


def quotations(text: str) -> tuple[str, ...]:
    """What stands in quotation marks, without them."""
    return tuple(_QUOTE.findall(text))


def split_clauses(text: str) -> tuple[str, ...]:
    """What stands between marks of any kind."""
    return tuple(part for part in _CUT.split(text) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: `quoted` is what stands in quotation marks, `clauses` what stands between marks.

    `position` runs from 0 (first) to 1 (last); `parallel` is the sentence's parallelism score,
    `branches` the share of it that the branches of a found parallelism cover, times that one's score.
    """

    text: str
    quoted: tuple[str, ...]
    clauses: tuple[str, ...]
    position: float
    first: bool
    last: bool
    title: str = ""
    parallel: float = 0.0
    branches: float = 0.0
    words: Words | None = None
    tokens: tuple[str, ...] = ()
    sayings: Mapping[str, float] = field(default_factory=dict)


def lines_of(
    sentences: Sequence[str],
    *,
    title: str = "",
    parallel: Sequence[float] | None = None,
    branches: Sequence[float] | None = None,
    words: Words | None = None,
    tokens: Sequence[Sequence[str]] | None = None,
    sayings: Mapping[str, float] | None = None,
) -> list[Line]:
    """The sentences of one article, in order, as lines."""
    end = max(len(sentences) - 1, 1)
    return [
        Line(
            text=s,
            quoted=quotations(s),
            clauses=split_clauses(s),
            position=i / end,
            first=i == 0,
            last=i == len(sentences) - 1,
            title=title,
            parallel=parallel[i] if parallel else 0.0,
            branches=branches[i] if branches else 0.0,
            words=words,
            tokens=tuple(tokens[i]) if tokens else (),
            sayings=sayings or {},
        )
        for i, s in enumerate(sentences)
    ]
