"""Where the sentence stands, and whether it is a sentence at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line


def place(line: Line) -> Iterator[tuple[str, float]]:
    """Opening, closing, and lines without a stop, which are headings or by-lines."""
    yield "place.opening", float(line.first)
    yield "place.closing", float(line.last)
    yield "place.late", line.position
    yield "place.no-stop", float(line.text.rstrip(' 　”’"）)')[-1:] not in tuple("。！？!?；;…：:.，,"))
