"""A blank that is one common word, for which many others would do as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding, Severity
    from jinju.revise.lint.subject import Known, Subject

COMMON: Final = 1000
"""Frequency in jieba's dictionary above which the card builder, too, holds a word to have many equals."""
ENOUGH_HINTS: Final = 2


def check(subject: Subject, known: Known) -> Iterator[Finding]:
    """A warning for a lone common word; only a note where a ladder of hints decides between the equals.

    Slots of a parallelism, quotations and recitations are left alone: there the rest decides.
    """
    if subject.cloze is None:
        return
    for number in subject.cloze.numbers:
        answers = subject.cloze.answers(number)
        if len(answers) != 1 or subject.item.kinds.get(number, "phrase") != "phrase":
            continue
        word = letters(answers[0])
        if not 0 < len(word) <= 3 or known.is_phrase(word) or known.frequency(word) <= COMMON:
            continue
        hinted = len(subject.item.hints.get(number, ())) >= ENOUGH_HINTS
        severity: Severity = "info" if hinted else "warn"
        yield subject.finding("common-word", severity, number=number, answer=word)
