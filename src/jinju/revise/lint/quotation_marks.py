"""Quotation marks and brackets: without their partner, cut by a blank, or with nothing between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import PROSE, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject

_PARTNER: Final = dict(zip("”’》」』）】〉", "“‘《「『（【〈", strict=True))
_OPENING: Final = frozenset(_PARTNER.values())
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’(?=[A-Za-z])")
_EMPTY = re.compile(r"“\s*”|‘\s*’|《\s*》|「\s*」|『\s*』")


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning for the clip, for each blank, and for empty pairs anywhere on the card."""
    lonely = unbalanced(subject.plain)
    if lonely:
        yield subject.finding("unbalanced", "warn", sign=lonely)
    for mark in subject.cloze.marks if subject.cloze and not lonely else ():
        answer = mark.span.of(subject.plain)
        if unbalanced(answer):
            yield subject.finding("cut-quotation", "warn", number=mark.number, answer=shortened(answer))
    item = subject.item
    fields = [("text", subject.plain), *((key, str(getattr(item, key))) for key in PROSE)]
    fields += [("hints", step) for steps in item.hints.values() for step in steps]
    fields += [("reasons", reason) for reason in item.reasons]
    for key, value in fields:
        if _EMPTY.search(value):
            yield subject.finding("empty-quotation", "warn", key, field=key, near=shortened(value))


def unbalanced(text: str) -> str:
    """The first sign without a partner; "" where all have one."""
    waiting: list[str] = []
    for sign in _APOSTROPHE.sub("", text):
        if sign in _OPENING:
            waiting.append(sign)
        elif sign in _PARTNER and (not waiting or waiting.pop() != _PARTNER[sign]):
            return sign
    return waiting[0] if waiting else ""
