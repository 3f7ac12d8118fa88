"""Catch-words in quotation marks: “最后一公里”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.extract.line import Unit
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.line import Line
    from jinju.model.lexicon import Words

_QUOTED = re.compile(r"[“‘]([^“”‘’，。；：！？]{1,10})[”’]")


def quoted(line: Line, _words: Words) -> Iterator[Unit]:
    """The words inside a pair of quotation marks, the marks left out."""
    for match in _QUOTED.finditer(line.text):
        length = len(match[1])
        if length > 1:
            yield Unit(Span(match.start(1), match.end(1)), "quoted", 0.9 if length > 2 else 0.6)
