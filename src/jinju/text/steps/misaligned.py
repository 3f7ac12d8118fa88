"""Pinyin that was inserted into GBK bytes without regard to where characters begin.

Such a page annotates every pair of bytes that looks like one of its characters, also the end of one with the
beginning of the next. 打實 is B4F2 8CB8 ...: the pair F28C is 驅, so `(qū)` went in behind 8C, and the reader
of the page took `8C (` for a broken character: 打?qū)… with all that follows shifted by a byte, until a
byte below 80 or the end of a run of characters puts it right, where the last byte is lost as a `?`.

So the lost byte is the second of a pair whose first is the byte before it and whose reading is the syllable;
the bytes from there to the next place where both ways of reading end together are the text as it was.
Where that gives no Chinese, the `?` is the annotated character itself, lost whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jinju.text.characters import CHINESE_PUNCTUATION, TONED, common, is_han, traditional_only
from jinju.text.edits import Edit
from jinju.text.likelihood import choose
from jinju.text.readings import PINYIN, SYLLABLE, TONE, plain, reads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.text.tools import Tools

_LOST = re.compile(f"[?\ufffd][(（]?[ ]*({SYLLABLE})[ ]*[)）]")
_QUICK = re.compile(f"[?\ufffd][(（]?[ ]*[a-z]*[{TONED}]")
_NOTE = re.compile(f"[ ]?[(（][ ]*({SYLLABLE})[ ]*[)）]")
_FARTHEST = 60
"""A shift that lasts longer than so many characters is not one."""
_MOST = 1000
"""A place that leaves more possibilities is given up."""
_CONTEXT = 5
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))

Byte = tuple[int, ...]
"""What a byte may have been; one value where it is known."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Bytes of the text as it was, from a lost byte to where both readings end together at `end`."""

    bytes: tuple[Byte, ...]
    end: int


def mend_misaligned(text: str, tools: Tools) -> list[Edit]:
    """Broken characters around misplaced annotations as they were, with the probability that they are.

    What cannot be recovered stays, without its annotation, at a confidence of .2.
    """
    if _QUICK.search(text) is None:
        return []
    edits: list[Edit] = []
    done = 0
    for m in _LOST.finditer(text):
        if m.start() < done or not _syllable(m):
            continue
        before = _byte_before(text, m.start(), edits[-1] if edits else None)
        run = _run(text, m, before, tools) if before is not None else None
        edit = (_mended(text, m, run, tools) if run is not None else None) or _whole_lost(text, m, tools)
        edit = edit or Edit(m.start(), m.end(), "", "misaligned", 0.2)
        edits.append(edit)
        done = edit.end
    return edits


def _syllable(m: re.Match[str]) -> bool:
    """Whether a match holds a syllable; without tone mark only where its opening bracket was lost too."""
    return bool(TONE.search(m[1])) or (m[0][1] not in "(（ " and PINYIN.fullmatch(m[1]) is not None)


def _byte_before(text: str, at: int, mended: Edit | None) -> int | None:
    """The last GBK byte before `at` in the text as it was, annotations left out."""
    while (note := _note_ending(text, at)) is not None:
        at = note
    last = text[at - 1 : at]
    if mended is not None and mended.end == at and mended.replacement:
        last = mended.replacement[-1]
    code = _gbk(last) if last else None
    return code[-1] if code else None


def _note_ending(text: str, at: int) -> int | None:
    for m in _NOTE.finditer(text, max(0, at - 12), at):
        if m.end() == at and PINYIN.fullmatch(plain(m[1])):
            return m.start()
    return None


def _run(text: str, m: re.Match[str], before: int, tools: Tools) -> _Run | None:
    lost = _lost_byte(before, m[1], tools)
    if not lost:
        return None
    found: list[Byte] = [lost]
    at = m.end()
    while at < len(text) and at - m.start() < _FARTHEST:
        if (again := _LOST.match(text, at)) is not None and _syllable(again):
            options = {b for lead in found[-1] for b in _lost_byte(lead, again[1], tools)}
            found.append(tuple(sorted(options)) or _TRAILS)
            at = again.end()
        elif (note := _NOTE.match(text, at)) is not None and PINYIN.fullmatch(plain(note[1])):
            at = note.end()
            continue
        elif text[at] in "?\ufffd" or text[at] == "\n":
            found.append(_TRAILS)
            at += text[at] != "\n"
        else:
            code = _gbk(text[at])
            if code is None:
                return None
            found.extend((b,) for b in code)
            at += 1
        if _whole(found):
            return _Run(tuple(found), at)
    return None


def _whole(found: list[Byte]) -> bool:
    """Whether the bytes end where a character ends."""
    at = 0
    while at < len(found):
        at += 1 if max(found[at]) <= 0x80 else 2
    return at == len(found)


def _mended(text: str, m: re.Match[str], run: _Run, tools: Tools) -> Edit | None:
    left = _without_notes(text[max(0, m.start() - 40) : m.start()])[-_CONTEXT:]
    right = _without_notes(text[run.end : run.end + 40])[:_CONTEXT]
    places = _places(run.bytes)
    if not all(places):
        return None
    done, confidence = "", 1.0
    for index, place in enumerate(places):
        ahead = "".join(p[choose(p, "", "", tools)[0]] for p in places[index + 1 : index + 4]) + right
        which, sure = choose(place, (left + done)[-_CONTEXT:], ahead[:_CONTEXT], tools)
        done += place[which]
        confidence *= sure if len(place) > 1 else 1.0
    if not all(is_han(c) or c in CHINESE_PUNCTUATION for c in done):
        return None
    return Edit(m.start(), run.end, done, "misaligned", min(0.97, confidence))


def _whole_lost(text: str, m: re.Match[str], tools: Tools) -> Edit | None:
    """The `?` as one character that reads as the syllable says, chosen by its neighbours."""
    readings = tools.lexicon.readings(_everyday())
    fitting = sorted(c for c, sounds in readings.items() if m[1] in sounds)
    if not fitting:
        return None
    left = _without_notes(text[max(0, m.start() - 40) : m.start()])[-_CONTEXT:]
    right = _without_notes(text[m.end() : m.end() + 40])[:_CONTEXT]
    which, sure = choose(fitting, left, right, tools)
    return Edit(m.start(), m.end(), fitting[which], "misaligned", min(0.9, sure))


@cache
def _everyday() -> frozenset[str]:
    """The 3,755 commonest simplified characters; a lost traditional one may come back as one of them."""
    pairs = (bytes((a, b)) for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF))
    return frozenset(c for pair in pairs if (c := pair.decode("gb2312", "ignore")))


def _places(found: tuple[Byte, ...]) -> list[list[str]]:
    """The characters that each place may hold."""
    places = []
    at = 0
    while at < len(found):
        if max(found[at]) <= 0x80:
            places.append([chr(b) for b in found[at]])
            at += 1
            continue
        pairs = [(a, b) for a in found[at] for b in found[at + 1]]
        if len(pairs) > _MOST:
            return [[]]
        characters = [c for pair in pairs if (c := _character(*pair)) is not None]
        if len(characters) > 1:
            characters = [c for c in characters if is_han(c) or c in CHINESE_PUNCTUATION]
        places.append(characters)
        at += 2
    return places


def _lost_byte(before: int, syllable: str, tools: Tools) -> Byte:
    """Second bytes of the characters that begin with `before` and read `syllable`, in GBK."""
    pairs = {c: trail for trail in _TRAILS if (c := _character(before, trail)) is not None}
    readings: Mapping[str, tuple[str, ...]] = tools.lexicon.readings(set(pairs))
    exact = [c for c in pairs if syllable in readings.get(c, ())]
    fitting = exact or [c for c in pairs if reads(c, syllable, readings)]
    annotated = [c for c in fitting if traditional_only(c)] or [c for c in fitting if common(c)] or fitting
    return tuple(pairs[c] for c in annotated)


def _without_notes(text: str) -> str:
    return _LOST.sub("", _NOTE.sub("", text)).rsplit("\n", 1)[-1]


def _gbk(character: str) -> bytes | None:
    if character in "\x80€":
        return b"\x80"
    try:
        return character.encode("gbk")
    except UnicodeEncodeError:
        return None


def _character(lead: int, trail: int) -> str | None:
    try:
        return bytes((lead, trail)).decode("gbk") if lead > 0x80 else None
    except UnicodeDecodeError:
        return None
