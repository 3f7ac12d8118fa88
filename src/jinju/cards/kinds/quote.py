"""Quote blanks: the weight-bearing part of a quotable sentence, where no phrase or slot carries it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.cards.candidate import Candidate
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.candidate import Card, Clip

_HINGES = (
    (
        re.compile(r"(?:才能|方能|方可|才会|才是|方得|就能|便能|才可)(\w{2,8})(?=[，；。！？]|$)"),
        0.6,
        "hinge",
    ),
    (re.compile(r"(?:而是|就是|更是|也是|都是)(\w{2,8})(?=[，；。！？]|$)"), 0.6, "hinge"),
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


def quote_blanks(clip: Clip) -> Iterator[Card]:
    """What follows a hinge (才能, 而是, 是), a figure's vehicle, the last clause of a cited saying."""
    for pattern, value, relation in _HINGES:
        for match in pattern.finditer(clip.text):
            span = Span(*match.span(1))
            if {span.start, span.end} <= clip.edges:
                yield (Candidate(span, "quote", value, relation),)
    for match in _SAYING.finditer(clip.text):
        clauses = list(_CLAUSE.finditer(match[1]))
        for place, clause in enumerate(clauses, 1):
            if len(clauses) > 1 and 3 <= len(clause[0]) <= 9:
                span = Span(match.start(1) + clause.start(), match.start(1) + clause.end())
                value = 0.95 if place == len(clauses) else 0.6
                yield (Candidate(span, "quote", value, "saying", place=place, size=len(clauses)),)
