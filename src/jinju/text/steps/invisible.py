"""Characters that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_INVISIBLE = re.compile(
    "\x1b\\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_JOINER = "\u200d"
_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u1680]+")


def drop_invisible(text: str, _: Tools) -> list[Edit]:
    """Zero-width and control characters away; every odd blank as plain spaces."""
    edits = [
        Edit(m.start(), m.end(), "", "invisible", 0.99)
        for m in _INVISIBLE.finditer(text)
        if not (m[0] == _JOINER and text[m.end() : m.end() + 1] > "\u2000" and _pictured(text, m.start()))
    ]
    edits += [Edit(m.start(), m.end(), " " * len(m[0]), "layout") for m in _BLANK.finditer(text)]
    return edits


def _pictured(text: str, at: int) -> bool:
    """Whether the joiner belongs to an emoji, which goes as a whole in a later step."""
    return at > 0 and (text[at - 1] >= "\U0001f000" or text[at - 1] in "\ufe0f\u2640\u2642")
