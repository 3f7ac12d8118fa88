"""What stands in quotation marks: whole sayings, or only catch-words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.lines.classical import MODERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_HALVES: Final = re.compile(r"[，,；;。、？?！!]+")
_CATCH_WORD: Final = 6
_SPOKEN: Final = re.compile(r"[吧啦吗呢啊哦嘛呀哈咱您]|我[^们]|你|今年|今天|今晚|昨天|目前|去年|公司|[0-9%]")
"""Talk and report, not a saying."""


def quotation(line: Line) -> Iterator[tuple[str, float]]:
    """Length of the longest quotation, its halves, whether it opens or is the sentence."""
    if not line.quoted:
        return
    yield "quotation.any", 1.0
    longest = max(line.quoted, key=len)
    sayings = [q for q in line.quoted if len(q) > _CATCH_WORD]
    yield "quotation.catch-words", min(len(line.quoted) - len(sayings), 4) / 2
    if not sayings:
        return
    yield "quotation.saying", 1.0
    yield "quotation.spoken", float(bool(_SPOKEN.search(longest)))
    yield "quotation.sayings", min(len(sayings) - 1, 3) / 2
    yield "quotation.long", float(len(longest) > 40)
    yield "quotation.opens", float(line.text.lstrip(" \t　0123456789、.")[:1] in '“"‘「')
    yield "quotation.whole", len(longest) / max(len(line.text), 1)
    halves = [h for h in _HALVES.split(longest) if h]
    if len(halves) > 1:
        yield "quotation.halves", 1.0
        yield "quotation.even", float(len(halves[0]) == len(halves[1]))
    plain = max(sum(not any(m in q for m in MODERN) for q in sayings), 0)
    yield "quotation.unmodern", float(plain > 0)
    yield "quotation.unmodern-halves", float(plain > 0 and len(halves) > 1)
