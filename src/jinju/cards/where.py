"""Where a blank stands in its clause, in words that help: what it goes with, is governed by, describes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.strength import inside
from jinju.messages import word
from jinju.model.plain import LEANING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jinju.cards.candidate import Clip
    from jinju.model.article import Span
    from jinju.model.lexicon import Token

_MARKS = "“”"
_UNIT = re.compile(r"[^，、。；：！？“”（）…—]+")
_LONGEST, _COMPOUND = 8, 4
_OPENERS = frozenset(("是", "为", "成为", "作为", "有", "在", "以", "了", "和", "与"))
"""Words behind which a modifier begins."""


def where(span: Span, clip: Clip, hidden: AbstractSet[str] = frozenset()) -> str:
    """The blank's neighbour in a list, its verb, or the noun or verb that it describes; "" if unclear.

    Only what can be read on the card is named.
    """
    for code, neighbour in (
        ("beside", _beside(span, clip)),
        ("modifies", _noun_behind(span, clip)),
        ("object", _verb_before(span, clip)),
        ("adverb", _verb_behind(span, clip)),
        ("head", _modifier_before(span, clip)),
    ):
        if neighbour and not any(neighbour in h or h in neighbour for h in hidden):
            return word(f"hint.{code}", word=neighbour)
    return ""


def _beside(span: Span, clip: Clip) -> str:
    """The unit next to the blank in a list, if it is as long."""
    text = clip.text
    if text[span.start - 1 : span.start] == "、":
        units = _UNIT.findall(text[: span.start - 1])
        unit = units[-1] if units else ""
        tail = unit[-len(span) :]
        entry = clip.words.get(tail)
        return _alike(tail if entry.phrase or entry.tag in ("i", "l") else unit, span)
    if text[span.end : span.end + 1] == "、":
        found = _UNIT.match(text, span.end + 1)
        return _alike(found[0] if found else "", span)
    return ""


def _alike(unit: str, span: Span) -> str:
    return unit if len(unit) == len(span) <= _LONGEST else ""


def _before(span: Span, clip: Clip) -> Token | None:
    start = span.start - 1 if clip.text[span.start - 1 : span.start] in _MARKS else span.start
    return next((t for t in clip.tokens if t.end == start), None)


def _behind(span: Span, clip: Clip) -> Token | None:
    end = span.end + 1 if clip.text[span.end : span.end + 1] in _MARKS else span.end
    return next((t for t in clip.tokens if t.start == end), None)


def _verb_before(span: Span, clip: Clip) -> str:
    token, next_ = _before(span, clip), _behind(span, clip)
    answer = span.of(clip.text)
    if "、" in answer or "，" in answer or clip.words.get(answer).tag in ("i", "l"):
        return ""
    if token is None or token.tag != "v" or len(token.text) < 2 or token.text in LEANING:
        return ""
    run = inside(span, clip)
    if not run or run[-1].tag[:1] != "n" or run[0].tag[:1] in ("d", "v", "p", "c"):
        return ""
    if next_ is not None and next_.text.isalpha():
        return ""
    earlier = next((t for t in clip.tokens if t.end == token.start), None)
    alone = earlier is None or not earlier.text.isalpha() or earlier.text in LEANING
    return token.text if alone else ""


def _noun_behind(span: Span, clip: Clip) -> str:
    """The noun that 的 joins to the blank, with the nouns that follow it: 的|时代使命."""
    link, earlier = _behind(span, clip), _before(span, clip)
    if link is None or link.text != "的" or (earlier and earlier.text[-1] == "于"):
        return ""
    noun, end = "", link.end
    while len(noun) < _COMPOUND:
        token = next((t for t in clip.tokens if t.start == end), None)
        if token is None or token.tag[:1] != "n" or not token.text.isalpha():
            break
        noun, end = noun + token.text, token.end
    goes_on = clip.text[end : end + 1].isalpha()
    return noun if len(noun) > 1 and not goes_on else ""


def _verb_behind(span: Span, clip: Clip) -> str:
    """The verb that an idiom goes before."""
    token = next((t for t in clip.tokens if t.start == span.end), None)
    if token is not None and token.text == "地":
        token = next((t for t in clip.tokens if t.start == span.end + 1), None)
    if token is None or not is_idiom(span.of(clip.text), clip.words):
        return ""
    return token.text if token.tag == "v" and len(token.text) > 1 and token.text not in LEANING else ""


def _modifier_before(span: Span, clip: Clip) -> str:
    """The word that 的 joins to the blank from before, if it is all that does: not 焕发|生机的."""
    link = _before(span, clip)
    if link is None or link.text != "的":
        return ""
    token = next((t for t in clip.tokens if t.end == link.start), None)
    if token is None or len(token.text) < 2 or not token.text.isalpha():
        return ""
    earlier = next((t for t in clip.tokens if t.end == token.start), None)
    alone = earlier is None or not earlier.text.isalpha() or earlier.text in _OPENERS
    return token.text if alone else ""
