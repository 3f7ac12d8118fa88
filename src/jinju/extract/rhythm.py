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


def four_characters(text: str, branches: Sequence[Span], words: Words | None) -> Rhythm | None:
    """A run of units of exactly four characters, such as 特事特办、急事急办; no slots: they go whole."""
    if any(len(b) != _FOUR for b in branches):
        return None
    units = [b.of(text) for b in branches]
    shapes = {_shape(u) for u in units}
    alike = len(shapes) == 1 and shapes != {"ABCD"}
    idioms = sum(words is not None and words.get(u).tag[:1] in ("i", "l") for u in units)
    frame = any(all(u[i] == units[0][i] for u in units[1:]) for i in range(_FOUR))
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
    if len({u[:head] for u in units}) == 1:
        return None
    good = sum(_verb_object(u, head, words) for u in units)
    whole = sum(words.get(u).frequency > _KNOWN for u in units)
    tail = len({u[-1] for u in units}) == 1 and head == 1
    if tail and whole * 2 <= len(units) and not any(c in FUNCTION for u in units for c in u):
        return 0.54, tuple(() for _ in units)
    if good * 3 < len(units) * 2 or whole * 2 > len(units):
        return None
    tails = [u[head:] for u in units]
    shared = any(all(t[i] == tails[0][i] for t in tails) for i in range(2))
    score = 0.58 + 0.1 * shared + 0.08 * min(len(units) - 2, 2) - 0.1 * (good < len(units))
    if len(set(tails)) < len(tails):
        return None
    return score, tuple((Span(b.start + head, b.end),) for b in branches)


def _verb_object(unit: str, head: int, words: Words) -> bool:
    verb, noun = words.get(unit[:head]), words.get(unit[head:])
    if unit[0] in FUNCTION and head == 1:
        return False
    return (
        verb.tag[:1] in ("v", "a", "g")
        and noun.tag[:1] in ("n", "a", "v")
        and noun.frequency > 0
        and (noun.tag[:1] == "n" or verb.tag[:1] == "v")
    )
