"""Plain text, and the separators by which one text holds several articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.model.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.adapters.sources.raw import Raw

_SEPARATOR = re.compile(
    r"[ \t\u3000]*(?:([-=*_~#+.·•—–─━═＝＊－＿～※★☆◆◇■□●○])[ \t\u3000]*)(?:\1[ \t\u3000]*){2,}"
)
_LONGEST = 200
_ENDS_A_SENTENCE = tuple("。！？…”’」』）)!?.\"'")


def read_plain(raw: Raw, text: str, *, split: bool) -> list[Document]:
    """The text as it stands, or one document for each part between separators."""
    parts = list(split_text(text)) if split else []
    if len(parts) < 2:
        return [Document(text, raw.name, raw.path, url=raw.url)]
    return [
        Document(part, raw.name, raw.path, url=raw.url, part=number) for number, part in enumerate(parts, 1)
    ]


def split_text(text: str) -> Iterator[str]:
    """The parts of `text` between separators, empty ones left out.

    A separator is a form feed, or a line of at least three times the same mark (`=====`, `* * *`, `———`)
    that does not merely underline a title.
    """
    for leaf in text.split("\f"):
        lines = leaf.splitlines()
        start = 0
        for at, line in enumerate(lines):
            if len(line) < _LONGEST and _SEPARATOR.fullmatch(line) and not _underlines(lines, at, start):
                yield from _part(lines[start:at])
                start = at + 1
        yield from _part(lines[start:])


def _part(lines: list[str]) -> Iterator[str]:
    part = "\n".join(lines).strip("\n")
    if part.strip():
        yield part


def _underlines(lines: list[str], at: int, start: int) -> bool:
    """Whether line `at` stands right under the first line of its part, a line that ends like a title."""
    before = [line for line in lines[start:at] if line.strip()]
    above = lines[at - 1].strip() if at > start else ""
    return len(before) == 1 and bool(above) and not above.endswith(_ENDS_A_SENTENCE)
