"""Blanks of famous lines: what a tutor hides of a line that many essays cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Card, Clip

VALUE = 1.3
"""More than any other kind thinks of a span: what is known of the line decides the hint."""


def famous_blanks(clip: Clip) -> Iterator[Card]:
    """Each part that is hidden of a famous line; `partner` is its source, "" where it has none."""
    for citation in clip.citations:
        source = citation.line.source if citation.line.sort == "classic" else ""
        for span in citation.hidden:
            yield (Candidate(span, "quote", VALUE, "famous", partner=source),)
