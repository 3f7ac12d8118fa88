"""The gates a blank must pass to stand on a card. Deck policy, laid over the ranking.

Figures from the design's study of hand-made decks: 2 to 8 characters, no function word at an edge, once in
the clip, at most half of its characters visible elsewhere, at least 6 characters of context, at most 35 %
of the clip hidden by one card. Slots are excepted from size, visibility and share.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.strength import inside
from jinju.model.article import Span
from jinju.model.plain import IMAGES, PLAIN
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Candidate, Clip

SHORTEST, LONGEST, LONGEST_PAIR = 2, 8, 11
CONTEXT = 6
SHARE, SHARE_OF_PAIR = 0.35, 0.42
SHARE_OF_ALL = 0.65
"""Of the clip by all its cards together: something of it must never be asked."""
SHARE_OF_SISTERS = 0.5
MANY = 3
"""Items of a list, and places of a word, that are many."""
_STOPS = "，。；：！？“”"
_COORDINATE = re.compile(r"(?P<tail>\w{2})(?:和|与|及|、)\w{2,6}(?P=tail)")
_LETTERS = re.compile(r"[\W_]")
_FUNCTION = frozenset(
    "的地得了着过是在和与及或而且但也都就才还又更很把被将对向从以为于所之其这那此该要会能可应让使给跟同并即则因由到们个等呢吗吧啊"
)
_EDGES = frozenset("的了着过也都就才还又更很和与及或而且但把被将对从以等能可让会使呢吗吧啊")
_FUNCTION_TAGS = frozenset(
    ("p", "c", "u", "r", "y", "m", "q", "t", "f", "d", "uj", "ul", "uz", "ug", "ud", "uv")
)


def letters(text: str) -> str:
    """`text` without punctuation and spaces."""
    return _LETTERS.sub("", text)


def passes(candidate: Candidate, clip: Clip) -> bool:
    """Whether the candidate may be hidden in this clip, whatever else is."""
    answer = candidate.span.of(clip.text)
    bare = letters(answer)
    if not bare or bare in WORN or any(candidate.span.overlaps(d) for d in clip.doubtful):
        return False
    if bare.isdigit() or not any(c.isalpha() for c in bare):
        return False
    if len(letters(clip.text)) - len(bare) < CONTEXT:
        return False
    if clip.text.count(answer) != 1 and not (candidate.kind == "slot" and len(answer) == 1):
        return False
    if _is_name(candidate, clip) or answer.count("“") != answer.count("”"):
        return False
    if candidate.kind == "slot":
        return _is_content(candidate, clip) and len(bare) <= LONGEST + 1
    longest = LONGEST_PAIR if re.search(r"[、，]", answer) else LONGEST
    return (
        SHORTEST <= len(bare) <= longest
        and bare not in PLAIN
        and (candidate.relation in ("quoted", "saying") or _whole_words(candidate, clip))
        and not _half_of_a_pair(candidate, clip)
        and not _in_noun_list(candidate, clip)
        and not _one_of_many(candidate, clip)
        and not _holds_frame(candidate, clip)
        and not (candidate.relation == "collocation" and _opens_a_noun(candidate, clip))
        and visible_share(candidate, clip) <= 0.5
        and len(bare) <= (SHARE_OF_PAIR if longest == LONGEST_PAIR else SHARE) * len(letters(clip.text))
    )


def _half_of_a_pair(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank would cut a unit: 调查研究|能力和决策能力, 创新|创造, 医师的致敬|与礼遇."""
    if candidate.kind == "slot" or candidate.relation in ("quoted", "even-pair", "saying"):
        return False
    if is_idiom(candidate.span.of(clip.text), clip.words):
        return False
    answer, end = candidate.span.of(clip.text), candidate.span.end
    if _COORDINATE.match(clip.text, end):
        return True
    if "的" in answer and clip.text[end : end + 1] in ("和", "与", "及", "、"):
        return True
    after = next((t for t in clip.tokens if t.start == end), None)
    last = clip.words.get(answer[-2:]).tag[:1]
    if after is None or len(after.text) != 2 or after.tag[:1] != last:
        return False
    return last in ("v", "a") and (len(answer) == 4 or not clip.words.get(answer).phrase)


def _in_noun_list(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is one of several listed things: 走进学校村居、田间地头."""
    if candidate.relation in ("quoted", "even-pair", "saying", "idiom"):
        return False
    start, end = candidate.span.start, candidate.span.end
    size = end - start
    for sister in (Span(max(0, start - 1 - size), max(0, start - 1)), Span(end + 1, end + 1 + size)):
        comma = clip.text[sister.end : sister.end + 1] if sister.start < start else clip.text[end : end + 1]
        inside = [t for t in clip.tokens if sister.start <= t.start and t.end <= sister.end]
        if comma == "、" and inside and sum(len(t.text) for t in inside) == size:
            return all(t.tag[:1] in ("n", "s", "f") for t in inside)
    return False


def _whole_words(candidate: Candidate, clip: Clip) -> bool:
    return {candidate.span.start, candidate.span.end} <= clip.edges and not _loose_edge(candidate, clip)


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
    return len(items) > MANY + 1 or not (is_idiom(answer, clip.words) or clip.words.get(answer).phrase)


def _opens_a_noun(candidate: Candidate, clip: Clip) -> bool:
    """Whether a loose collocation holds a name or goes on in the noun behind it: 宣传|口号."""
    after = next((t for t in clip.tokens if t.start == candidate.span.end), None)
    names = any(t.tag in ("nr", "ns", "nt", "nz") for t in inside(candidate.span, clip))
    return names or (after is not None and after.tag[:1] == "n")


def _holds_frame(candidate: Candidate, clip: Clip) -> bool:
    """Whether either end of the blank stands twice or more elsewhere in the clip: it belongs to the frame."""
    answer = candidate.span.of(clip.text)
    return any(clip.text.count(end) >= MANY for end in (answer[:2], answer[-2:]) if end.isalpha())


def visible_share(candidate: Candidate, clip: Clip) -> float:
    """The share of the answer's characters that stand elsewhere in the clip."""
    rest = set(clip.text[: candidate.span.start] + clip.text[candidate.span.end :])
    bare = letters(candidate.span.of(clip.text))
    return sum(c in rest for c in bare) / len(bare)


def fits(numbered: Sequence[Sequence[Candidate]], clip: Clip) -> bool:
    """Whether the blanks, grouped by card, fit together: none touches another, none gives one away."""
    flat = sorted((c for group in numbered for c in group), key=lambda c: c.span)
    for left, right in pairwise(flat):
        if left.span.end > right.span.start:
            return False
    whole = len(letters(clip.text))
    if sum(len(letters(c.span.of(clip.text))) for c in flat) > SHARE_OF_ALL * whole:
        return False
    for group in numbered:
        hidden = sum(len(letters(c.span.of(clip.text))) for c in group)
        if hidden > (SHARE_OF_SISTERS if all(c.kind == "slot" for c in group) else SHARE_OF_PAIR) * whole:
            return False
    return True


def _is_content(candidate: Candidate, clip: Clip) -> bool:
    """A slot may be short, but no function word, number, or subject with its verb."""
    answer = letters(candidate.span.of(clip.text))
    if answer in _FUNCTION or answer.isdigit():
        return False
    if len(answer) > 1 and (answer[0] in _EDGES or answer[-1] in _EDGES):
        return False
    inside = [
        t.tag[:1] for t in clip.tokens if candidate.span.start <= t.start and t.end <= candidate.span.end
    ]
    return inside != ["n", "v"]


def _is_name(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is a person's or a place's name, or mostly so, as far as the dictionary can tell."""
    if candidate.span.of(clip.text) in IMAGES:
        return False
    inside = [t for t in clip.tokens if candidate.span.start <= t.start and t.end <= candidate.span.end]
    named = sum(len(t.text) for t in inside if t.tag[:2] in ("nr", "ns", "nt") and len(t.text) > 1)
    return named * 2 > len(candidate.span)


def _loose_edge(candidate: Candidate, clip: Clip) -> bool:
    inside = [t for t in clip.tokens if candidate.span.start <= t.start and t.end <= candidate.span.end]
    inside = [t for t in inside if letters(t.text)]
    if not inside:
        return True
    if len(inside) == 1 and len(inside[0].text) >= 4:
        return False
    first, last = inside[0], inside[-1]
    return (
        first.text in _FUNCTION
        or last.text in _FUNCTION
        or (len(inside) == 1 and first.tag in _FUNCTION_TAGS)
        or (len(inside) == 1 and first.text in clip.topics)
        or first.tag in ("p", "c", "uj", "u", "q")
        or last.tag in ("p", "c", "uj", "u")
    )
