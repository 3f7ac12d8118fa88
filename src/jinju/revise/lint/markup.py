"""Mark-up and entities that a card would show as they are written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import PROSE, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject

_ALIVE = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_FORMATTING = re.compile(r"</?(?:b|i|u|em|strong|span|p|div|font|a)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_PLAIN: Final = dict(
    [
        *(
            ("nbsp", " "),
            ("ensp", " "),
            ("emsp", " "),
            ("lt", "<"),
            ("gt", ">"),
            ("quot", '"'),
            ("apos", "'"),
        ),
        *(("amp", "&"), ("ldquo", "“"), ("rdquo", "”"), ("lsquo", "‘"), ("rsquo", "’"), ("mdash", "—")),
        *(("hellip", "…"), ("middot", "·")),
    ]
)
_NAMED = re.compile(rf"&({'|'.join(_PLAIN)});")


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning for each field that holds any.

    The fix drops tags that only format and writes well-known entities out; others are left to the person.
    """
    item = subject.item
    fields = [("text", item.text), *((key, str(getattr(item, key))) for key in PROSE)]
    fields += [("hints", step) for steps in item.hints.values() for step in steps]
    for key, value in fields:
        found = _ALIVE.search(value)
        if found:
            fix = _fixed if mended(value) != value else None
            yield subject.finding("markup", "warn", key, fix, near=shortened(found[0]))


def mended(text: str) -> str:
    """`text` without formatting tags and with well-known entities written out, once."""
    return _NAMED.sub(lambda m: _PLAIN[m[1]], _FORMATTING.sub("", _BREAK.sub(" ", text)))


def _fixed(item: Item) -> Item:
    return replace(
        item,
        text=mended(item.text),
        hints={number: tuple(map(mended, steps)) for number, steps in item.hints.items()},
        cue=mended(item.cue),
        before=mended(item.before),
        after=mended(item.after),
        theme=mended(item.theme),
    )
