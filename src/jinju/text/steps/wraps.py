"""Lines that a fixed width has broken."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from jinju.text.characters import HAN, HAN_CHARACTER
from jinju.text.edits import Edit
from jinju.text.marks import HEADING_MARK, LIST_MARK

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_SLACK = 4
"""A wrapped line ends within so many columns of the margin: a wide character and a sign held back."""
_SLACK_LATIN = 14
"""The same where whole words go to the next line."""
_NARROWEST = 20
_WIDEST = 200
_FEWEST = 3
_SHARE = 0.3
_SHARE_STRICT = 0.08
"""Least share of broken lines where none is longer and several are of exactly one width."""
_WIDE = 50
_ENDS = re.compile("[。！？!?…；;：:.][”’」』）)》\"']*$")
_OPENS = rf"[ \t\u3000]{{2,}}|\s*(?:{LIST_MARK}|{HEADING_MARK}|>)"
"""Slow to compile, so only a text with broken lines does."""
_LATIN_END = re.compile(r"[A-Za-z0-9,.;:)\"'’”]$")
_HYPHEN = re.compile(r"[a-z]-$")


def join_wraps(text: str, _: Tools) -> list[Edit]:
    """Lines that reach a common margin without ending a sentence joined to the next; words made whole."""
    lines = text.split("\n")
    if len(lines) <= _FEWEST:
        return []
    slack = _SLACK if HAN_CHARACTER.search(text) else _SLACK_LATIN
    measured = [[_width(line) for line in lines], [2 * len(line.rstrip()) for line in lines]]
    margins = [_margin(lines, widths, slack) for widths in measured]
    found = [(near, at, widths) for (at, near), widths in zip(margins, measured, strict=True) if at]
    if not found:
        return []
    margin, widths = max(found, key=lambda f: f[0])[1:]
    edits = []
    at = 0
    for i, line in enumerate(lines[:-1]):
        at += len(line)
        if margin - slack <= widths[i] <= margin and _goes_on(line, lines[i + 1]):
            edits.append(_joined(line, lines[i + 1], at))
        at += 1
    return edits


def _width(line: str) -> int:
    if len(line) > _WIDEST:
        return 2 * len(line)
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in line.rstrip())


def _margin(lines: list[str], widths: list[int], slack: int) -> tuple[int, tuple[int, int]]:
    """The column at which lines break in the middle of a sentence, and how many do so near and at it."""
    filled = [w for w in widths if w]
    broken = Counter(
        w
        for w, line, after in zip(widths, lines, [*lines[1:], ""], strict=True)
        if _NARROWEST <= w <= _WIDEST and after.strip() and not _ENDS.search(line.rstrip())
    )
    best = max(broken, key=lambda w: (_near(broken, w, slack), w), default=0)
    near = _near(broken, best, slack)
    longer = sum(w > best + slack for w in filled)
    strict = not longer and best >= _WIDE and broken[best] > _FEWEST
    if near < max(_FEWEST, (_SHARE_STRICT if strict else _SHARE) * len(filled)) or longer > 0.05 * len(
        filled
    ):
        return 0, (0, 0)
    return best + _SLACK // 2, (near, broken[best])


def _near(counts: Counter[int], width: int, slack: int) -> int:
    return sum(counts[w] for w in range(width - slack, width + 1))


def _goes_on(line: str, after: str) -> bool:
    return bool(after.strip()) and not (re.match(_OPENS, after) and _ENDS.search(line.rstrip()))


def _joined(line: str, after: str, at: int) -> Edit:
    stripped = line.rstrip()
    start = at - (len(line) - len(stripped))
    end = at + 1 + len(after) - len(after.lstrip())
    if _HYPHEN.search(stripped) and after.lstrip()[:1].islower():
        return Edit(start - 1, end, "", "wrap", 0.85)
    latin = _LATIN_END.search(stripped) and re.match(rf"\s*[^{HAN}，。、；：？！]", after)
    number = stripped[-1:].isdigit() and after.lstrip()[:1].isdigit()
    return Edit(start, end, " " if latin and not number else "", "wrap", 0.9)
