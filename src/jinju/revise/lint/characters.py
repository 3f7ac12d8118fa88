"""Characters that no writer meant: replacement signs, private ones, invisible ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.revise.lint.subject import PROSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject

_LOST = re.compile("[\ufffd\ud800-\udfff\ufffe\uffff]")
_DOUBTFUL = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\u25a1\u2fff]|锟斤拷|烫烫")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """An error for characters that are lost, a warning for the rest. The fix takes invisible ones out."""
    item = subject.item
    fields = [("text", item.text), *((key, str(getattr(item, key))) for key in PROSE)]
    fields += [("hints", step) for steps in item.hints.values() for step in steps]
    for key, value in fields:
        if lost := _LOST.search(value):
            yield subject.finding("lost-character", "error", key, sign=_name(lost[0]))
        if doubtful := _DOUBTFUL.search(value):
            yield subject.finding("doubtful-character", "warn", key, sign=_name(doubtful[0]))
        if hidden := _INVISIBLE.search(value):
            yield subject.finding("invisible-character", "warn", key, _without, sign=_name(hidden[0]))


def _name(sign: str) -> str:
    return " ".join(f"U+{ord(c):04X}" for c in sign)


def _without(item: Item) -> Item:
    def clean(text: str) -> str:
        return _INVISIBLE.sub("", text)

    return replace(
        item,
        text=clean(item.text),
        hints={number: tuple(map(clean, steps)) for number, steps in item.hints.items()},
        cue=clean(item.cue),
        before=clean(item.before),
        after=clean(item.after),
        theme=clean(item.theme),
    )
