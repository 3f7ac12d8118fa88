"""How much a clip is worth a card: named signals times learnt weights, with the reasons that carried it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips import CLIP_SIGNALS
from jinju.model.picks import Quote, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.extract.signals.clips.look import Look
    from jinju.model.weights import Judges, Weights

Signals = list[tuple[str, float]]
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
_LEAST: Final = 0.08
HOPELESS: Final = 0.05
"""A clip whose score, edges and all, is lower is none."""
_PHRASES: Final = 3


def signals_of(look: Look) -> Signals:
    """Everything known of one clip."""
    return [signal for family in CLIP_SIGNALS for signal in family(look)]


@dataclass(frozen=True, slots=True)
class Judged:
    """A clip by itself: its score, 0..1, and the log-odds that it is cut where a person would cut."""

    look: Look
    signals: Signals
    score: float
    edges: float

    def settled(self, chance: float, judges: Judges, tones: Iterable[tuple[str, float]] = ()) -> Quote | None:
        """The clip with the chance, 0..1, that of all clips of its place a person would choose it.

        With reasons by weight; None where it is hopeless. `tones` are what the characters in it and around it
        tell. What readers of finished cards thought of such clips is one of its signs.
        """
        score = round(self.score * sqrt(chance), 4)
        if score < HOPELESS:
            return None
        reasons, signs = _told(self.look, self.signals, judges.clips)
        signs[READER] = round(judges.readers.score(self.signals), 4)
        cut = (CUT, round(log(max(chance, _LEAST_CHANCE)), 4))
        return Quote(self.look.span, score, reasons, (*sorted(signs.items()), *tones, cut))


def judged(look: Look, judges: Judges, ground: float) -> Judged:
    """The clip with its score, the expected agreement with a tutor's choice.

    `ground` is what the article's temper adds for all its clips.
    """
    signals = signals_of(look)
    total = judges.clips.score(signals) + ground
    score = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return Judged(look, signals, round(score, 4), judges.edges.score(signals))


def _told(look: Look, signals: Signals, weights: Weights) -> tuple[tuple[Reason, ...], dict[str, float]]:
    """What speaks for a clip, by weight, and the signs by which its note is judged."""
    shares: dict[str, float] = {}
    signs: dict[str, float] = {}
    for name, value in signals:
        if name in SIGNS:
            signs[name] = signs.get(name, 0.0) + value
        code = _CODES.get(name)
        if code:
            shares[code] = shares.get(code, 0.0) + weights.values.get(name, 0.0) * value
    reasons = [Reason(code, round(share, 3)) for code, share in shares.items() if share >= _LEAST]
    reasons += [r for r in look.worth.reasons if r.code not in shares]
    reasons += _of_groups(look)
    reasons += [
        Reason(p.reasons[0].code, round(p.score / 2, 3), look.said(p)) for p in look.phrases[:_PHRASES]
    ]
    return tuple(sorted(reasons, key=lambda r: (-r.weight, r.code))), signs


def _of_groups(look: Look) -> list[Reason]:
    """The best parallelism, by its own reason."""
    for strength, group in look.groups[:1]:
        for reason in group.reasons[:1]:
            return [Reason(reason.code, round(strength, 3), reason.detail)]
    return []
