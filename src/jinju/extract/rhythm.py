"""Branches that share no frame but a rhythm: runs of four characters, chains of verb and object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import FUNCTION
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.lexicon import Words

Rhythm = tuple[float, tuple[tuple[Span, ...], ...]]
"""Score in 0..1 and slots."""

_FOUR: Final = 4
_THREE: Final = 3
_KNOWN: Final = 30
_COMMON: Final = 300
_USUAL: Final = 200
_HINGE: Final = frozenset("于为以而之所如若自")


def best_rhythm(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """The surest of the rhythms that the branches keep."""
    found = [rhythm(text, branches, words) for rhythm in RHYTHMS]
    return max((r for r in found if r is not None), key=lambda r: r[0], default=None)


def four_characters(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """A run of units of exactly four characters, such as 特事特办、急事急办; no slots: they go whole."""
    if any(len(b) != _FOUR for b in branches):
        return None
    units = [b.of(text) for b in branches]
    shapes = {_shape(u) for u in units}
    alike = len(shapes) == 1 and shapes != {"ABCD"}
    tags = [words.get(u).tag[:1] if words is not None else "" for u in units]
    idioms = sum(tag in ("i", "l") for tag in tags)
    if len(units) == 2 and idioms == 1 and any(_two_words(u, words) for u in units):
        idioms = 0  # 享受现代、美好生活: a set phrase alone proves nothing
    frame = any(all(u[i] == units[0][i] for u in units[1:]) for i in range(_FOUR))
    frame = frame and not _same_noun(units, words)
    lists = words is not None and all(_noun_pair(u, words) for u in units)
    if lists and not alike:
        return None
    if alike:
        score = 0.8
    elif idioms * 2 >= len(units):
        score = 0.62 + 0.05 * (len(units) > 2)
    elif len(units) > 2 and (idioms or frame):
        score = 0.6
    elif frame and len(units) == 2:
        score = 0.56
    else:
        return None
    return score + 0.03 * min(len(units) - 2, 3), tuple(() for _ in units)


def _shape(unit: str) -> str:
    """特事特办 -> ABAC, 实实在在 -> AABB."""
    letters: dict[str, str] = {}
    return "".join(letters.setdefault(c, "ABCD"[len(letters)]) for c in unit)


def _two_words(unit: str, words: Words | None) -> bool:
    """Whether the unit is no set phrase but two everyday words."""
    if words is None or words.get(unit).tag[:1] in ("i", "l"):
        return False
    return min(words.get(unit[:2]).frequency, words.get(unit[2:]).frequency) > _COMMON


def _same_noun(units: Sequence[str], words: Words | None) -> bool:
    """Whether all end in one noun that no verb governs: 数字经济、共享经济."""
    if words is None or len({u[2:] for u in units}) > 1:
        return False
    governed = all(words.get(u[:2]).tag[:1] == "v" and words.get(u[:2]).tag != "vn" for u in units)
    return words.get(units[0][2:]).tag[:2] in ("n", "an", "vn") and not governed


def _noun_pair(unit: str, words: Words) -> bool:
    """Whether the unit is a noun before a noun, as in lists of fields of work."""
    if words.get(unit).tag[:1] in ("i", "l"):
        return False
    first, second = words.get(unit[:2]), words.get(unit[2:])
    return first.tag[:1] in ("n", "b", "s", "j") and second.tag[:1] in ("n", "v")


def verb_objects(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """A chain such as 学本领、练功夫、长本事 or 俯下身子、迈开步子: the objects are the slots."""
    sizes = {len(b) for b in branches}
    if words is None or len(sizes) != 1 or not sizes <= {_THREE, _FOUR}:
        return None
    head = sizes.pop() - 2
    units = [b.of(text) for b in branches]
    heads, tails = {u[:head] for u in units}, [u[head:] for u in units]
    idioms = sum(words.get(u).tag[:1] in ("i", "l") for u in units)
    if len(heads) == 1 or len(set(tails)) < len(tails) or idioms or any(t[0] in FUNCTION for t in tails):
        return None
    good = sum(_verb_object(u, head, words, chain=len(units) > 2) for u in units)
    whole = sum(words.get(u).frequency > _KNOWN for u in units)
    shared = any(all(t[i] == tails[0][i] for t in tails) for i in range(2))
    if whole * 2 > len(units) or any(c in FUNCTION for h in heads for c in h[:1]):
        return None
    if good * 3 < len(units) * 2 and not (head == 1 and tails[0][0] == tails[1][0] and shared):
        return None
    score = 0.58 + 0.1 * shared + 0.08 * min(len(units) - 2, 2) - 0.1 * (good < len(units))
    return score, tuple((Span(b.start + head, b.end),) for b in branches)


def tailed(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """Two or more units of three that end in the same word, such as 操心事、烦心事; they go whole."""
    units = [b.of(text) for b in branches]
    if any(len(u) != _THREE for u in units) or len({u[1:] for u in units}) > 1:
        return None
    known = words is not None and all(words.get(u).frequency > _KNOWN for u in units)
    return None if known or units[0][1] in FUNCTION else (0.6, tuple(() for _ in units))


def governed(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """Verbs with one object, such as 激励人、培养人、成就人; the verbs are the slots."""
    units = [b.of(text) for b in branches]
    tail = len(units[0]) - 2
    if words is None or tail not in (1, 2) or len({len(u) for u in units}) > 1 or len(units) < 4 - tail:
        return None
    if len({u[2:] for u in units}) > 1 or len({u[:2] for u in units}) < len(units):
        return None
    verbs = sum(words.get(u[:2]).tag[:1] == "v" for u in units)
    if verbs * 3 < len(units) * 2 or any(words.get(u).frequency > _KNOWN for u in units):
        return None
    noun = words.get(units[0][2:])
    if noun.tag[:1] not in ("n", "r") or units[0][2] in FUNCTION:
        return None
    return 0.64 + 0.05 * (len(units) - 2), tuple((Span(b.start, b.start + 2),) for b in branches)


def hinged_four(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """Units of four with one hinge in the same place, such as 内化于心、外化于行; the rest is the slot."""
    units = [b.of(text) for b in branches]
    if any(len(u) != _FOUR for u in units):
        return None
    places = [i for i in range(3) if units[0][i] in _HINGE and len({u[i] for u in units}) == 1]
    if not places:
        return None
    cut = max(places[-1] + 1, 2)
    tails = [u[cut:] for u in units]
    if len(set(tails)) < len(tails) or len({u[:cut] for u in units}) == 1:
        return None
    if words is not None and all(words.get(u).tag[:1] in ("i", "l") for u in units):
        return None
    return 0.64, tuple((Span(b.start + cut, b.end),) for b in branches)


def _verb_object(unit: str, head: int, words: Words, *, chain: bool) -> bool:
    verb, noun = words.get(unit[:head]), words.get(unit[head:])
    if chain and head == 1 and noun.frequency > _COMMON and verb.tag[:1] in ("v", "a", "g", "n"):
        return verb.tag not in ("nr", "ns")
    return (
        verb.tag[:1] in ("v", "a", "g")
        and noun.frequency > (_USUAL if head == 1 else 0)
        and (noun.tag[:1] == "n" or (verb.tag[:1] == "v" and noun.tag[:1] in ("a", "v")))
    )


RHYTHMS: Final = (hinged_four, verb_objects, tailed, governed, four_characters)
