"""Spaces between Chinese characters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.text.characters import HAN_CHARACTER, is_han
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_BLANK = re.compile("(?<=[^ \u3000\t])[ \u3000\t]+(?=[^ \u3000\t])")
_SIGNS = frozenset("，。、；：？！")
_OPENING = frozenset("“‘（《")
_CLOSING = frozenset("”’》）")
_SHARE = 0.04
"""Gaps per Chinese character from which on the spaces are damage; names and headings have fewer."""
_LEAST = 5
_SAMPLE = 500
_WORDS = 0.2
"""Least share of gaps that part a word of two characters."""
_CLOSE = 3
_DENSE = 0.25
"""Least share of gaps with another one at most so many characters further on."""


def drop_spaces(text: str, tools: Tools) -> list[Edit]:
    """Spaces beside Chinese punctuation away; those between characters where there are too many of them."""
    blanks = [(m, text[m.start() - 1], text[m.end()]) for m in _BLANK.finditer(text)]
    edits = [
        Edit(m.start(), m.end(), "", "space", 0.99) for m, before, after in blanks if _at_sign(before, after)
    ]
    gaps = [m for m, before, after in blanks if is_han(before) and is_han(after)]
    if len(gaps) < _LEAST or len(gaps) <= _SHARE * len(HAN_CHARACTER.findall(text)):
        return edits
    if _in_words(text, gaps, tools):
        edits += [Edit(m.start(), m.end(), "", "space", 0.97) for m in gaps]
    return edits


def _at_sign(before: str, after: str) -> bool:
    """Whether a blank between these two characters touches a sign that wants none beside it."""
    if before in _SIGNS or after in _SIGNS:
        return not (before.isspace() or after.isspace())
    if is_han(after):
        return before in _OPENING or before in _CLOSING
    return is_han(before) and after in _CLOSING


def _in_words(text: str, gaps: list[re.Match[str]], tools: Tools) -> bool:
    """Whether the gaps are close and part what is one word; those in verse, names and columns are not so."""
    pairs = [text[m.start() - 1] + text[m.end()] for m in gaps[:_SAMPLE]]
    known = tools.lexicon.frequencies(set(pairs))
    close = sum(b.start() - a.end() <= _CLOSE for a, b in pairwise(gaps[:_SAMPLE]))
    return sum(pair in known for pair in pairs) >= _WORDS * len(pairs) and close >= _DENSE * len(pairs)
