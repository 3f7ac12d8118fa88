"""How much a clip is worth a card: named signals times learnt weights, with the reasons that carried it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips import CLIP_SIGNALS
from jinju.model.picks import Quote, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.extract.signals.clips.look import Look
    from jinju.model.weights import Judges

_CODES: Final = {
    "merit.template": "template",
    "merit.definition": "definition",
    "merit.thesis": "thesis",
    "merit.metaphor": "metaphor",
    "merit.metaphor-verb": "metaphor",
    "merit.quotation": "quotation",
    "place.opening": "opening",
    "place.closing": "closing",
    "wording.units": "four-character",
    "wording.even": "parallel",
}
"""Signal -> the code of its reason; a sentence's worth brings its own, parallelisms and phrases too."""
SIGNS: Final = frozenset(
    (
        "wording.topic",
        "place.first",
        "phrase.1-idiom",
        "phrase.quoted",
        "frame.is-parallel",
        "wording.quotations",
        "famous.classic",
        "famous.classic-share",
        "famous.saying-share",
    )
)
"""The signals by which the note that comes of a clip is judged too."""
READER: Final = "reader"
"""The sign that is learnt itself, from readers' verdicts alone."""
CUT: Final = "cut"
"""The sign that says how likely its edges are, a logarithm."""
_LEAST_CHANCE: Final = 1e-3
_TELLING: Final = SIGNS | _CODES.keys()
_LEAST: Final = 0.08
_PHRASES: Final = 3


def signals_of(look: Look) -> list[tuple[str, float]]:
    """Everything known of one clip."""
    return [signal for family in CLIP_SIGNALS for signal in family(look)]


@dataclass(frozen=True, slots=True)
class Judged:
    """A clip by itself, and the log-odds that it is cut where a person would cut."""

    quote: Quote
    edges: float

    def settled(self, chance: float, tones: Iterable[tuple[str, float]] = ()) -> Quote:
        """The clip with the chance, 0..1, that of all clips of its place a person would choose it.

        `tones` are what the characters in it and around it tell.
        """
        signs = (*self.quote.signs, *tones, (CUT, round(log(max(chance, _LEAST_CHANCE)), 4)))
        return replace(self.quote, score=round(self.quote.score * sqrt(chance), 4), signs=signs)


def judged(look: Look, judges: Judges, ground: float) -> Judged:
    """The clip with its score, 0..1, the expected agreement with a tutor's choice, and reasons by weight.

    `ground` is what the article's temper adds for all its clips. What readers of finished cards thought of
    such clips is one of its signs.
    """
    weights = judges.clips
    weight = weights.values.get
    signals = signals_of(look)
    total = sum([weight(name, 0.0) * value for name, value in signals], weights.bias + ground)
    shares: dict[str, float] = {}
    signs: dict[str, float] = {READER: round(judges.readers.score(signals), 4)}
    for name, value in [signal for signal in signals if signal[0] in _TELLING]:
        if name in SIGNS:
            signs[name] = signs.get(name, 0.0) + value
        code = _CODES.get(name)
        if code:
            shares[code] = shares.get(code, 0.0) + weight(name, 0.0) * value
    reasons = [Reason(code, round(share, 3)) for code, share in shares.items() if share >= _LEAST]
    reasons += [r for r in look.worth.reasons if r.code not in shares]
    reasons += _of_groups(look)
    reasons += [
        Reason(p.reasons[0].code, round(p.score / 2, 3), look.said(p)) for p in look.phrases[:_PHRASES]
    ]
    score = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    by_weight = tuple(sorted(reasons, key=lambda r: (-r.weight, r.code)))
    quote = Quote(look.span, round(score, 4), by_weight, tuple(sorted(signs.items())))
    return Judged(quote, judges.edges.score(signals))


def _of_groups(look: Look) -> list[Reason]:
    """The best parallelism, by its own reason."""
    for strength, group in look.groups[:1]:
        for reason in group.reasons[:1]:
            return [Reason(reason.code, round(strength, 3), reason.detail)]
    return []
