"""A cue, or the sentence before, that shows an answer; the card leaves it out and loses its context."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.revise.lint.subject import squashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning, whose fix empties the field; the card stays as it is."""
    if subject.cloze is None:
        return
    answers = {squashed(m.span.of(subject.plain)): m.span.of(subject.plain) for m in subject.cloze.marks}
    for key, fix in (("cue", _without_cue), ("before", _without_before)):
        seen = squashed(getattr(subject.item, key))
        told = next((shown for bare, shown in answers.items() if len(bare) > 1 and bare in seen), None)
        if told is not None:
            yield subject.finding("neighbour-tells", "warn", key, fix, field=key, answer=told)


def _without_cue(item: Item) -> Item:
    return replace(item, cue="")


def _without_before(item: Item) -> Item:
    return replace(item, before="")
