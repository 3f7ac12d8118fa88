"""Whether a blank would cut a unit, single one thing out of a list, or hide what belongs to a frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.strength import inside
from jinju.model.article import Span
from jinju.model.plain import TRAILING

if TYPE_CHECKING:
    from jinju.cards.candidate import Candidate, Clip

MANY = 3
"""Items of a list, and places of a word, that are many."""
_STOPS = "，。；：！？“”"
_COORDINATE = re.compile(r"(?P<tail>\w{2})(?:和|与|及|、)\w{2,6}(?P=tail)")


def _half_of_a_pair(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank would cut a unit: 调查研究|能力和决策能力, 创新|创造, 医师的致敬|与礼遇."""
    if candidate.kind == "slot" or candidate.relation in ("quoted", "even-pair", "saying", "cited"):
        return False
    if is_idiom(candidate.span.of(clip.text), clip.words):
        return False
    answer, end = candidate.span.of(clip.text), candidate.span.end
    if _COORDINATE.match(clip.text, end):
        return True
    if "的" in answer and clip.text[end : end + 1] in ("和", "与", "及", "、"):
        return True
    after = clip.beginning.get(end)
    last = clip.words.get(answer[-2:]).tag[:1]
    if after is None or len(after.text) != 2 or after.tag[:1] != last:
        return False
    return last in ("v", "a") and (len(answer) == 4 or not clip.words.get(answer).phrase)


def _in_noun_list(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is one of several listed things: 走进学校村居、田间地头."""
    if candidate.relation in ("quoted", "even-pair", "saying", "cited", "idiom"):
        return False
    start, end = candidate.span.start, candidate.span.end
    size = end - start
    for sister in (Span(max(0, start - 1 - size), max(0, start - 1)), Span(end + 1, end + 1 + size)):
        comma = clip.text[sister.end : sister.end + 1] if sister.start < start else clip.text[end : end + 1]
        if comma != "、":
            continue
        run = inside(sister, clip)
        if len(run) > 1 and sum(len(t.text) for t in run) == size:
            return all(t.tag[:1] in ("n", "s", "f") for t in run)
    return False


def _one_of_many(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is an item of a list of three or more: any other would do as well.

    A pair is an end of the list, an idiom or a known phrase of a few hard enough; of more nothing is.
    """
    span, text = candidate.span, clip.text
    start = max(text.rfind(c, 0, span.start) for c in _STOPS) + 1
    end = min((at for c in _STOPS if (at := text.find(c, span.end)) >= 0), default=len(text))
    items = text[start:end].split("、")
    answer = span.of(text)
    if len(items) < MANY or "、" in answer:
        return False
    if "、" not in (text[span.start - 1 : span.start], text[span.end : span.end + 1]):
        return False
    first = text[start : span.end].find("、") < 0  # the first stays as the model
    known = clip.words.get(answer).phrase and not first
    return len(items) > MANY + 1 or not (is_idiom(answer, clip.words) or known)


def _goes_on(candidate: Candidate, clip: Clip) -> bool:
    """Whether a loose collocation holds a name or goes on behind it: 宣传|口号, 平凡铸就|伟大."""
    after = clip.beginning.get(candidate.span.end)
    run = inside(candidate.span, clip)
    if any(t.tag in ("nr", "ns", "nt", "nz") for t in run):
        return True
    if after is None or not after.text.isalpha() or after.text in TRAILING:
        return False
    return after.tag[:1] == "n" or (len(after.text) > 1 and after.tag[:1] in ("a", "v"))


def _holds_frame(candidate: Candidate, clip: Clip) -> bool:
    """Whether an end of the blank belongs to a frame: it stands twice or more elsewhere, or in a neighbour.

    失去人民、|失去未来|: the neighbour begins, or ends, as the blank does.
    """
    span, text = candidate.span, clip.text
    answer, size = span.of(text), len(span)
    if any(text.count(end) >= MANY for end in (answer[:2], answer[-2:]) if end.isalpha()):
        return True
    if clip.words.get(answer).phrase or not answer.isalpha():
        return False
    idiom = is_idiom(answer, clip.words)
    beside = []
    if span.start > size and text[span.start - 1] in "、，":
        beside.append(text[span.start - 1 - size : span.start - 1])
    if text[span.end : span.end + 1] in ("、", "，"):
        beside.append(text[span.end + 1 : span.end + 1 + size])
    beside = [b for b in beside if len(b) == size]
    return any(b[-2:] == answer[-2:] or (b[:2] == answer[:2] and not idiom) for b in beside)


FAULTS = (
    ("half-of-a-pair", _half_of_a_pair),
    ("in-noun-list", _in_noun_list),
    ("one-of-many", _one_of_many),
    ("holds-frame", _holds_frame),
    ("goes-on", _goes_on),
)
"""Each by itself, with its name."""
