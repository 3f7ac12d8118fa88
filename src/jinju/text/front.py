"""What stands before the body: title, subtitle, by-line, date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.text.characters import HAN_CHARACTER
from jinju.text.edits import Edit
from jinju.text.marks import LIST_MARK

if TYPE_CHECKING:
    from jinju.text.edits import Draft

_TITLE_LONGEST = 45
_TITLE_LONGEST_LATIN = 120
_NOT_TITLE: Final = re.compile(
    rf"[。，；：、,;:．.…][”’」』）)]?$|。|^【|^{LIST_MARK}|^第[一二三四五六七八九十\d]+[章节条]|^[|>]"
    r"|(?:是|的|和|与|及|在|把|被|将|对|从|向|摄|图|供图)$|\.(?:jpe?g|png|gif)|^(?:本报|新华社|中新|人民网)"
    r"|^(?:申论)?(?:范文|参考范文|例文|原文|正文|导读|导语|摘要)|电（?记者|^\W*$|^[\d\s.:/-]+$"
)
_SUBTITLE: Final = re.compile(r"^(?:——|—|--|–)\s*\S")
_DATE: Final = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?")
_BY_LINE: Final = re.compile(
    r"^[（(]?\s*(?:作者|文|撰文|本报评论员|本报记者|记者|特约评论员|评论员|By|by|BY)\s*[:：/丨|]?\s*"
    r"((?:[^\W\d_]|[·. 　、]){2,30}?)[)）]?$"
)
_LONGEST_BY_LINE: Final = 80
_AUTHOR: Final = re.compile(r"(?:作者|撰文|撰稿)\s*[:：]\s*((?:[^\W\d_]|·){2,20})")
_DATE_LINE: Final = re.compile(rf"^[（(]?\s*{_DATE.pattern}(?:[\s,，][^\n]{{0,20}})?[)）]?$")
_NOBODY: Final = frozenset({"admin", "佚名", "未知", "管理员", "本站", "网络", "小编", "不详", "editor"})


@dataclass(frozen=True, slots=True)
class Front:
    """What was found, and the edits that take it out of the body."""

    title: str
    subtitle: str
    author: str
    date: str
    edits: tuple[Edit, ...]


def take_front(draft: Draft, given: str = "") -> Front:
    """The title (the given one, or the first line if it reads like one) with what follows it.

    Author and date are looked for in the lines after the title and in the page's own notes that were dropped.
    """
    lines = draft.text.split("\n", 8)[:8]
    taken = 0
    title = given.strip()
    if title:
        taken = next((i + 1 for i, line in enumerate(lines[:3]) if _same(line, title)), 0)
    elif _title_like(lines):
        title, taken = re.sub(r"^#{1,6}\s*", "", lines[0]), 1
    subtitle = author = date = ""
    while taken and taken < len(lines) - 1:
        line = lines[taken].strip()
        if not subtitle and _SUBTITLE.match(line) and len(line) <= _TITLE_LONGEST:
            subtitle = line.lstrip("—–- ")
        elif not author and len(line) <= _LONGEST_BY_LINE and (m := _BY_LINE.match(line)):
            author = m[1].strip()
        elif not date and _DATE_LINE.match(line):
            date = _iso(line)
        else:
            break
        taken += 1
    end = sum(len(line) + 1 for line in lines[:taken])
    noted_author, noted_date = _noted(draft)
    edits = (Edit(0, min(end, len(draft.text)), "", "title"),) if taken else ()
    return Front(title, subtitle, author or noted_author, date or noted_date, edits)


def _same(line: str, title: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"\W", "", text)

    return bool(bare(title)) and bare(line) == bare(title)


def _title_like(lines: list[str]) -> bool:
    """Whether the first line is short, ends like no sentence, and is followed by prose."""
    first = lines[0].strip()
    if len(lines) < 2 or not first or _NOT_TITLE.search(first):
        return False
    if first.startswith("# "):
        return True
    longest = _TITLE_LONGEST if HAN_CHARACTER.search(first) else _TITLE_LONGEST_LATIN
    if not 2 <= len(first) <= longest or _SUBTITLE.match(first) or first.count("，") > 2:
        return False
    return any(len(line) > max(40, len(first)) for line in lines[1:6])


def _noted(draft: Draft) -> tuple[str, str]:
    author = date = ""
    for change in draft.changes:
        if "boilerplate" not in change.kind:
            continue
        note = draft.original[change.source : change.source_end]
        if not author and (m := _AUTHOR.search(note)) and m[1] not in _NOBODY:
            author = m[1]
        if not date and re.search("时间|日期|來源|来源|發布|发布|更新", note):
            date = _iso(note)
    return author, date


def _iso(text: str) -> str:
    m = _DATE.search(text)
    return f"{int(m[1]):04}-{int(m[2]):02}-{int(m[3]):02}" if m else ""
