"""Cues of syntax without a parser: the governing verb, X是Y, enumerations, what opens and closes a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import NUMBERS, Signal
from jinju.extract.signals.spans.surround import REACH

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Keys

_JOINING = frozenset(["、", "和", "与", "及", "以及", "或", "并"])
_UNLISTED = ("", "", "")


def _governed(scene: Scene, i: int, _: int) -> Keys:
    clause = scene.surround
    verb, copula, ahead = i - clause.verb[i], i - clause.copula[i], clause.ahead[i] - i
    opener = clause.opener[i]
    return (
        scene.shown[i - verb] if verb <= REACH else "",
        NUMBERS[min(5, verb)] if verb <= REACH else "none",
        NUMBERS[min(5, copula)] if copula <= REACH else "",
        scene.shown[opener] if opener >= 0 else "=",
        NUMBERS[min(5, ahead)] if copula > REACH >= ahead else "",
    )


def _heading(scene: Scene, j: int, _: int) -> Keys:
    """What comes after, up to the clause's end: the noun that the span may modify."""
    shown = scene.shown
    closer = scene.surround.closer[j]
    of = shown[j + 1] if j and j + 1 < len(shown) and shown[j] == "的" else ""
    return (shown[closer] if closer >= 0 else "=", NUMBERS[min(6, scene.surround.left[j])], of)


def _listed(scene: Scene, i: int, j: int) -> Keys:
    left = i > 0 and scene.shown[i - 1] in _JOINING
    right = j < len(scene.tokens) and scene.shown[j] in _JOINING
    if not (left or right):
        return _UNLISTED
    place = "middle" if left and right else "last" if left else "first"
    length = scene.ends[j - 1] - scene.starts[i]
    return (place, f"{place} {min(9, length)}", f"{place} {scene.kind[i]}{scene.kind[j - 1]}")


GOVERNED = Signal(
    "governed",
    "start",
    ("governed", "governed at", "after copula", "clause opens", "before copula"),
    _governed,
)
HEADING = Signal("heading", "end", ("clause closes", "to clause end", "of"), _heading)
LISTED = Signal("listed", "span", ("listed", "listed length", "listed tags"), _listed)
