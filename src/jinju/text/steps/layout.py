"""White space that carries no meaning: indents, trailing blanks, empty lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_BREAKS = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[^\S\n]{2,}|[\t\u3000]")


def tidy_layout(text: str, _: Tools) -> list[Edit]:
    """One newline between lines, nothing around the whole, one space for several."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if end <= start:
        return [Edit(0, len(text), "", "layout")] if text else []
    edits = [Edit(0, start, "", "layout")] if start else []
    breaks = (m for m in _BREAKS.finditer(text, start, end) if m[0] != "\n")
    edits += [Edit(m.start(), m.end(), "\n", "layout") for m in breaks]
    edits += [Edit(m.start(), m.end(), " ", "layout") for m in _BLANKS.finditer(text, start, end)]
    if end < len(text):
        edits.append(Edit(end, len(text), "", "layout"))
    return edits
