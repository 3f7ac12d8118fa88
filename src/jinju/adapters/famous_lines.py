"""The shipped table of lines that essays cite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from jinju.adapters.data import data_file
from jinju.model.article import Span
from jinju.model.famous import FamousLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.famous import Use

FAMOUS_LINES = data_file("famous_lines.tsv")
_MARK = re.compile(r"[\W_]")


def famous_lines() -> Iterator[FamousLine]:
    """Every line of the table, with the braces read that stand round what a tutor hides."""
    for row in FAMOUS_LINES.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            said, source, grade, use = row.split("\t")
            letters, hidden = _MARK.sub("", said), tuple(_hidden(said))
            yield FamousLine(letters, hidden, source.strip("?"), int(grade), cast("Use", use))


def _hidden(said: str) -> Iterator[Span]:
    """Ranges of the line's letters."""
    at = 0
    for part in re.split(r"(\{[^}]*\})", said):
        size = len(_MARK.sub("", part))
        if part.startswith("{"):
            yield Span(at, at + size)
        at += size
