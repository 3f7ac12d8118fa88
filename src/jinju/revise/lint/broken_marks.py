"""A cloze mark that Anki would not read, and a note without any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.revise.lint.subject import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject


_SIGN = re.compile(r"\\[{}:\\]|\{\{c\d+::|\{\{|\}\}")


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """An error for marks that are unclosed, empty or out of range, for stray braces, and for no mark."""
    text = subject.item.text
    if subject.error is not None:
        yield subject.finding("broken-cloze", "error", near=shortened(text[subject.error.at :]))
        return
    stray = _stray(text)
    if stray:
        yield subject.finding("broken-cloze", "error", near=stray)
        return
    if subject.cloze is not None and not subject.cloze.marks:
        yield subject.finding("no-blank", "error")


def _stray(text: str) -> str:
    """The first pair of braces that belongs to no mark and has no backslash; "" where there is none."""
    depth = 0
    for sign in _SIGN.finditer(text):
        if sign[0].endswith("::"):
            depth += 1
        elif sign[0] == "}}" and depth:
            depth -= 1
        elif not sign[0].startswith("\\"):
            return shortened(text[sign.start() :])
    return ""
