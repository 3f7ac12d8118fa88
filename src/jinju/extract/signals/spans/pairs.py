"""How well two spans of one sentence go together as blanks: sisters of a list or a frame do."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.extract.signals.spans.scene import Scene

_JOINING = frozenset(["、", "和", "与", "及", "或", "以及"])


def pair_features(scene: Scene, one: tuple[int, int], other: tuple[int, int]) -> list[str] | None:
    """What holds between two token ranges, or None where they overlap."""
    (i, j), (k, m) = sorted((one, other))
    gap = k - j
    if gap < 0:
        return None
    tokens, shown, kind = scene.tokens, scene.shown, scene.kind
    unlike = min(3, abs((tokens[j - 1].end - tokens[i].start) - (tokens[m - 1].end - tokens[k].start)))
    found = [f"pair length differs {unlike}", f"pair clauses {min(3, scene.clause[k] - scene.clause[i])}"]
    if gap == 0:
        found.append("pair adjacent")
    elif gap == 1 and tokens[j].text in _JOINING:
        found += ["pair joined", f"pair joined, length differs {unlike}"]
    else:
        found.append(f"pair gap {min(6, int(log2(gap + 1) * 1.5))}")
    if kind[i:j] == kind[k:m]:
        found.append("pair same tags")
    if (shown[i - 1] if i else "^") == shown[k - 1]:
        found.append("pair same before")
    if shown[j : j + 1] == shown[m : m + 1]:
        found.append("pair same after")
    if (kind[i - 1] if i else "^") == kind[k - 1]:
        found.append("pair same tag before")
    if tokens[j - 1].text[-1] == tokens[m - 1].text[-1]:
        found.append("pair same ending")
    if tokens[i].text[0] == tokens[k].text[0]:
        found.append("pair same beginning")
    if not set(shown[i:j]).isdisjoint(shown[k:m]):
        found.append("pair shares a word")
    return found
