"""Spaces between Chinese characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import HAN
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_GAP = re.compile(f"(?<=[{HAN}])[ \u3000\t]+(?=[{HAN}])")
_AT_SIGN = re.compile(
    "(?<=[，。、；：？！“‘（《])[ \u3000\t]+(?=\\S)|(?<=\\S)[ \u3000\t]+(?=[，。、；：？！”’）》])"
)
_HAN = re.compile(f"[{HAN}]")
_SHARE = 0.04
"""Gaps per Chinese character from which on the spaces are damage; names and headings have fewer."""
_LEAST = 5
_LONG_ENOUGH = 4


def drop_spaces(text: str, _: Tools) -> list[Edit]:
    """Spaces beside Chinese punctuation away; those between characters where there are too many of them."""
    edits = [Edit(m.start(), m.end(), "", "space", 0.99) for m in _AT_SIGN.finditer(text)]
    gaps = list(_GAP.finditer(text))
    if len(gaps) >= _LEAST and len(gaps) > _SHARE * len(_HAN.findall(text)) and not _verse(text, gaps):
        edits += [Edit(m.start(), m.end(), "", "space", 0.97) for m in gaps]
    return edits


def _verse(text: str, gaps: list[re.Match[str]]) -> bool:
    """Whether most gaps part stretches of at least four characters, as in verse or lists of headings."""
    whole = 0
    for m in gaps:
        before = re.search(f"[{HAN}]*$", text[max(0, m.start() - 8) : m.start()])
        after = re.match(f"[{HAN}]*", text[m.end() : m.end() + 8])
        lengths = len(before[0]) if before else 0, len(after[0]) if after else 0
        whole += min(lengths) >= _LONG_ENOUGH
    return 2 * whole > len(gaps)
