"""An answer that can be read elsewhere on the front of its own card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.revise.lint.subject import squashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning where an answer of two or more characters stands open in the clip."""
    if subject.cloze is None:
        return
    for number in subject.cloze.numbers:
        seen = "\n".join(squashed(part) for part in subject.open_text(number).split("\n"))
        for answer in dict.fromkeys(subject.cloze.answers(number)):
            wanted = squashed(answer)
            if len(wanted) > 1 and wanted in seen:
                yield subject.finding("answer-shown", "warn", number=number, answer=answer)
