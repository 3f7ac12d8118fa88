"""A cloze mark that Anki would not read, and a note without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.revise.lint.subject import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """An error for marks that are unclosed, empty or out of range, for stray braces, and for no mark."""
    text = subject.item.text
    if subject.error is not None:
        yield subject.finding("broken-cloze", "error", near=shortened(text[subject.error.at :]))
        return
    for stray in ("{{", "}}"):
        if stray in subject.plain:
            yield subject.finding("broken-cloze", "error", near=stray)
            return
    if subject.cloze is not None and not subject.cloze.marks:
        yield subject.finding("no-blank", "error")
