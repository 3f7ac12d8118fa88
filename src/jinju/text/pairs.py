"""Which quotation marks and brackets belong together."""

from __future__ import annotations

import re
from typing import Final

_PARTNER: Final = {
    "”": "“",
    "’": "‘",
    "」": "「",
    "』": "『",
    "）": "（",
    ")": "(",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
    "]": "[",
}
_MARK: Final = re.compile('[“”‘’「」『』（）()《》〈〉【】〔〕\\[\\]"\n]')


def pairs(text: str, longest: int) -> list[tuple[int, int]]:
    """Pairs no longer than `longest`, each from its opening mark to just behind its closing one.

    A mark without partner binds nothing; no pair reaches across a line.
    """
    found = []
    open_marks: list[tuple[str, int]] = []
    for m in _MARK.finditer(text):
        mark, at = m[0], m.start()
        if mark == "\n":
            open_marks.clear()
        elif mark == '"':
            if open_marks and open_marks[-1][0] == '"':
                found.append((open_marks.pop()[1], at + 1))
            else:
                open_marks.append((mark, at))
        elif mark not in _PARTNER:
            open_marks.append((mark, at))
        else:
            depth = next(
                (
                    i
                    for i in range(len(open_marks) - 1, max(-1, len(open_marks) - 6), -1)
                    if open_marks[i][0] == _PARTNER[mark]
                ),
                None,
            )
            if depth is not None:
                found.append((open_marks[depth][1], at + 1))
                del open_marks[depth:]
    return [(begin, end) for begin, end in found if end - begin <= longest]
