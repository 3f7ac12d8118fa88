"""Clips: the runs of clauses that could stand on a card by themselves, each with its worth.

A clip is a sentence, some neighbouring clauses of one, or neighbouring sentences that share a parallelism. It
must read alone, and its merits must outweigh what ties it to one case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.extract.burden import burden
from jinju.extract.merits import merits
from jinju.extract.standing import META, standing
from jinju.extract.value import Clip, value
from jinju.extract.windows import SHORTEST, SHORTEST_WHOLE, content_length, pieces_of, windows
from jinju.model.article import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.extract.scene import Scene
    from jinju.extract.worth import ScoredLine
    from jinju.model.article import Article
    from jinju.model.picks import Parallel, Quote

ABOUT_EXAMS = 1.0
"""What a clip loses in a sentence about examinations."""
MERIT_OF_WORTH = 0.4
"""What the sentence scorer's 0..1 counts among a clip's merits."""
SECOND = 0.3
"""The merit that a sentence must have to stand on a card behind a short one."""
FREE, LEANING = 0.3, 0.25
"""How much looseness is forgiven a clip, and how much more merit it must show for what the rest costs."""
PHRASES_ONLY = 0.1
"""How much more a clip must show that has set phrases and nothing else."""
MEMBER = 0.6
"""The merit of being a member of a parallelism whose sisters stand elsewhere."""
TORN, TEARING = 0.5, 0.3
"""A parallelism surer than this should not be torn apart; what merit a clip must show that does."""
_ENDS = "。！？”!?"
_ENDED = re.compile(r"[。！？!?]")
_QUOTED = re.compile(r"“[^“”，]+，[^“”]+”[。！？]?")
_SHORT_CLAUSE = re.compile(r"[^，。；：、“”]{1,4}，")


def find_clips(article: Article, scene: Scene, worth: Callable[[int], ScoredLine], bar: float) -> list[Quote]:
    """All clips of the article that read alone and have merit enough, by their starts; they overlap.

    `worth(i)` is what sentence i is worth memorising, 0..1, with reasons; `bar` what a clip's merits must
    come to.
    """
    found: list[Quote] = []
    text = article.text
    number = 0
    for paragraph in article.paragraphs:
        first = number
        number += len(paragraph.sentences)
        if paragraph.kind == "heading":
            continue
        starts = [s.span.start for s in paragraph.sentences]
        exams = [bool(META.search(s.span.of(text))) for s in paragraph.sentences]
        for window, sentence in windows(text, pieces_of(text, paragraph, first), scene):
            said = worth(sentence)
            colon = text[window.start - 1 : window.start] in ("：", ":")
            begins = Span(window.start if colon else starts[sentence - first], window.start)
            clip = _admitted(scene, window, begins, said, bar, head=window.start == paragraph.span.start)
            if clip is None:
                continue
            quote = value(scene, clip, said)
            if exams[sentence - first]:
                quote = replace(quote, score=round(quote.score - ABOUT_EXAMS, 3))
            found.append(quote)
    return sorted(found, key=lambda q: (q.span.start, q.span.end))


def _admitted(
    scene: Scene, window: Span, before: Span, worth: ScoredLine, bar: float, *, head: bool
) -> Clip | None:
    """The clip of a window, None where it cannot stand alone or has not merit enough.

    `before` is what precedes it in its sentence; `head`: it opens a paragraph.
    """
    text = scene.text
    opens = not before
    ends = text[window.end - 1] in _ENDS
    stand = standing(window.of(text), at_start=opens, before=before.of(text), ends=ends)
    if stand is None:
        return None
    span = Span(window.start + stand.trim, window.end)
    groups = scene.groups(window)
    shortest = SHORTEST_WHOLE if _QUOTED.fullmatch(text, span.start, span.end) else SHORTEST
    if content_length(span.of(text)) < shortest or (not opens and _leftover(scene, span, groups)):
        return None
    whole = [g for g in groups if span.contains(Span(g.branches[0].start, g.branches[-1].end))]
    torn = [
        g for g in groups if g not in whole and g.score > TORN and any(span.overlaps(b) for b in g.branches)
    ]
    weight = burden(span.of(text), scene.names(span), scene.slips(span), framed=bool(whole))
    if weight is None:
        return None
    second = _ENDED.search(text, span.start, span.end - 1)
    if second and not any(map(_has_slots, whole)) and not _has_merit(scene, Span(second.end(), span.end)):
        return None
    complete = opens and (ends or bool(_ENDED.search(text, window.start, window.end)))
    inside = scene.phrases(span)
    sure = [(g, scene.strength(g)) for g in whole]
    shown = dict(merits(text, span, sure, inside, whole=complete, head=head))
    member = scene.is_member(span)
    if member:
        shown["parallel"] = max(shown.get("parallel", 0.0), MEMBER)
    weight += PHRASES_ONLY * (shown.keys() <= {"phrase"})
    needed = bar + weight + LEANING * max(0.0, stand.cost - FREE) + TEARING * bool(torn)
    if sum(shown.values()) + MERIT_OF_WORTH * worth.score < needed:
        return None
    return Clip(span, window, stand.cost, whole, len(torn), inside, shown, complete, member)


def _has_slots(group: Parallel) -> bool:
    return any(group.slots)


def _has_merit(scene: Scene, part: Span) -> bool:
    """Whether a second sentence adds something of its own."""
    shown = merits(scene.text, part, [], scene.phrases(part), whole=True, head=False)
    return sum(weight for _, weight in shown) >= SECOND


def _leftover(scene: Scene, span: Span, groups: Sequence[Parallel]) -> bool:
    """Whether the clip begins with a short clause that belongs to what stands before it."""
    first = _SHORT_CLAUSE.match(scene.text, span.start, span.end)
    return first is not None and not any(g.branches[0].start == span.start for g in groups)
