"""Whether two units joined by 、 or ， are really a pair: 俯下身子、迈开步子, not 感恩之心，感恩母亲."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.model.plain import LEANING, POINTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Clip
    from jinju.model.lexicon import Words

_JOINT = re.compile(r"[、，]")
_STOPS = frozenset("，。；：！？、“”（）—…")
_ENDS = ("", *_STOPS)
_JOINTS = frozenset("的地和与之中上里等")
"""What may follow a pair of known phrases: 无法无天，肆意妄为|的祸源."""
_TURNS = frozenset("而则却")
_DENIES = re.compile(r"(?:不可能|不能|不会|不可|不是|并非|绝非|难以|岂能)(?:是|靠)?$")
_SHORT, _LONG = 2, 7
WORD = "word"
"""The shape of a unit that is one word of the dictionary."""
EVERYDAY = 500
"""Dictionary frequency from which a word is everyday."""


def halves(text: str) -> list[str]:
    """The units between 、 and ，."""
    return [part for part in _JOINT.split(text) if part]


def paired(span: Span, clip: Clip) -> bool:
    """Whether the units of `span` belong together, none the rest of a clause or part of a longer list.

    Both are known, or chime, or are built of the same parts of speech, and say more than plain talk.
    """
    text, words = span.of(clip.text), clip.words
    units = halves(text)
    if not all(u.isalpha() and len(u) == len(units[0]) <= _LONG for u in units) or len(units) < _SHORT:
        return False
    chimes = all(len(set(u)) < len(u) for u in units)
    if _in_list(span, clip.text) and not (chimes and text[len(units[0])] == "、"):
        return False
    known = [_known(u, words) for u in units]
    after = clip.text[span.end : span.end + 1]
    closed = after in _ENDS or (all(known) and after in _JOINTS)
    opens = _opens(span.start, clip)
    if "，" in text and not (closed and (opens or (all(known) and not _denied(span, clip)))):
        return False
    if after in _TURNS:
        return False  # 历经沧桑而|初心不改、饱经风霜|而本色依旧
    sentence = "，" in text and opens and after in "。！？”"
    if words.get(text).phrase or all(known) or chimes or (sentence and any(known)):
        return True
    spans = _spans(span, text)
    shapes = [_shape(unit, clip) for unit in spans]
    plain = [_plain(unit, clip) for unit in spans]
    if any(known):  # the other must be no plain talk: not 取信于民、推动发展
        rows = zip(known, shapes, plain, spans, strict=True)
        return all(k or (s is not None and not p and not _things(s, u, clip)) for k, s, p, u in rows)
    fresh = not any(_everyday(unit, clip) for unit in spans)
    return None not in shapes and not all(plain) and _differ(units) and (fresh or _built_alike(shapes))


def _denied(span: Span, clip: Clip) -> bool:
    """Whether the first unit alone is denied: 不可能|一蹴而就，脚踏实地."""
    return _DENIES.search(clip.text, 0, span.start) is not None


def _things(shape: str, unit: Span, clip: Clip) -> bool:
    """Whether a unit is nouns only, as far as the tags of everyday words can be trusted: 学校村居."""
    return set(shape) <= set("ns") and _everyday(unit, clip)


def _built_alike(shapes: Sequence[str | None]) -> bool:
    """Whether the units are of the same parts of speech and no mere nouns."""
    return len(set(shapes)) == 1 and not all(set(s or "") <= set("ns") for s in shapes)


def _differ(units: list[str]) -> bool:
    """Whether the units repeat no word in one place: what repeats is a frame, and they are no unit."""
    return len({u[:2] for u in units}) == len({u[-2:] for u in units}) == len(units)


def _words_in(unit: Span, clip: Clip) -> list[int]:
    return [
        clip.words.get(t.text).frequency for t in clip.tokens if unit.start <= t.start and t.end <= unit.end
    ]


def _plain(unit: Span, clip: Clip) -> bool:
    """Whether the unit is made of everyday words only."""
    return all(f >= EVERYDAY for f in _words_in(unit, clip))


def _everyday(unit: Span, clip: Clip) -> bool:
    """Whether an everyday word is in the unit: not in 雏鹰试翼."""
    return any(f >= EVERYDAY for f in _words_in(unit, clip))


def _known(unit: str, words: Words) -> bool:
    entry = words.get(unit)
    return entry.phrase or (entry.tag in ("i", "l") and len(unit) > 3)


def _spans(span: Span, text: str) -> list[Span]:
    found, at = [], 0
    for unit in halves(text):
        at = text.index(unit, at)
        found.append(Span(span.start + at, span.start + at + len(unit)))
        at += len(unit)
    return found


def _shape(unit: Span, clip: Clip) -> str | None:
    """The parts of speech of its words, None where words are cut or one of them leans on the frame."""
    if not {unit.start, unit.end} <= clip.edges:
        return None
    tokens = [t for t in clip.tokens if unit.start <= t.start and t.end <= unit.end]
    if any(
        t.tag[:1] in ("c", "u", "y") or t.text in POINTING or (t.text in LEANING and len(t.text) > 1)
        for t in tokens
    ):
        return None
    if len(tokens) == 1 and len(tokens[0].text) > 3:
        return WORD
    return "".join(t.tag[:1] * len(t.text) for t in tokens)


def _opens(start: int, clip: Clip) -> bool:
    """Whether a clause begins at `start`, a leaning word or two aside."""
    while start > 0:
        before = next((t for t in clip.tokens if t.end == start), None)
        if clip.text[start - 1] in _STOPS or before is None:
            return clip.text[start - 1] in _STOPS
        if before.text not in LEANING:
            return False
        start = before.start
    return True


def _in_list(span: Span, text: str) -> bool:
    """Whether the pair is part of a longer list, the words before its first unit included."""
    before = max(text.rfind(mark, 0, span.start) for mark in _STOPS)
    return (before >= 0 and text[before] == "、") or text[span.end : span.end + 1] == "、"
