"""ASCII punctuation in Chinese text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import CHINESE_PUNCTUATION, HAN_CHARACTER, is_han
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_SIGN = re.compile("(?<![A-Za-z0-9])[ ]?(?P<wide>[,;:!?])[ ]?(?![/,;:!?])|(?<=[A-Za-z0-9])[,;!?]")
_STOP = re.compile(r"\.")
_NEAR = frozenset(CHINESE_PUNCTUATION)
_OPENING = frozenset("“《‘")
_CLOSING = frozenset("”’》）")
_BRACKETS = re.compile(r"\(([^()\n]{1,80})\)")
_STRAIGHT = re.compile('"([^"\n]{1,200})"')
_WIDE = str.maketrans(",;:!?", "，；：！？")


def mend_punctuation(text: str, _: Tools) -> list[Edit]:
    """Signs that touch Chinese characters as wide ones; numbers, times, addresses and English keep theirs."""
    if HAN_CHARACTER.search(text) is None:
        return []
    edits = [
        Edit(m.start(), m.end(), m[0].strip(" ").translate(_WIDE), "punctuation", 0.99)
        for m in _SIGN.finditer(text)
        if _is_sign(text, m)
    ]
    edits += [
        Edit(m.start(), m.end(), "。", "punctuation", 0.95) for m in _STOP.finditer(text) if _is_stop(text, m)
    ]
    for pattern, opening, closing in ((_BRACKETS, "（", "）"), (_STRAIGHT, "“", "”")):
        for m in pattern.finditer(text):
            if _touches(text, m):
                edits.append(Edit(m.start(), m.start() + 1, opening, "punctuation", 0.97))
                edits.append(Edit(m.end() - 1, m.end(), closing, "punctuation", 0.97))
    return edits


def _is_sign(text: str, m: re.Match[str]) -> bool:
    """Whether the sign follows Chinese; behind a letter or digit, whether Chinese follows it."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    if m["wide"]:
        return before == "%" or before in _NEAR or is_han(before)
    return is_han(after) or after in _OPENING


def _is_stop(text: str, m: re.Match[str]) -> bool:
    """Whether the dot ends something Chinese, and nothing but Chinese, white space or the end follows."""
    at = m.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (is_han(before) or before in _CLOSING or (before == '"' and is_han(text[at - 2 : at - 1]))):
        return False
    return not after or after.isspace() or after in _NEAR or is_han(after)


def _touches(text: str, m: re.Match[str]) -> bool:
    """Whether Chinese stands right inside or right outside the pair."""
    edges = text[max(0, m.start() - 1) : m.start()] + m[1][0] + m[1][-1] + text[m.end() : m.end() + 1]
    return HAN_CHARACTER.search(edges) is not None
