"""What a clip that may stand on a card is worth, beside other clips of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.extract.windows import content_length
from jinju.model.picks import Quote, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinju.extract.scene import Scene
    from jinju.extract.worth import ScoredLine
    from jinju.model.article import Span
    from jinju.model.picks import Parallel, Phrase

WORTH = 0.2
"""How the sentence scorer's logits compare with a clip's score, for the order of its reasons."""
WORTHY = 1.5
"""What the sentence scorer's 0..1 counts in a clip's score."""
TELLING, LEAD, TAIL, LEAD_COST = 0.6, 16, 22, 0.5
"""Characters free of cost before a clip's first phrase of that score or parallelism, and behind the last."""
CUT_OFF = 0.04
"""What a clip loses by ending before its sentence does."""
TEARS = 0.5
"""What it loses for every parallelism that it tears apart."""
MEMBER, FRAMELESS = 0.6, 0.7
"""What a lone member of a parallelism is worth, and the share of its merit that one without slots counts."""
SHARES = (0.6, 0.35, 0.2)
"""What the best, second and third phrase count."""
SHOWN = 0.4
"""The share of a clip's other merits that counts in its score."""
WHOLE = 0.25
"""What a clip gains by being a whole sentence, and again by being a short statement (X 是 Y)."""
STATEMENT = re.compile(r"(?<![不就也都还更而但可只正于])是(?!否|不是|因为|由于|为了)")
LONGEST_STATEMENT = 40
_SHOWN = ("template", "thesis", "metaphor", "metaphor-verb", "quotation")
_ENDS = "。！？”!?…"
_ENDED = re.compile(r"[。！？!?]")


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip with what lies in it; `window` is it before its opening connective was dropped.

    `cost` is what its looseness costs, `torn` how many parallelisms it tears apart, `merits` what it shows,
    by name; `complete`: it is a whole sentence; `member`: of a parallelism whose sisters stand elsewhere.
    """

    span: Span
    window: Span
    cost: float
    groups: Sequence[Parallel]
    torn: int
    phrases: Sequence[Phrase]
    merits: Mapping[str, float]
    complete: bool
    member: bool


def value(scene: Scene, clip: Clip, worth: ScoredLine) -> Quote:
    """The clip's score, with reasons by weight; `worth` is its sentence's."""
    text, length = scene.text, content_length(clip.span.of(scene.text))
    reasons = [Reason(r.code, round(WORTH * r.weight, 3), r.detail) for r in worth.reasons]
    reasons += [*_of_groups(clip), *_of_phrases(clip, text)]
    score = WORTHY * worth.score + _parallel(clip) + sum(r.weight for r in _of_phrases(clip, text))
    score += SHOWN * sum(clip.merits.get(name, 0.0) for name in _SHOWN)
    score -= TEARS * clip.torn + _plain_ends(clip, text)
    if clip.complete:
        score += WHOLE
        if _states(clip.span, text) and length <= LONGEST_STATEMENT:
            score += WHOLE
            reasons.append(Reason("definition", WHOLE))
    if text[clip.window.end - 1] not in _ENDS:
        score -= CUT_OFF
    score -= clip.cost + _length_cost(length)
    return Quote(clip.span, round(score, 3), tuple(sorted(reasons, key=lambda r: -r.weight)))


def _framed(clip: Clip) -> list[tuple[float, Parallel]]:
    """The parallelisms with slots and what each adds, the best first."""
    framed = ((_gain(g, clip.span), g) for g in clip.groups if any(g.slots))
    return sorted(framed, key=lambda x: (-x[0], x[1].branches[0]))


def _parallel(clip: Clip) -> float:
    if framed := _framed(clip):
        return framed[0][0] + 0.3 * sum(gain for gain, _ in framed[1:]) + MEMBER * clip.member
    return MEMBER if clip.member else FRAMELESS * clip.merits.get("parallel", 0.0)


def _gain(group: Parallel, clip: Span) -> float:
    """What a parallelism adds to a clip: the surer, the longer and the more of the clip it is, the more."""
    covered = sum(len(b) for b in group.branches) / len(clip)
    return group.score * (0.4 + 0.6 * min(1.0, covered) + 0.1 * min(len(group.branches), 4))


def _of_groups(clip: Clip) -> Iterator[Reason]:
    for gain, best in _framed(clip)[:1]:
        yield from (Reason(r.code, round(gain, 3), r.detail) for r in best.reasons[:1])


def _of_phrases(clip: Clip, text: str) -> Iterator[Reason]:
    """The best phrases that do not overlap."""
    taken: list[Span] = []
    for phrase in clip.phrases:
        if len(taken) == len(SHARES):
            return
        if any(phrase.span.overlaps(t) for t in taken):
            continue
        gain = phrase.score * SHARES[len(taken)]
        taken.append(phrase.span)
        yield Reason(phrase.reasons[0].code, round(gain, 3), phrase.span.of(text))


def _plain_ends(clip: Clip, text: str) -> float:
    """What it costs that the clip's point comes late, or that much follows it."""
    points = [b for g in clip.groups if any(g.slots) for b in g.branches]
    points += [p.span for p in clip.phrases if p.score >= TELLING]
    lead = content_length(text[clip.span.start : min((p.start for p in points), default=clip.span.end)])
    tail = content_length(text[max((p.end for p in points), default=clip.span.end) : clip.span.end])
    return sum(min(LEAD_COST, 0.03 * max(0, plain - free)) for plain, free in ((lead, LEAD), (tail, TAIL)))


def _states(span: Span, text: str) -> bool:
    """Whether its first sentence says what something is."""
    first = _ENDED.search(text, span.start, span.end)
    return bool(STATEMENT.search(text, span.start, first.end() if first else span.end))


def _length_cost(length: int) -> float:
    if length < 17:
        return (17 - max(length, 11)) * 0.04
    if length > 45:
        return (length - 45) * 0.02
    return 0.0
