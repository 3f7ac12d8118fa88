"""Punctuation at the edge of a blank: whoever types the answer without it would be marked wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jinju.model.article import Span
from jinju.model.cloze import Cloze, parse, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.cloze import Mark
    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject

_MARKS: Final = "，。；、：！？,.;:!? \u3000\n"


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning; the fix moves the punctuation out. Recitations hide the whole line and are left alone."""
    if subject.cloze is None or subject.recited:
        return
    for mark in subject.cloze.marks:
        if subject.item.kinds.get(mark.number) == "recite":
            continue
        answer = mark.span.of(subject.plain)
        if answer.strip(_MARKS) and answer.strip(_MARKS) != answer:
            yield subject.finding("edge-punctuation", "warn", fix=_fixed, number=mark.number, answer=answer)


def _fixed(item: Item) -> Item:
    cloze = parse(item.text)
    marks = tuple(m if item.kinds.get(m.number) == "recite" else _shrunk(m, cloze.plain) for m in cloze.marks)
    return replace(item, text=render(Cloze(cloze.plain, marks)))


def _shrunk(mark: Mark, plain: str) -> Mark:
    answer = mark.span.of(plain)
    if not answer.strip(_MARKS):
        return mark
    start = mark.span.start + len(answer) - len(answer.lstrip(_MARKS))
    end = mark.span.end - (len(answer) - len(answer.rstrip(_MARKS)))
    return replace(mark, span=Span(start, end))
