"""Lines that belong to the page, not to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.text.characters import WRITTEN
from jinju.text.edits import Edit
from jinju.text.furniture import introduces_links, is_furniture

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_LINK = 45
_MOST_LINKS = 30
_OWNER: Final = re.compile(rf"({WRITTEN}{{2,12}})\s*版权所有|版权所有\s*[:：©]?\s*({WRITTEN}{{2,12}})")
_CALLS: Final = re.compile("您|欢迎|关注|收藏|订阅|点赞|转发|扫码|咨询|报名|客服")
_PROSE_END: Final = re.compile("[。；，、][”’」』）)]?$")


def drop_boilerplate(text: str, _: Tools) -> list[Edit]:
    """Source and editor lines, menus, addresses, notices and page numbers away, wherever they stand.

    Short calls and slogans go only where they stand beside such lines at the end of the text.
    """
    lines = _lines(text)
    certain = [i for i, (start, end) in enumerate(lines) if is_furniture(text[start:end].strip())]
    slogans = {*_slogans(text, lines, certain), *_links(text, lines)}.difference(certain)
    edits = [_dropped(text, lines, i, 0.97) for i in certain]
    edits += [_dropped(text, lines, i, 0.85) for i in sorted(slogans)]
    return edits


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def _slogans(text: str, lines: list[tuple[int, int]], certain: list[int]) -> list[int]:
    """Weak lines that lie within or directly before the page's foot."""
    known = set(certain)
    owner = next((m[1] or m[2] for i in certain if (m := _OWNER.search(text[slice(*lines[i])]))), "")
    found = []
    strong = 0
    for i in range(len(lines) - 1, -1, -1):
        line = text[slice(*lines[i])].strip()
        if not line:
            continue
        if i in known:
            strong += 1
        elif strong >= 2 and len(line) <= 24 and not _PROSE_END.search(line) and _weak(line, owner):
            found.append(i)
        else:
            break
    return found


def _links(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """The short lines behind the last heading of a list of links, where nothing else follows to the end."""
    found: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        line = text[slice(*lines[i])].strip()
        if introduces_links(line):
            return found
        if len(line) > _LINK or _PROSE_END.search(line) or len(found) > _MOST_LINKS:
            return []
        if line:
            found.append(i)
    return []


def _weak(line: str, owner: str) -> bool:
    return bool(_CALLS.search(line)) or (len(owner) > 2 and line.startswith(owner[:2]))


def _dropped(text: str, lines: list[tuple[int, int]], index: int, confidence: float) -> Edit:
    start, end = lines[index]
    return Edit(start, min(end + 1, len(text)), "", "boilerplate", confidence)
