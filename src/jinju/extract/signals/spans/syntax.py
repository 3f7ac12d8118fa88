"""Cues of syntax without a parser: the governing verb, X是Y, enumerations, what opens and closes a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Features

_JOINING = frozenset(["、", "和", "与", "及", "以及", "或", "并"])
_IS = frozenset(["是", "为", "即", "就是", "叫", "叫做", "称为", "成为", "作为", "指", "称"])
_REACH = 12
"""How many tokens to either side are looked at, so that cost stays linear."""


def _governed(scene: Scene, i: int, _: int) -> Features:
    if i >= len(scene.tokens):
        return []
    found: Features = []
    verb = ""
    copula = ""
    opener = ""
    k = i - 1
    while k >= 0 and scene.clause[k] == scene.clause[i] and i - k <= _REACH:
        if not scene.mark[k]:
            opener = scene.shown[k]
            if not verb and scene.kind[k] == "v" and not scene.empty[k]:
                verb = opener
                found.append((f"governed {verb}", 1.0))
                found.append((f"governed at {min(5, i - k)}", 1.0))
            if not copula and opener in _IS:
                copula = opener
                found.append((f"after copula {min(5, i - k)}", 1.0))
        k -= 1
    found.append((f"clause opens {opener or '='}", 1.0))
    if not verb:
        found.append(("governed none", 1.0))
    if not copula:
        ahead = i
        while ahead < len(scene.tokens) and scene.clause[ahead] == scene.clause[i] and ahead - i <= _REACH:
            if scene.shown[ahead] in _IS:
                found.append((f"before copula {min(5, ahead - i)}", 1.0))
                break
            ahead += 1
    return found


def _heading(scene: Scene, j: int, _: int) -> Features:
    """What comes after, up to the clause's end: the noun that the span may modify."""
    size = len(scene.tokens)
    k = j
    last = ""
    while k < size and j and scene.clause[k] == scene.clause[j - 1] and k - j <= _REACH:
        if not scene.mark[k]:
            last = scene.shown[k]
        k += 1
    found = [(f"clause closes {last or '='}", 1.0), (f"to clause end {min(6, k - j)}", 1.0)]
    if j + 1 < size and scene.shown[j] == "的":
        found.append((f"of {scene.shown[j + 1]}", 1.0))
    return found


def _listed(scene: Scene, i: int, j: int) -> Features:
    left = i > 0 and scene.shown[i - 1] in _JOINING
    right = j < len(scene.tokens) and scene.shown[j] in _JOINING
    if not (left or right):
        return []
    place = "middle" if left and right else "last" if left else "first"
    length = scene.tokens[j - 1].end - scene.tokens[i].start
    return [
        (f"listed {place}", 1.0),
        (f"listed {place} {min(9, length)}", 1.0),
        (f"listed {place} {scene.kind[i]}{scene.kind[j - 1]}", 1.0),
    ]


GOVERNED = Signal("governed", "start", _governed)
HEADING = Signal("heading", "end", _heading)
LISTED = Signal("listed", "span", _listed)
