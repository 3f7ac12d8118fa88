"""A note with more cards than its sentence can bear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject

MOST: Final = 3
"""The design's study of hand-made decks has one to three cards a note."""


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning above `MOST` cards."""
    if subject.cloze is not None and len(subject.cloze.numbers) > MOST:
        yield subject.finding("many-cards", "warn", count=len(subject.cloze.numbers), most=MOST)
