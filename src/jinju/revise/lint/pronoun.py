"""A clip that begins with a pronoun whose meaning stands in another sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding, Severity
    from jinju.revise.lint.subject import Known, Subject

_DANGLING = re.compile(
    r"[“‘]?(?:(?:为|对|由|据|就)此|这(?!样一来)|那(?!么)|它|他(?!山之石|日|乡|人)|她|此(?!起彼|外|时|刻)|其(?!乐|实|中|他|余|次))"
)


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning; only a note where the card shows what stands before the clip."""
    found = _DANGLING.match(subject.plain)
    if found:
        severity: Severity = "info" if subject.item.before.strip() else "warn"
        yield subject.finding("dangling", severity, word=found[0].lstrip("“‘"))
