"""Hints: a ladder from the relation to the first character, weakest first.

A four-character idiom holds about 14 bits; its pinyin initials leave 0.4 of them, its first character 4.7
(facts of the project's study). So relation and length come first, then initials, then the character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.gates import letters
from jinju.cards.idiom import is_idiom
from jinju.cards.where import where
from jinju.messages import word
from jinju.model.plain import IMAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Candidate, Clip

_BARE = str.maketrans("", "", "“”")
_SAID = frozenset(("idiom", "shape", "even-pair", "formula", "cited", "image", "couplet", "known"))
_OF_LIST = re.compile(r"[^，。；：、]+、[^，。；：、]+、$")
"""Before a member of a list: its own neighbours tell more than who made the list."""
_ROW = 3
"""Members of a row in which the place of one says something."""


def ladder(group: Sequence[Candidate], clip: Clip) -> tuple[str, ...]:
    """The hints of one card, in the order in which they are shown; no step gives an answer whole."""
    answers = [c.span.of(clip.text) for c in group]
    steps = [_join(_relation(c, clip, group) for c in group)]
    steps.append(_join(_length(a) for a in answers))
    steps.append(_join(initials(a, clip) for a in answers))
    if all(len(letters(a)) > 2 for a in answers):
        steps.append(_join(f"{letters(a)[0]}…" for a in answers))
    return tuple(step for step in steps if step)


def _relation(candidate: Candidate, clip: Clip, group: Sequence[Candidate]) -> str:
    if candidate.relation in ("parallel", "antithesis", "goal") and candidate.size:
        hidden = {c.span.of(clip.text) for c in group}
        answer = candidate.span.of(clip.text)
        if candidate.partner and candidate.partner not in hidden and answer not in candidate.partner:
            if sister := _sister(candidate, clip):
                return sister
        else:
            return word("hint.place", place=candidate.place, size=candidate.size)
    answer = candidate.span.of(clip.text)
    known = candidate.relation == "famous" and not _OF_LIST.search(clip.text, 0, candidate.span.start)
    if known and candidate.partner and answer not in candidate.partner:
        return word("hint.famous", source=candidate.partner)
    if candidate.relation == "saying" and len(letters(candidate.partner)) == len(letters(answer)):
        return word("hint.next", partner=candidate.partner.translate(_BARE))
    if candidate.relation == "famous" and len({len(letters(p)) for p in answer.split("、")}) == 1 < len(
        answer.split("、")
    ):
        return word("hint.even-pair")
    kind = "image" if answer in IMAGES else "idiom" if is_idiom(answer, clip.words) else candidate.relation
    if kind not in _SAID and clip.words.get(answer).phrase:
        kind = "known"
    said = [word(f"hint.{kind}")] if kind in _SAID else []
    if kind == "couplet":
        return said[0]
    place = where(candidate.span, clip, {c.span.of(clip.text) for c in group})
    return "，".join(part for part in (*said, place) if part)


def _sister(candidate: Candidate, clip: Clip) -> str:
    """What the blank goes with in its row or frame; "" where two of them do not stand alike."""
    partner = candidate.partner.translate(_BARE)
    if candidate.relation != "parallel":
        return word(f"hint.{candidate.relation}", partner=partner)
    if candidate.size >= _ROW:
        return word("hint.parallel-of-row", partner=partner, place=candidate.place)
    return word("hint.parallel", partner=partner) if _alike(candidate, clip) else ""


def _alike(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is as long as its partner and stands as it does.

    That is behind or before the same character, or at the end of a clause behind the same part of speech.
    """
    text, span = clip.text, candidate.span
    start = text.rfind(candidate.partner, 0, span.start)
    if start < 0:
        start = text.find(candidate.partner, span.end)
    if start < 0 or len(letters(candidate.partner)) != len(letters(span.of(text))):
        return False
    before, other = text[max(0, start - 1) : start], text[max(0, span.start - 1) : span.start]
    behind, end = text[start + len(candidate.partner) :][:1], text[span.end : span.end + 1]
    if _edge(before) == _edge(other) or (_edge(end) and behind == end):
        return True
    ends = _edge(behind) == _edge(end) == ""
    return ends and _tag_before(start, clip) == _tag_before(span.start, clip) != ""


def _edge(character: str) -> str:
    """The character, "" for the beginning or end of a clause."""
    return "" if character in "，；。！？：" else character


def _tag_before(at: int, clip: Clip) -> str:
    """The part of speech, in one letter, of the word that ends there; "" if none does."""
    return next((t.tag[:1] for t in clip.tokens if t.end == at), "")


def _length(answer: str) -> str:
    parts = [letters(p) for p in answer.replace("，", "、").split("、")]
    return word("hint.length", count="+".join(str(len(p)) for p in parts if p))


def initials(answer: str, clip: Clip) -> str:
    """The pinyin initials of `answer`, the word deciding between readings; Latin letters stay."""
    out: list[str] = []
    at = 0
    while at < len(answer):
        for end in range(min(len(answer), at + 8), at + 1, -1):
            known = clip.words.initials.get(answer[at:end])
            if known:
                out.append(known)
                at = end
                break
        else:
            readings = clip.words.readings.get(answer[at], ())
            if readings:
                out.append(plain_initial(readings[0]))
            elif not answer[at].isalnum():
                out.append("·")
            at += 1
    return " ".join(out).replace("· ·", "·").strip("· ")


def plain_initial(syllable: str) -> str:
    """The first letter of a pinyin syllable without tone mark."""
    tones = "āáǎàaēéěèeōóǒòo"
    letter = syllable[0]
    return "aeo"[tones.index(letter) // 5] if letter in tones else letter


def _join(parts: object) -> str:
    return " / ".join(p for p in parts if p)  # type: ignore[attr-defined]
