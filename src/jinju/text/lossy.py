"""UTF-8 out of bytes some of which are lost: what they may have been, and the likeliest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from jinju.text.characters import is_han
from jinju.text.likelihood import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.text.tools import Tools

_CONTEXT = 3
_MOST = 5000
"""A character of which more is lost than leaves so many possibilities is given up."""
_SURE = 0.97
_ASKS: Final = ("吗", "呢", "什么", "谁", "怎", "哪", "为何", "难道", "何以", "是否")
_SIGNS: Final = "。，、；：！？“”‘’（）《》【】—…·"

Byte = int | None
"""A byte, or None where it was lost."""


@dataclass(frozen=True, slots=True)
class Read:
    """One character read from bytes `start..end`; `candidates` are what it may be, likeliest first."""

    start: int
    end: int
    candidates: tuple[str, ...]


def read_utf8(units: Sequence[Byte], possible: Callable[[int], Sequence[int]]) -> tuple[list[Read], int]:
    """The characters that `units` hold as UTF-8, and how many bytes belong to none.

    `possible(i)` names the bytes above 7F that may have stood at the lost place i.
    """
    found: list[Read] = []
    bad = 0
    at = 0
    while at < len(units):
        lead = units[at]
        if lead is not None and lead < 0x80:
            found.append(Read(at, at + 1, (chr(lead),)))
            at += 1
            continue
        leads = (lead,) if lead is not None else tuple(b for b in possible(at) if 0xE4 <= b <= 0xE9)
        size = _size(leads[0]) if leads else 0
        options = [_continuation(units, i, possible) for i in range(at + 1, at + size)]
        if size and len(options) == size - 1 and 0 < len(leads) * prod(map(len, options)) <= _MOST:
            sensible = _characters((leads, *options))
            if sensible:
                found.append(Read(at, at + size, sensible))
                at += size
                continue
        bad += 1
        found.append(Read(at, at + 1, ("\ufffd",)))
        at += 1
    return found, bad


def _size(lead: int) -> int:
    return 2 if 0xC2 <= lead <= 0xDF else 3 if 0xE0 <= lead <= 0xEF else 4 if 0xF0 <= lead <= 0xF4 else 0


def _continuation(
    units: Sequence[Byte], at: int, possible: Callable[[int], Sequence[int]]
) -> tuple[int, ...]:
    """What the byte at `at` may be inside a character; a question mark there stands for a lost byte."""
    if at >= len(units):
        return ()
    unit = units[at]
    if unit is None or unit == ord("?"):
        return tuple(b for b in possible(at) if 0x80 <= b <= 0xBF)
    return (unit,) if 0x80 <= unit <= 0xBF else ()


@cache
def _characters(options: tuple[tuple[int, ...], ...]) -> tuple[str, ...]:
    """The characters that these bytes may be; of several only Chinese ones and signs."""
    read = tuple(c for choice in product(*options) if (c := _character(bytes(choice))))
    return read if len(read) == 1 else tuple(c for c in read if is_han(c) or c in _SIGNS)


def _character(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def settle(reads: Sequence[Read], tools: Tools) -> list[tuple[str, float]]:
    """For each character the likeliest candidate and the probability that it is right."""
    settled: list[tuple[str, float]] = []
    text = ""
    for number, read in enumerate(reads):
        if len(read.candidates) == 1:
            settled.append((read.candidates[0], 0.0 if read.candidates[0] == "\ufffd" else _SURE))
        else:
            ahead = "".join(r.candidates[0] for r in reads[number + 1 : number + 1 + _CONTEXT])
            after = reads[number + 1].candidates if number + 1 < len(reads) else ()
            double = _doubled(read.candidates, text, after)
            settled.append((double, 0.9) if double else _chosen(read.candidates, text, ahead, tools))
        text = (text + settled[-1][0])[-200:]
    return settled


def _chosen(candidates: tuple[str, ...], left: str, right: str, tools: Tools) -> tuple[str, float]:
    if (counted := _counted(candidates, left, right)) is not None:
        return counted, 0.9
    if all(map(is_han, candidates)):
        which, sure = choose(candidates, left[-_CONTEXT:].strip(), right.strip(), tools)
        return candidates[which], sure
    return _sign(candidates, left, right), 0.7


def _doubled(candidates: tuple[str, ...], left: str, after: tuple[str, ...]) -> str | None:
    """… and — stand in twos: the second of such a pair, or the first where the next may be the second."""
    for sign in "…—":
        behind = len(left) - len(left.rstrip(sign))
        if sign in candidates and (behind % 2 or (not behind and sign in after)):
            return sign
    return None


def _counted(candidates: tuple[str, ...], left: str, right: str) -> str | None:
    """年, 月 or 日 where a date asks for it."""
    number = re.search(r"(\d+)$", left)
    if number is None:
        return None
    if "年" in candidates and len(number[1]) == len("2024"):
        return "年"
    if "月" in candidates and int(number[1][-4:]) <= 12 and right[:1].isdigit():
        return "月"
    return "日" if "日" in candidates and "月" in left[-4:] else None


def _sign(candidates: tuple[str, ...], left: str, right: str) -> str:
    """Which sign fits: the closing quote where one is open, a question mark behind a question."""
    clause = max(left.rfind(c) for c in "。！？\n") + 1
    wanted = "".join(
        end for begin, end in ("“”", "‘’", "【】", "《》", "（）") if left.rfind(begin) > left.rfind(end)
    )
    if any(word in left[clause:] for word in _ASKS):
        wanted += "？"
    wanted += "。！" if not right.strip() else "，、"
    wanted += "“—…"
    return next((c for c in wanted if c in candidates), candidates[0])
