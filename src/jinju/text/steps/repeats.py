"""Punctuation that stands twice where it was meant once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import HAN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_RUN = re.compile(f"(?<=[{HAN}A-Za-z0-9”’」』）)》%])(?:[,，、;；:：] ?|。){{2,}}")
_DOTS = re.compile(f"(?<=[{HAN}”’」』）》，、])(?:[.．]{{3,}}|…(?!…)(?<!……)|。{{3,}}|·{{3,}}|…{{3,}})")
_WIDE = str.maketrans(",;:", "，；：")
_ELLIPSIS = "……"


def drop_repeats(text: str, _: Tools) -> list[Edit]:
    """One of several commas or stops in a row (the strongest, the Chinese one first); dots as an ellipsis.

    Repeated ！ and ？ are an author's emphasis and stay.
    """
    edits = [
        Edit(m.start(), m.end(), _ELLIPSIS, "punctuation", 0.97)
        for m in _DOTS.finditer(text)
        if m[0] != _ELLIPSIS
    ]
    for m in _RUN.finditer(text):
        signs = m[0].replace(" ", "")
        if len(signs) > 1 and not signs.startswith("。。。"):
            edits.append(Edit(m.start(), m.end(), _meant(signs), "repeat", 0.95))
    return edits


def _meant(signs: str) -> str:
    wide = [c for c in signs if c in "，、；：。"]
    for sign in "。；：":
        if sign in wide:
            return sign
    return wide[-1] if wide else signs[-1].translate(_WIDE)
