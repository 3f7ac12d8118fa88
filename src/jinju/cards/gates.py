"""The gates a blank must pass to stand on a card, whatever it is worth.

Figures from the design's study of hand-made decks: 2 to 8 characters, once in the clip, at most 35 % of the
clip hidden by one card; of a short maxim half, and 4 characters of context. Slots are excepted from size and
share.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.strength import inside
from jinju.model.plain import IMAGES, SURNAMES
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.cards.candidate import Candidate, Clip
    from jinju.model.lexicon import Token

SHORTEST, LONGEST, LONGEST_PAIR = 2, 8, 11
CONTEXT = 4
SHARE, SHARE_OF_PAIR = 0.35, 0.42
MAXIM, SHARE_OF_MAXIM = 14, 0.5
"""Letters of a short clip, and the most of it that one card may hide."""
SHARE_OF_ALL = 0.65
"""Of the clip by all its cards together: something of it must never be asked."""
SHARE_OF_SISTERS = 0.5
TURNED = 4
"""Characters from which an answer may be given away by the same ones in another order."""
COMMON_NAME = 100
"""Dictionary frequency from which a person's name without a surname is one (哥伦布)."""
OPENING, CLOSING = "“‘《（(", "”’》）)"
_SHORT_ANSWER = 5
_NO_BEGINNING = ("很", "许多", "不少", "一些", "之谓", "谓之", "是谓")
"""What says how much, or only joins, begins no answer: 很多有用, 之谓仁."""
_TAKEN = re.compile(r"[将把][^，。；]{0,8}$")
"""What puts the object before its verb."""
_JOINT = re.compile(r"[、，]")
_LETTERS = re.compile(r"[\W_]")
_FUNCTION = frozenset(
    "的地得了着过是在和与及或而且但也都就才还又更很把被将对向从以为于所之其这那此该要会能可应让使给跟同并即则因由到们个等呢吗吧啊"
)
_FUNCTION_TAGS = frozenset(
    ("p", "c", "u", "r", "y", "m", "q", "t", "f", "d", "uj", "ul", "uz", "ug", "ud", "uv")
)


def letters(text: str) -> str:
    """`text` without punctuation and spaces."""
    return _LETTERS.sub("", text)


def allowed(candidate: Candidate, clip: Clip) -> bool:
    """Whether the candidate may be hidden in this clip at all, whatever it is worth."""
    answer = candidate.span.of(clip.text)
    bare = letters(answer)
    if not bare or bare in WORN or any(candidate.span.overlaps(d) for d in clip.doubtful):
        return False
    if bare.startswith(_NO_BEGINNING) or bare.isdigit() or not any(c.isalpha() for c in bare):
        return False
    if len(letters(clip.text)) - len(bare) < CONTEXT or _bracketed(candidate.span.start, clip.text):
        return False
    if clip.text.count(answer) != 1 and not (candidate.kind == "slot" and len(answer) == 1):
        return False
    if not (answer[0].isalnum() or answer[0] in OPENING) or not (
        answer[-1].isalnum() or answer[-1] in CLOSING
    ):
        return False
    if any(answer.count(left) != answer.count(right) for left, right in zip(OPENING, CLOSING, strict=True)):
        return False
    slot = candidate.kind == "slot"
    unit = slot or not (
        _part_of_known(candidate, clip) or _can_be_read(answer, candidate, clip) or _turned(candidate, clip)
    )
    longest = LONGEST_PAIR if _JOINT.search(answer) else LONGEST
    whole = len(letters(clip.text))
    share = 1.0 if slot else _most(whole, SHARE_OF_PAIR if longest == LONGEST_PAIR else SHARE)
    return (
        unit
        and not _straddles(candidate, clip)
        and not is_name(candidate, clip)
        and (1 if slot else SHORTEST) <= len(bare) <= longest
        and len(bare) <= share * whole
    )


def _bracketed(at: int, text: str) -> bool:
    """Whether what begins there is in brackets: a source, an author, a remark."""
    return any(text.count(left, 0, at + 1) > text.count(right, 0, at) for left, right in ("（）", "()"))


def _most(whole: int, share: float) -> float:
    """The most that one card may hide of a clip of `whole` letters: more of a short maxim."""
    return max(share, SHARE_OF_MAXIM) if whole <= MAXIM else share


def _part_of_known(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is part of what is known as one: 经济|增长点, 题中|应有之义."""
    span = candidate.span
    if is_idiom(span.of(clip.text), clip.words):
        return False
    return any(unit != span and unit.contains(span) for unit in clip.units)


def _can_be_read(answer: str, candidate: Candidate, clip: Clip) -> bool:
    """Whether two characters in a row of a short answer stand elsewhere in the clip."""
    rest = f"{clip.text[: candidate.span.start]}|{clip.text[candidate.span.end :]}"
    return len(answer) <= _SHORT_ANSWER and any(
        a.isalnum() and b.isalnum() and a + b in rest for a, b in pairwise(answer)
    )


def _turned(candidate: Candidate, clip: Clip) -> bool:
    """Whether the answer's characters stand elsewhere in another order: 事半功倍 beside 事倍功半."""
    span, text = candidate.span, clip.text
    size, letters_of_it = len(span), sorted(span.of(text))
    return size >= TURNED and any(
        sorted(text[at : at + size]) == letters_of_it
        for at in range(len(text) - size + 1)
        if at + size <= span.start or at >= span.end
    )


def _straddles(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank begins and ends with one word of a frame, or is object and verb: 将…|英雄铭记."""
    run = inside(candidate.span, clip)
    answer = candidate.span.of(clip.text)
    framed = len(run) > 1 and run[0].text == run[-1].text and len(run[0].text) == 1
    taken = (
        len(run) == 2
        and run[0].tag[:1] == "n"
        and run[1].tag == "v"
        and _TAKEN.search(clip.text, 0, candidate.span.start)
    )
    return bool(framed or taken) and not (is_idiom(answer, clip.words) or clip.words.get(answer).phrase)


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
        slots = all(c.kind == "slot" for c in group)
        if hidden > (SHARE_OF_SISTERS if slots else _most(whole, SHARE_OF_PAIR)) * whole:
            return False
    return True


def is_name(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank is a person's or a place's name, or mostly so.

    The dictionary calls many a rare word a name (老古董): a person's name has a surname or is common.
    """
    answer = candidate.span.of(clip.text)
    if answer in IMAGES or is_idiom(answer, clip.words) or clip.words.get(answer).phrase:
        return False
    run = inside(candidate.span, clip)
    named = [t for t in run if len(t.text) > 1 and _names(t, whole=len(run) == 1)]
    return 2 * sum(len(t.text) for t in named) > len(candidate.span)


def _names(token: Token, *, whole: bool) -> bool:
    if token.tag[:2] == "nr":
        return token.text[0] in SURNAMES or token.frequency >= COMMON_NAME
    return token.tag[:2] == "nt" or (token.tag[:2] == "ns" and (whole or len(token.text) > 2))


def loose_edge(candidate: Candidate, clip: Clip) -> bool:
    """Whether the blank begins or ends with a function word, or is one word of the article's topic."""
    run = inside(candidate.span, clip)
    if not run:
        return True
    if len(run) == 1 and len(run[0].text) >= 4:
        return False
    first, last = run[0], run[-1]
    return (
        first.text in _FUNCTION
        or last.text in _FUNCTION
        or (len(run) == 1 and first.tag in _FUNCTION_TAGS)
        or (len(run) == 1 and first.text in clip.topics)
        or first.tag in ("p", "c", "uj", "u", "q")
        or last.tag in ("p", "c", "uj", "u")
    )
