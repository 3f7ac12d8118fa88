"""Full-width Latin letters and digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％＋－＝＠＃＆＊／＼＿＜＞＂＇＄￥]+")
_WIDE_POINT = re.compile("(?<=[０-９0-9Ａ-Ｚａ-ｚA-Za-z])．|．(?=[０-９0-9Ａ-Ｚａ-ｚA-Za-z])")
_SHIFT = 0xFEE0


def narrow(text: str, _: Tools) -> list[Edit]:
    """Letters, digits and the signs between them at their ordinary width; Chinese punctuation stays wide."""
    edits = [Edit(m.start(), m.end(), _narrowed(m[0]), "width") for m in _WIDE.finditer(text)]
    edits += [Edit(m.start(), m.end(), ".", "width") for m in _WIDE_POINT.finditer(text)]
    return [edit for edit in edits if edit.replacement != text[edit.start : edit.end]]


def _narrowed(text: str) -> str:
    return "".join(chr(ord(c) - _SHIFT) if "！" <= c <= "～" else c for c in text)
