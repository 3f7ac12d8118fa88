"""Line breaks as one character; what spreadsheets and old converters leave of carriage returns goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_BREAK = re.compile(r"(?:_x000[dD]_)+(?:\r\n?|\n)?|\r\n?|[\u2028\u2029\u0085\f\v]")


def mend_breaks(text: str, _: Tools) -> list[Edit]:
    """Every kind of line break as a newline; `_x000D_` (a spreadsheet's carriage return) as one too."""
    return [
        Edit(m.start(), m.end(), "\n", "carriage-return" if m[0][0] == "_" else "layout")
        for m in _BREAK.finditer(text)
    ]
