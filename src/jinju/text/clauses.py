"""Clauses of a sentence and what separates them."""

from __future__ import annotations

import re
from typing import Final

from jinju.model.article import Clause, Span

_SEPARATOR: Final = re.compile(
    r"(?:[，；：。！？｡]|[!?]+|…{1,2}|—{1,2}|[,;:](?=\s|$)|\.+(?=[\s”’\"')）]|$))[，；：。！？!?…]*[”’」』）)\"']*\s*"
)


def clauses(text: str, sentence: Span) -> tuple[Clause, ...]:
    """The clauses of `sentence`, in order; a separator holds the closing marks behind it, never 、."""
    found = []
    start = sentence.start
    for m in _SEPARATOR.finditer(text, sentence.start, sentence.end):
        if m.start() > start:
            found.append(Clause(Span(start, m.start()), m[0].rstrip()))
            start = m.end()
        elif found:
            last = found[-1]
            found[-1] = Clause(last.span, text[last.span.end : m.end()].rstrip())
            start = m.end()
    if start < sentence.end:
        found.append(Clause(Span(start, sentence.end), ""))
    return tuple(found)
