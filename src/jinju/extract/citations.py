"""Famous lines in an article, word for word or with a slip."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from jinju.model.article import Span
from jinju.model.famous import KEY, Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinju.model.famous import FamousLine

_SURE: Final = 8
"""Letters from which a line with one that differs is a slip and not another line."""
_PARTICLES: Final = frozenset("而以之其者也则亦于兮矣焉哉乎")
"""What many put into a line, or leave out, without misquoting it."""
_MODERN: Final = frozenset("的了们你个这")
"""What only modern lines have."""
_LONG: Final = 14
"""Letters from which two may differ."""


def citations(text: str, lines: Iterable[FamousLine]) -> list[Citation]:
    """Where `lines` stand in the text, by their starts; of those that overlap only the longest.

    A line may be torn by marks, not by a line break. Linear in the text.
    """
    places = [at for at, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[at] for at in places)
    by_head: dict[str, list[FamousLine]] = defaultdict(list)
    by_tail: dict[str, list[FamousLine]] = defaultdict(list)
    for line in lines:
        by_head[line.letters[:KEY]].append(line)
        by_tail[line.letters[-KEY:]].append(line)
    found: list[Citation] = []
    for at in range(len(letters) - KEY + 1):
        key = letters[at : at + KEY]
        for line in by_head.get(key, ()):
            stop = at + len(line.letters)
            if letters.startswith(line.letters, at):
                found.append(_cited(line, places[at:stop], exact=True))
            elif slipped(line, letters[at:stop], quoted=_quoted(text, places[at:stop])):
                found.append(_cited(line, places[at:stop], exact=False))
        for line in by_tail.get(key, ()):
            for start in (at + KEY - len(line.letters) + by for by in (0, 1, -1)):
                mine = places[max(0, start) : at + KEY]
                if start >= 0 and slipped(line, letters[start : at + KEY], quoted=_quoted(text, mine)):
                    found.append(_cited(line, mine, exact=False))
    whole = [c for c in found if "\n" not in c.span.of(text)]
    return sorted(_longest(whole, len(text)), key=lambda c: c.span)


def slipped(line: FamousLine, said: str, *, quoted: bool = False) -> bool:
    """Whether `said` is a line that has a source but for one letter inside, or two of a long one.

    The letter may be wrong, missing or too much. A saying or a formula may be varied; at the ends of a line
    many leave out or add a word, unless it is `quoted` by itself.
    """
    right = line.letters
    if line.sort != "classic" or len(right) < _SURE or abs(len(right) - len(said)) > 1:
        return False
    if len(right) != len(said):
        return _one_apart(*sorted((right, said), key=len))
    if not quoted and (right[0], right[-1]) != (said[0], said[-1]):
        return False
    differ = sum(a != b for a, b in zip(right, said, strict=True))
    return 0 < differ <= (2 if len(right) >= _LONG else 1)


def _one_apart(shorter: str, longer: str) -> bool:
    """Whether the longer is the shorter with one letter put in, neither at its ends nor beside its like.

    Modern lines, translations most of all, are told in many ways.
    """
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if not 0 < at < len(shorter) or shorter[at:] != longer[at + 1 :] or not _MODERN.isdisjoint(shorter):
        return False
    return longer[at] != longer[at - 1] and longer[at] not in _PARTICLES


def _quoted(text: str, places: Sequence[int]) -> bool:
    """Whether what stands at the places has quotation marks of its own."""
    if not places:
        return False
    return text[places[0] - 1 : places[0]] == "“" and "”" in text[places[-1] + 1 : places[-1] + 3]


def _cited(line: FamousLine, places: Sequence[int], *, exact: bool) -> Citation:
    hidden = tuple(Span(places[h.start], places[h.end - 1] + 1) for h in line.hidden) if exact else ()
    return Citation(line, Span(places[0], places[-1] + 1), hidden, exact)


def _longest(found: Sequence[Citation], size: int) -> Iterator[Citation]:
    """Those that overlap none that is longer or, of the same length, exact or better known.

    `size` is the text's length.
    """
    taken = bytearray(size)
    for citation in sorted(found, key=lambda c: (-len(c.span), not c.exact, -c.line.grade, c.span)):
        start, end = citation.span.start, citation.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            yield citation
