"""White space that carries no meaning: indents, trailing blanks, empty lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_BLANKS = re.compile(r"[^\S\n]{2,}|[\t\u3000]")


def tidy_layout(text: str, _: Tools) -> list[Edit]:
    """One newline between lines, nothing around the whole or a line, one space for several."""
    edits: list[Edit] = []
    at = done = 0  # where the line begins; where the last line with something on it ended
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            between = "\n" if done else ""
            if text[done:start] != between:
                edits.append(Edit(done, start, between, "layout"))
            done = start + len(bare)
            edits += [Edit(m.start(), m.end(), " ", "layout") for m in _BLANKS.finditer(text, start, done)]
        at += len(line) + 1
    if done < len(text):
        edits.append(Edit(done, len(text), "", "layout"))
    return edits
