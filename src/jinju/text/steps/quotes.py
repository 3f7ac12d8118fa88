"""Chinese quotation marks that were typed the wrong way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_REVERSED: Final = re.compile("”[^“”\n]{1,30}“")
_LINE: Final = re.compile("[^\n]*”[^\n]*")
_QUOTE: Final = re.compile("[“”]")


def turn_quotes(text: str, _: Tools) -> list[Edit]:
    """`”公考“` as `“公考”`, in lines where every mark has its partner; any other line stays."""
    if _REVERSED.search(text) is None:
        return []
    edits = []
    for line in _LINE.finditer(text):
        marks = list(_QUOTE.finditer(text, line.start(), line.end()))
        couples = [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
        if len(marks) % 2 or any(a[0] == b[0] for a, b in couples):
            continue
        for a, b in couples:
            if a[0] == "”":
                edits.append(Edit(a.start(), a.end(), "“", "quotes", 0.78))
                edits.append(Edit(b.start(), b.end(), "”", "quotes", 0.78))
    return edits
