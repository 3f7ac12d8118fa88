"""Punctuation that stands twice where it was meant once."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from jinju.text.characters import is_han
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_RUN = re.compile("(?:[,，、;；:：] ?|。){2,}")
_DOTS = re.compile("[.．]{3,}|…(?!…)(?<!……)|。{3,}|·{3,}|…{3,}")
_BEFORE_RUN = frozenset("”’」』）)》%" + ascii_letters + digits)
_BEFORE_DOTS = frozenset("”’」』）》，、")
_WIDE = str.maketrans(",;:", "，；：")
_ELLIPSIS = "……"


def drop_repeats(text: str, _: Tools) -> list[Edit]:
    """One of several commas or stops in a row (the strongest, the Chinese one first); dots as an ellipsis.

    Repeated ！ and ？ are an author's emphasis and stay.
    """
    edits = [
        Edit(m.start(), m.end(), _ELLIPSIS, "punctuation", 0.97)
        for m in _DOTS.finditer(text)
        if m[0] != _ELLIPSIS and _stands_behind(text[m.start() - 1 : m.start()], _BEFORE_DOTS)
    ]
    for m in _RUN.finditer(text):
        signs = m[0].replace(" ", "")
        if not signs.startswith("。。。") and _stands_behind(text[m.start() - 1 : m.start()], _BEFORE_RUN):
            edits.append(Edit(m.start(), m.end(), _meant(signs), "repeat", 0.95))
    return edits


def _stands_behind(character: str, others: frozenset[str]) -> bool:
    """Whether `character` is Chinese or one of `others`; not where nothing stands before."""
    return is_han(character) or character in others


def _meant(signs: str) -> str:
    wide = [c for c in signs if c in "，、；：。"]
    for sign in "。；：":
        if sign in wide:
            return sign
    return wide[-1] if wide else signs[-1].translate(_WIDE)
