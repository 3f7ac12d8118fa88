"""Where sentences end, in Chinese, English and both mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jinju.model.article import Span
from jinju.text.characters import HAN
from jinju.text.pairs import pairs
from jinju.text.stops import begins_sentence, ends_sentence

_CLOSERS: Final = "”’」』）)》】〕］〗\"'»"
_STOP: Final = re.compile(r"[。！？!?｡]+|…{1,2}|\.{2,}|\.|\n")
_WORD: Final = re.compile(r"\w")
_SIDE_BY_SIDE: Final = 4
"""So many quotations may follow one another before the sentence goes on."""
_SOURCE: Final = 40
_NUMBER: Final = re.compile(r"[一二三四五六七八九十\d]{1,3}$")
_BINDING: Final = 120
"""A quotation or bracket longer than this may hold sentences of its own."""
_SPEECH: Final = (
    f"[{HAN}A-Za-z]{{0,8}}"
    "(?:说|道|问|答|喊|讲|写道|表示|指出|强调|感叹|感慨|叮嘱|回答|坦言|介绍|认为|告诉|嘱咐|呼吁|笑着|自语|说着)"
)
"""Slow to compile, so only the first quotation that needs it does."""
_GOES_ON: Final = re.compile(
    "[的地得之这那此该其一等式类般样是为和与及或并而也都就便才又还却既以于在里中上下成作变让使令把被已曾将即若则]"
)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Where the pair that closes here opens; where the pair that opens here ends."""

    opening: dict[int, int]
    closing: dict[int, int]


def split_sentences(text: str) -> list[Span]:
    """The sentences of `text` in order, each with its closing punctuation, without white space around it.

    Together they hold every character but white space. Quotations and brackets are not cut inside unless
    they are long, and what goes on behind a closing quotation mark belongs to the same sentence.
    """
    spans: list[Span] = []
    start = 0
    bound = pairs(text, _BINDING)
    inside = _cover(bound, len(text))
    paired = _Pairs({end - 1: begin for begin, end in bound}, dict(bound))
    for m in _STOP.finditer(text):
        if m.end() <= start or m.start() < start:
            continue
        if m[0] == "\n":
            _add(spans, text, start, m.start())
            start = m.end()
            continue
        end = _end(text, m, inside, paired, start)
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


def _end(text: str, m: re.Match[str], inside: bytearray, bound: _Pairs, start: int) -> int | None:
    """Where the sentence ends that stops at `m`, or None where it goes on."""
    at = m.end()
    closed = None
    while at < len(text) and (text[at] in "。！？!?…" or _closes(text, at, inside, bound)):
        closed = bound.opening.get(at, closed)
        at += 1
    if at < len(text) and inside[at - 1 if closed is None else at]:
        return None
    if at >= len(text):
        return at
    if text[at] in "，、；：,;:":
        return None
    if m[0][0] == ".":
        return at if ends_sentence(text, m.start(), at) else None
    if closed is not None and _continues(text, closed, at, start, bound):
        return None
    if (
        m[0][0] == "…"
        and at == m.end()
        and _unfinished(text[max(start, m.start() - _BINDING) : m.start()], text[at])
    ):
        return None
    if m[0][-1] in "!?" and m[0].isascii() and text[at].isascii():
        return at if text[at].isspace() and begins_sentence(text, at) else None
    return _with_source(text, at, bound)


def _closes(text: str, at: int, inside: bytearray, bound: _Pairs) -> bool:
    return text[at] in _CLOSERS and (at in bound.opening or not inside[at - 1] or text[at] in "\"'")


def _with_source(text: str, at: int, bound: _Pairs) -> int:
    """A source in brackets right behind the stop belongs to the sentence."""
    end = bound.closing.get(at, at)
    if end == at or text[at] not in "（(" or end - at > _SOURCE or text[end : end + 1] in ("。", "，"):
        return at
    return at if _STOP.search(text, at, end) or _NUMBER.match(text, at + 1, end - 1) else end


def _continues(text: str, opened: int, at: int, start: int, bound: _Pairs) -> bool:
    """Whether the sentence goes on behind a pair that ends like a sentence."""
    before = text[opened - 1] if opened > start else ""
    if text[opened] in "（(":
        return before not in ("", " ", "。", "！", "？", ".")
    if text[opened] in "《〈":
        return True
    for _ in range(_SIDE_BY_SIDE):
        if text[at : at + 1] in ("“", "‘", "「"):
            at = bound.closing.get(at, at)
    rest = text[at : at + 14]
    if not rest or rest[0] == " ":
        return bool(rest) and not begins_sentence(text, at)
    speech = re.match(_SPEECH, rest)
    if before in ("：", ":"):
        return (speech is not None and rest[speech.end() :][:1] not in ("：", ":")) or rest[
            0
        ] in "的这那一等之是"
    if before in ("，", "", " ", "。", "！", "？", "”", "’"):
        return speech is not None or rest[0] in "的这那一等之是"
    return _GOES_ON.match(rest) is not None or speech is not None


def _unfinished(so_far: str, after: str) -> bool:
    """Whether an ellipsis only trails off: behind a mere list, or before a particle."""
    return after in "的等之吧呢吗啊呀" or not re.search("[，,；;：:]", so_far)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if not piece.strip():
        return
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if spans and not _WORD.search(piece) and "\n" not in text[spans[-1].end : start]:
        spans[-1] = Span(spans[-1].start, end)  # signs alone are no sentence
    else:
        spans.append(Span(start, end))
