"""Quote blanks: the weight-bearing part of a quotable sentence, where no phrase or slot carries it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.cards.kinds.slot import places
from jinju.cards.strength import IMAGE, inside, strength
from jinju.model.article import Span
from jinju.model.plain import ASKING, IMAGES, LEANING, POINTING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.cards.candidate import Card, Clip

_HINGES = (
    (
        re.compile(r"(?:才能|方能|方可|才会|才是|方得|就能|便能|才可)(\w{2,8})(?=[，；。！？]|$)"),
        0.6,
        "hinge",
    ),
    (re.compile(r"(?:而是|就是|更是|也是|都是)(\w{2,8})(?=[，；。！？]|$)"), 0.6, "hinge"),
    (re.compile(r"(?:成为|化作|变成|当作|看作)(?:了|一\w)?(\w{2,5})(?=[，；。！？]|$)"), 0.5, "becomes"),
    (re.compile(r"是[\w“”]{0,14}的(\w{2,5})(?=[，；。！？]|$)"), 0.45, "head"),
    (re.compile(r"(?<![不就也都还更而])是(\w{2,5})(?=[，；。！？]|$)"), 0.6, "predicate"),
    (
        re.compile(
            r"(?:如同|好比|犹如|恰如|宛如|仿佛|像|如)(?:一\w)?(\w{2,6}?)(?:一般|一样|般)?(?=[，；。！？]|$)"
        ),
        0.5,
        "image",
    ),
)
_SAYING = re.compile(r"“([^“”]{6,40})”")
_CLAUSE = re.compile(r"[^，；。！？：、]+")


FIGURE, WORDING = 0.5, 0.6
"""What the place of the words counts in a blank's value, and what their wording."""
VEHICLE = 0.5
"""What a metaphor's vehicle has beyond its wording."""
_LINK = re.compile(r"是|成|为|作|当|如|像|打造|筑起|架起")
_ENDS = ("", "，", "；", "。", "！", "？", "、")
LEAST = 0.5
"""What five characters or more of a saying are worth at least."""
COUPLET = range(4, 9)
"""Characters of the two halves of a saying that are both asked for."""


def quote_blanks(clip: Clip) -> Iterator[Card]:
    """What follows a hinge (才能, 而是, 是), a figure's vehicle, the last clause of a cited saying."""
    taken = places(clip)
    for pattern, base, relation in _HINGES:
        for match in pattern.finditer(clip.text):
            span = Span(*match.span(1))
            run = inside(span, clip)
            if len(run) > 1 and run[0].tag[:1] == "m":
                span = Span(run[1].start, span.end)
            if any(span.overlaps(t) for t in taken):
                continue
            if {span.start, span.end} <= clip.edges and "的" not in match[1]:
                worth = strength(span, clip)
                if relation == "head" and worth < IMAGE:
                    continue
                value = FIGURE * base + WORDING * worth
                yield (Candidate(span, "quote", value, relation),)
    yield from _vehicles(clip, taken)
    for match in _SAYING.finditer(clip.text):
        yield from _saying(match, clip)


def _vehicles(clip: Clip, taken: Sequence[Span]) -> Iterator[Card]:
    """Things by whose names others are called, where a clause ends in one: 荒坡变成了|聚宝盆."""
    for token in clip.tokens:
        if token.text not in IMAGES or clip.text[token.end : token.end + 1] not in _ENDS:
            continue
        span = Span(token.start, token.end)
        if any(span.overlaps(t) for t in taken):
            continue
        start = max(clip.text.rfind(mark, 0, token.start) for mark in _ENDS if mark) + 1
        if clip.text[token.start - 1] == "的" or _LINK.search(clip.text, start, token.start):
            value = FIGURE * VEHICLE + WORDING * IMAGE
            yield (Candidate(span, "quote", value, "image"),)


def _saying(match: re.Match[str], clip: Clip) -> Iterator[Card]:
    """The last clause of a saying; of one in two even halves each half."""
    clauses = list(_CLAUSE.finditer(match[1]))
    even = len(clauses) == 2 and len({len(c[0]) for c in clauses}) == 1 and len(clauses[0][0]) in COUPLET
    for place, clause in enumerate(clauses, 1):
        last = place == len(clauses)
        if len(clauses) < 2 or not 3 <= len(clause[0]) <= 9 or not (even or last):
            continue
        span = Span(match.start(1) + clause.start(), match.start(1) + clause.end())
        run = inside(span, clip)
        while not even and len(run) > 1 and (run[0].text in LEANING or run[0].tag[:1] == "m"):
            run = run[1:]
        cut = bool(run) and run[0].start > span.start
        span = Span(run[0].start, span.end) if run else span
        if not last and any(t.text in POINTING or t.text in ASKING for t in run):
            continue
        worth = max(LEAST if len(span) > 4 and not cut else 0.0, strength(span, clip))
        value = FIGURE * (0.95 if last and not cut else 0.75 if not cut else 0.6) + WORDING * worth
        partner = clauses[0][0] if place > 1 else ""
        said = "saying" if len(clauses) == 2 and not cut else "cited"
        yield (Candidate(span, "quote", value, said, place=place, size=len(clauses), partner=partner),)
