"""Text that was read in the wrong encoding: 锛屼 for ，, ÎÄÕÂ or æ–‡ç« for 文章."""

from __future__ import annotations

import itertools
import re
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from jinju.text.characters import plausible
from jinju.text.edits import Edit
from jinju.text.lossy import read_utf8, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.text.lossy import Byte, Read
    from jinju.text.tools import Tools

_FEWEST = 6
_CP1252: Final = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BYTES_RUN: Final = re.compile(f"[\x00-\x09\x0b-\xff{_CP1252}\ufffd]+")
_UNDEFINED: Final = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""Bytes that stand for nothing in cp1252."""
_HIGH: Final = re.compile(f"[\x80-\xff{_CP1252}\ufffd]")
_LATIN: Final = re.compile("[\xa1-\xff]")
_TRACES: Final = "锛銆鈥鐨"
"""What the first bytes of ，。“的 in UTF-8 look like as GBK."""
_LOST: Final = "\ufffd"
_LINE: Final = re.compile("[^\n]+")
_PROSE: Final = 0.1


def mend_mojibake(text: str, tools: Tools) -> list[Edit]:
    """Chinese that was read as Latin-1, cp1252 or GBK as it was written, line by line.

    Bytes that the wrong reading lost are chosen by their neighbours, with the probability of the choice.
    """
    edits = []
    if len(_LATIN.findall(text)) >= _FEWEST:
        edits += _from_latin(text, tools)
    if sum(map(text.count, _TRACES)) >= 2:
        edits += _from_gbk(text, tools)
    return edits


def _from_latin(text: str, tools: Tools) -> list[Edit]:
    runs = [
        m for m in _BYTES_RUN.finditer(text) if 2 * len(_HIGH.findall(m[0])) > len(m[0].replace(" ", "")) / 2
    ]
    data = b"\n".join(bytes(b if b is not None else 0x3F for b in _latin(m[0])) for m in runs)
    options = {e: data.decode(e, "replace") for e in ("utf-8", "gb18030", "big5")}
    scores = {e: plausible(t) - t.count(_LOST) / max(1, len(t)) for e, t in options.items()}
    best = max(scores, key=lambda e: scores[e])
    if scores[best] < _PROSE:
        return []
    edits = []
    for m in runs:
        units = _latin(m[0])
        if best == "utf-8":
            edits += _mended(units, range(len(units) + 1), m.start(), tools, lambda _: _UNDEFINED)
        else:
            right = bytes(b if b is not None else 0x3F for b in units).decode(best, "replace")
            if right != m[0]:
                edits.append(Edit(m.start(), m.end(), right, "mojibake", 0.97 if _LOST not in right else 0.5))
    return edits


def _latin(text: str) -> list[Byte]:
    return [_latin_byte(c) for c in text]


@cache
def _latin_byte(character: str) -> Byte:
    if character < "\u0100":
        return ord(character)
    return None if character == _LOST else character.encode("cp1252")[0]


def _from_gbk(text: str, tools: Tools) -> list[Edit]:
    edits = []
    euro = (0x80,) if text.count("€") > text.count(_LOST) else (0xA2, 0xE3)
    for m in _LINE.finditer(text):
        units: list[Byte] = []
        starts = [0]
        for c in m[0]:
            code = euro if c == "€" else _gbk(c)
            if code is None:
                break
            units += code
            starts.append(len(units))
        if len(starts) <= len(m[0]) or all(b is not None and b < 0x80 for b in units):
            continue
        possible = partial(_swallowed, units)
        edits += _mended(units, starts, m.start(), tools, possible)
    return edits


@cache
def _gbk(character: str) -> tuple[Byte, ...] | None:
    if character == _LOST:
        return (None,)
    for encoding in ("gbk", "gb18030"):
        try:
            return tuple(character.encode(encoding))
        except UnicodeEncodeError:
            continue
    return None


def _swallowed(units: Sequence[Byte], at: int) -> tuple[int, ...]:
    """Bytes that a GBK reader gives up on before the byte behind `at`; 80, which it never takes, first."""
    after = units[at + 1] if at + 1 < len(units) else None
    return _refused(after)


@cache
def _refused(after: Byte) -> tuple[int, ...]:
    return (0x80, *(b for b in range(0x81, 0xFF) if after is None or not _pair(b, after)))


def _pair(lead: int, trail: int) -> bool:
    try:
        bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def _mended(
    units: Sequence[Byte], starts: Sequence[int], at: int, tools: Tools, possible: object
) -> list[Edit]:
    """Edits for one line whose wrong characters begin at `starts`; none where it is no better."""
    reads, bad = read_utf8(units, possible)  # type: ignore[arg-type]
    if not any(len(c) == 1 and c > "\x7f" and c != _LOST for r in reads for c in r.candidates):
        return []
    if bad > 0.1 * len(reads) + 1:
        return []
    settled = settle(reads, tools)
    cuts = sorted(set(starts) & {0, *(r.end for r in reads)})
    where = {unit: index for index, unit in enumerate(starts)}
    return [
        Edit(at + where[a], at + where[b], right, "mojibake", sure)
        for a, b, right, sure in _stretches(reads, settled, cuts)
    ]


def _stretches(
    reads: Sequence[Read], settled: Sequence[tuple[str, float]], cuts: Sequence[int]
) -> list[tuple[int, int, str, float]]:
    """Right text between places where both readings begin a character; sure neighbours stand together."""
    found: list[tuple[int, int, str, float]] = []
    number = 0
    for a, b in itertools.pairwise(cuts):
        right, sure = "", 1.0
        while number < len(reads) and reads[number].end <= b:
            right += settled[number][0]
            sure = min(sure, settled[number][1])
            number += 1
        if found and found[-1][3] == sure:
            begun, _, before, _ = found.pop()
            found.append((begun, b, before + right, sure))
        else:
            found.append((a, b, right, sure))
    return found
