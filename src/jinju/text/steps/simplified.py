"""Traditional characters to simplified ones."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from jinju.text.characters import simplified_only, traditional_only
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_DIFFERENT = 0.08
"""Least share of traditional among all Chinese characters for a traditional text (prose has about .35)."""
_SAMPLE = 20_000
_QUOTES = str.maketrans("「」『』", "“”‘’")
_DOUBTFUL = frozenset("著乾藉徵祇甚餘於麽瞭夥")
"""Characters whose simplified form depends on the word."""


def simplify(text: str, tools: Tools) -> list[Edit]:
    """A predominantly traditional text in simplified characters and quotes; any other text as it is."""
    if not _traditional(text):
        return []
    clean = tools.simplifier.simplify(text).translate(_QUOTES)
    if len(clean) != len(text):  # the simplifier broke its promise; better no change than a wrong place
        return []
    return [
        Edit(
            m.start(),
            m.end(),
            clean[m.start() : m.end()],
            "traditional",
            0.93 if _DOUBTFUL.intersection(m[0]) else 0.99,
        )
        for m in _runs(text, clean)
    ]


def _traditional(text: str) -> bool:
    counts = Counter(islice((c for c in text if "\u3400" <= c <= "\u9fff"), _SAMPLE))
    traditional = sum(n for c, n in counts.items() if traditional_only(c))
    simplified = sum(n for c, n in counts.items() if simplified_only(c))
    return traditional > 2 * simplified and traditional >= _DIFFERENT * counts.total()


def _runs(text: str, clean: str) -> list[re.Match[str]]:
    """Stretches of neighbouring characters that differ."""
    differs = "".join("1" if a != b else "0" for a, b in zip(text, clean, strict=True))
    return list(re.finditer("1+", differs))
