"""Scraps that a page strews between sentences against copying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import WRITTEN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_SCRAP = re.compile(
    f"(?<=[，。；：！？、”’）》;:!?])[ ](?P<scrap>[!-~]{{2,6}})[ ](?=[“‘（《]?{WRITTEN})"
    "|(?<=[，。；：！？、])[ ](?P<last>[!-~]{2,6})[ ]?(?=\n|$)"
)
_WORD = re.compile(r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)?%?|[A-Z]+[0-9]+|[0-9]+[A-Za-z]{1,2}|\(?[0-9]{1,2}[.)]?")
_PATTERN = 4
"""So many odd scraps of one length betray that the ordinary-looking ones of that length are scraps too."""


def drop_noise(text: str, _: Tools) -> list[Edit]:
    """Scraps of letters, digits and signs that stand alone between Chinese sentences, with their blanks."""
    found = list(_SCRAP.finditer(text))
    odd = [m for m in found if not _WORD.fullmatch(_scrap(m))]
    if not odd:
        return []
    lengths = [len(_scrap(m)) for m in odd]
    usual = max(set(lengths), key=lengths.count)
    betrayed = lengths.count(usual) >= _PATTERN
    taken = {m.start() for m in odd}
    edits = [Edit(m.start(), m.end(), "", "noise", 0.95 if betrayed else 0.8) for m in odd]
    if betrayed:
        ordinary = [m for m in found if m.start() not in taken and len(_scrap(m)) == usual]
        edits += [Edit(m.start(), m.end(), "", "noise", 0.75) for m in ordinary]
    return edits


def _scrap(m: re.Match[str]) -> str:
    return m["scrap"] or m["last"]
