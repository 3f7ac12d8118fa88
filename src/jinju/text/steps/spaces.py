"""Spaces between Chinese characters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.text.characters import HAN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_GAP = re.compile(f"(?<=[{HAN}])[ \u3000\t]+(?=[{HAN}])")
_BLANK = "[ \u3000\t]+"
_AT_SIGN = re.compile(
    f"(?<=[，。、；：？！]){_BLANK}(?=\\S)|(?<=\\S){_BLANK}(?=[，。、；：？！])"
    f"|(?<=[“‘（《]){_BLANK}(?=[{HAN}])|(?<=[{HAN}]){_BLANK}(?=[”’）》])|(?<=[”’》）]){_BLANK}(?=[{HAN}])"
)
_HAN = re.compile(f"[{HAN}]")
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
    edits = [Edit(m.start(), m.end(), "", "space", 0.99) for m in _AT_SIGN.finditer(text)]
    gaps = list(_GAP.finditer(text))
    if len(gaps) >= _LEAST and len(gaps) > _SHARE * len(_HAN.findall(text)) and _in_words(text, gaps, tools):
        edits += [Edit(m.start(), m.end(), "", "space", 0.97) for m in gaps]
    return edits


def _in_words(text: str, gaps: list[re.Match[str]], tools: Tools) -> bool:
    """Whether the gaps are close and part what is one word; those in verse, names and columns are not so."""
    pairs = [text[m.start() - 1] + text[m.end()] for m in gaps[:_SAMPLE]]
    known = tools.lexicon.frequencies(set(pairs))
    close = sum(b.start() - a.end() <= _CLOSE for a, b in pairwise(gaps[:_SAMPLE]))
    return sum(pair in known for pair in pairs) >= _WORDS * len(pairs) and close >= _DENSE * len(pairs)
