"""Numbered formulae and slogans: 四个意识, 两个维护, 一把手, 三严三实."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_NUMBERED = re.compile(r"[“]([一二两三四五六七八九十]个?\w{1,3}(?:[一二两三四五六七八九十]\w{1,3})?)[”]")


def formula(line: Line, _words: Words) -> Iterator[Unit]:
    """Formulae that count their members, in quotation marks."""
    for match in _NUMBERED.finditer(line.text):
        yield Unit(Span(match.start(1), match.end(1)), "formula", 0.3)
