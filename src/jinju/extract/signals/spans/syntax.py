"""Cues of syntax without a parser: the governing verb, X是Y, enumerations, what opens and closes a clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal
from jinju.extract.signals.spans.surround import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans

_JOINING = frozenset(["、", "和", "与", "及", "以及", "或", "并"])
_PLACES = ("", "first", "last", "middle")


def _governed(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    around, shown = scene.surround, scene.shown
    verbs = [i - k for i, k in enumerate(around.verb)]
    copulas = [i - k for i, k in enumerate(around.copula)]
    ahead = [k - i for i, k in enumerate(around.ahead)]
    return (
        [shown[i - far] if far <= REACH else "" for i, far in enumerate(verbs)],
        [NUMBERS[min(5, far)] if far <= REACH else "none" for far in verbs],
        [NUMBERS[min(5, far)] if far <= REACH else "" for far in copulas],
        [shown[k] if k >= 0 else "=" for k in around.opener],
        [
            NUMBERS[min(5, far)] if back > REACH >= far else ""
            for far, back in zip(ahead, copulas, strict=True)
        ],
    )


def _heading(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    """What comes after, up to the clause's end: the noun that the span may modify."""
    shown = scene.shown
    of = [b if a == "的" else "" for a, b in pairwise(shown[1:])]
    return (
        [shown[k] if k >= 0 else "=" for k in scene.surround.closer],
        [NUMBERS[min(6, left)] for left in scene.surround.left],
        ["", *of, "", ""],
    )


def _listed(scene: Scene, spans: Spans) -> tuple[Sequence[str], ...]:
    joining = [False, *[word in _JOINING for word in scene.shown], False]
    places = [_PLACES[2 * joining[i] + joining[j + 1]] for i, j in spans]
    starts, ends, kind = scene.starts, scene.ends, scene.kind
    return (
        places,
        [
            place and f"{place} {min(9, ends[j - 1] - starts[i])}"
            for place, (i, j) in zip(places, spans, strict=True)
        ],
        [place and f"{place} {kind[i]}{kind[j - 1]}" for place, (i, j) in zip(places, spans, strict=True)],
    )


GOVERNED = Signal(
    "governed",
    "start",
    ("governed", "governed at", "after copula", "clause opens", "before copula"),
    _governed,
)
HEADING = Signal("heading", "end", ("clause closes", "to clause end", "of"), _heading)
LISTED = Signal("listed", "span", ("listed", "listed length", "listed tags"), _listed)
