"""Where sentences end, in Chinese, English and both mixed."""

from __future__ import annotations

import re
from typing import Final

from jinju.model.article import Span
from jinju.text.characters import HAN
from jinju.text.pairs import pairs

_CLOSERS: Final = "”’」』）)》】〕］〗\"'»"
_STOP: Final = re.compile(r"[。！？!?｡]+|…{1,2}|\.{2,}|\.|\n")
_BINDING: Final = 120
"""A quotation or bracket longer than this may hold sentences of its own."""
_SPEECH: Final = re.compile(
    f"[{HAN}A-Za-z]{{0,8}}(?:说|道|问|答|喊|讲|写道|表示|指出|强调|感叹|感慨|叮嘱|回答|坦言|介绍|认为|告诉|嘱咐|呼吁|笑着|自语|说着)"
)
_GOES_ON: Final = re.compile(
    "[的地得之这那此该其一等式类般样是为和与及或并而也都就便才又还却既以于在里中上下成作变让使令把被已曾将即若则]"
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\"'“‘\[])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Mt|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|Sr|Jr|vs|etc|cf|"
    r"al|ed|eds|vol|No|Nos|Fig|Figs|Eq|pp|p|ch|sec|approx|dept|est|Inc|Ltd|Co|Corp|Bros|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|e\.g|i\.e|a\.m|p\.m|A\.M|P\.M|"
    r"(?:[A-Z]\.)*[A-Z])$"
)
_NEVER_LAST: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Mt|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|vs|cf|No|Nos|Fig|Figs|Eq|pp|e\.g|i\.e)$"
)
_NEXT_BEGINS: Final = re.compile(f"\\s*[“‘\"'(（\\[《「『]*[A-Z0-9{HAN}]")


def split_sentences(text: str) -> list[Span]:
    """The sentences of `text` in order, each with its closing punctuation, without white space around it.

    Together they hold every character but white space. Quotations and brackets are not cut inside unless
    they are long, and what goes on behind a closing quotation mark belongs to the same sentence.
    """
    spans: list[Span] = []
    start = 0
    bound = pairs(text, _BINDING)
    inside = _cover(bound, len(text))
    opening = {end - 1: begin for begin, end in bound}
    for m in _STOP.finditer(text):
        if m.end() <= start or m.start() < start:
            continue
        if m[0] == "\n":
            _add(spans, text, start, m.start())
            start = m.end()
            continue
        end = _end(text, m, inside, opening, start)
        if end is not None:
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, len(text))
    return spans


def _cover(bound: list[tuple[int, int]], length: int) -> bytearray:
    """For each place, whether it lies inside a binding pair."""
    inside = bytearray(length + 1)
    for begin, end in bound:
        inside[begin + 1 : end - 1] = b"\x01" * max(0, end - begin - 2)
    return inside


def _end(text: str, m: re.Match[str], inside: bytearray, opening: dict[int, int], start: int) -> int | None:
    """Where the sentence ends that stops at `m`, or None where it goes on."""
    at = m.end()
    while at < len(text) and text[at] in "。！？!?…":
        at += 1
    closed = None
    while (
        at < len(text) and text[at] in _CLOSERS and (at in opening or not inside[at - 1] or text[at] in "\"'")
    ):
        closed = opening.get(at, closed)
        at += 1
    if at < len(text) and inside[at - 1 if closed is None else at]:
        return None
    if at >= len(text):
        return at
    if text[at] in "，、；：,;:":
        return None
    if m[0][0] == ".":
        return at if _full_stop(text, m, at) else None
    if closed is not None and _continues(text, closed, at, start):
        return None
    if m[0][0] == "…" and at == m.end() and _unfinished(text[start : m.start()], text[at : at + 1]):
        return None
    if m[0][-1] in "!?" and m[0].isascii() and text[at] == " ":
        return at if _NEXT_BEGINS.match(text, at) else None
    return at


def _continues(text: str, opened: int, at: int, start: int) -> bool:
    """Whether the sentence goes on behind a quotation that ends like a sentence."""
    if text[opened] in "（(":
        return False
    if text[opened] in "《〈":
        return True
    rest = text[at : at + 14]
    if text[at] == " ":
        return not _NEXT_BEGINS.match(text, at)
    before = text[opened - 1 : opened].strip() if opened > start else ""
    if before in ("：", ":", "，", "") or before in "。！？”’":
        return _SPEECH.match(rest) is not None or rest[0] in "的这那一等之是"
    return _GOES_ON.match(rest) is not None or _SPEECH.match(rest) is not None


def _unfinished(so_far: str, after: str) -> bool:
    """Whether an ellipsis only trails off: behind a mere list, or before a particle."""
    return after in "的等之吧呢吗啊呀" or not re.search("[，,；;：:]", so_far)


def _full_stop(text: str, m: re.Match[str], at: int) -> bool:
    """Whether a dot ends a sentence rather than an abbreviation, a number, an enumerator or a name."""
    before = text[max(0, m.start() - 12) : m.start()]
    if not before or not _NEXT_BEGINS.match(text, at):
        return False
    if re.search(f"[{HAN}]$", before):
        return True
    if not text[at].isspace():
        return (
            bool(re.match(f"[{HAN}]", text[at]))
            and bool(re.search(r"[A-Za-z”\"')]$", before))
            and at > m.end()
        )
    if len(m[0]) > 1:
        return True
    if re.search(r"(?:^|[\n。])\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$", before):
        return False
    if _ABBREVIATION.search(before):
        if _NEVER_LAST.search(before) or (
            re.search(r"(?:^|[\s.(\"“])[A-Z]$", before) and not before.endswith(("U.S", "U.K", "U.N", "D.C"))
        ):
            return False
        return bool(
            re.match(
                r"\s+[“\"‘]?(?:The|This|That|These|Those|He|She|It|They|We|I|But|And|In|On|At|A|An|If|When|However|There)\b",
                text[at : at + 14],
            )
        )
    return True


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        start += len(piece) - len(piece.lstrip())
        spans.append(Span(start, start + len(piece.strip())))
