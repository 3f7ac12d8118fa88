"""Plain text that any program takes: no control characters, line breaks as one newline."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinju.model.cloze import Cloze

GAP: Final = "____"
"""Stands for what is asked."""
SEPARATOR: Final = "；"
_CONTROL: Final = {
    n: " " if chr(n) == "\t" else None for n in (*range(0x20), *range(0x7F, 0xA0)) if n != 0x0A
}


def plain(text: str) -> str:
    """`text` in NFC without control characters; lone surrogates become `□`."""
    broken = text.replace("\r\n", "\n").translate(_CONTROL)
    return unicodedata.normalize("NFC", broken.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(plain(text).split())


def answers(cloze: Cloze, number: int) -> str:
    """What card `number` asks for, in reading order."""
    return SEPARATOR.join(plain(answer) for answer in cloze.answers(number))
