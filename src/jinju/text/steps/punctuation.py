"""ASCII punctuation in Chinese text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import CHINESE_PUNCTUATION, HAN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_NEAR = f"{HAN}{CHINESE_PUNCTUATION}"
_SIGN = re.compile(f"(?<=[{_NEAR}%])[ ]?([,;:!?])[ ]?(?![/,;:!?])|(?<=[A-Za-z0-9])([,;!?])(?=[{HAN}“《‘])")
_STOP = re.compile(f'(?:(?<=[{HAN}”’》）])|(?<=[{HAN}]"))\\.(?=[{_NEAR}\\s]|$)(?!\\.)')
_BRACKETS = re.compile(r"\(([^()\n]{1,80})\)")
_STRAIGHT = re.compile('"([^"\n]{1,200})"')
_CHINESE = re.compile(f"[{HAN}]")
_WIDE = str.maketrans(",;:!?", "，；：！？")


def mend_punctuation(text: str, _: Tools) -> list[Edit]:
    """Signs that touch Chinese characters as wide ones; numbers, times, addresses and English keep theirs."""
    if _CHINESE.search(text) is None:
        return []
    edits = [
        Edit(m.start(), m.end(), (m[1] or m[2]).translate(_WIDE), "punctuation", 0.99)
        for m in _SIGN.finditer(text)
    ]
    edits += [Edit(m.start(), m.end(), "。", "punctuation", 0.95) for m in _STOP.finditer(text)]
    for pattern, opening, closing in ((_BRACKETS, "（", "）"), (_STRAIGHT, "“", "”")):
        for m in pattern.finditer(text):
            if _touches(text, m):
                edits.append(Edit(m.start(), m.start() + 1, opening, "punctuation", 0.97))
                edits.append(Edit(m.end() - 1, m.end(), closing, "punctuation", 0.97))
    return edits


def _touches(text: str, m: re.Match[str]) -> bool:
    """Whether Chinese stands right inside or right outside the pair."""
    edges = text[max(0, m.start() - 1) : m.start()] + m[1][0] + m[1][-1] + text[m.end() : m.end() + 1]
    return _CHINESE.search(edges) is not None
