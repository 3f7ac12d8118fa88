"""Question marks that a lossy conversion left for a closing quotation mark or for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.characters import is_han
from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_AFTER_STOP = re.compile("(?<=[。；])\\?")
_QUOTE_OR_MARK = re.compile("[“”?]")
_LOST = re.compile("(?:\ufffd|锟斤拷)+")
_SPEAKS = frozenset("，、。；：！）》\n,;:.!")


def mend_questions(text: str, _: Tools) -> list[Edit]:
    """`“老乡?。` gets its ” back, the mark in `。?` goes; what was lost for good goes too, at .3."""
    edits = [Edit(m.start(), m.end(), "", "lost", 0.3) for m in _LOST.finditer(text)]
    if "?" not in text:
        return edits
    closing = set(_closing(text)) if "“" in text else set()
    edits += [Edit(at, at + 1, "”", "question-mark", 0.8) for at in sorted(closing)]
    edits += [
        Edit(m.start(), m.end(), "", "question-mark", 0.9)
        for m in _AFTER_STOP.finditer(text)
        if m.start() not in closing
    ]
    return edits


def _closing(text: str) -> list[int]:
    """Marks that stand where a quotation has opened and, before the next opens, does not close."""
    found: list[int] = []
    opened, marks = False, []
    for m in _QUOTE_OR_MARK.finditer(text + "“"):
        if m[0] == "?":
            marks.append(m.start())
            continue
        if m[0] == "“" and opened:
            fitting = [at for at in marks if _goes_on(text[at + 1 : at + 2])]
            found.extend(_best(text, fitting))
        opened, marks = m[0] == "“", []
    return found


def _goes_on(after: str) -> bool:
    """Whether what stands behind a mark, if anything, may follow a closing quotation mark."""
    return not after or after in _SPEAKS or is_han(after)


def _best(text: str, marks: list[int]) -> list[int]:
    if not marks:
        return []
    before_sign = [at for at in marks if text[at + 1 : at + 2] in tuple("，、。；：,;:")]
    return (
        [min(before_sign[:1] + marks[:1])]
        if not before_sign or marks[0] <= before_sign[0]
        else before_sign[:1]
    )
