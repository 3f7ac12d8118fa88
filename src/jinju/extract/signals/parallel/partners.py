"""How surely a sentence has partners: its best ones, its neighbours, and a third that runs with both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.parallel.web import odds

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.web import Web


def partner_signals(web: Web, i: int) -> list[tuple[str, float]]:
    """The four best links, those to the three nearest on both sides, the mean ones, the best triangle."""
    mine = web.linked[i]
    best = sorted(mine.values(), reverse=True)[:4]
    found = [(f"partner-{k}", odds(p)) for k, p in enumerate(best, 1)]
    found += [(f"no-partner-{k}", 1.0) for k in range(len(best) + 1, 5)]
    for step in (1, 2, 3):
        around = [web.link(i - step, i), web.link(i, i + step)]
        found.append((f"neighbour-{step}", odds(max(around))))
        found.append((f"neighbour-{step}-other", odds(min(around))))
    found.append(("mean-link", odds(sum(mine.values()) / (len(mine) or 1))))
    found.append(("mean-link-all", odds(web.mean)))
    found.append(("triangle", odds(_triangle(web, i))))
    return found


def _triangle(web: Web, i: int) -> float:
    """How surely the sentence, its best partner and a third all run parallel: their weakest link."""
    mine = web.linked[i]
    if not mine:
        return 0.0
    partner = max(mine, key=lambda j: (mine[j], -j))
    third = (min(p, mine.get(k, 0.0)) for k, p in web.linked[partner].items() if k != i)
    return min(mine[partner], max(third, default=0.0))
