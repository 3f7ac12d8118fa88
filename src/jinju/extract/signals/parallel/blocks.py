"""Parallelism of blocks: A B A B over two or three sentences each, and chains of three neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.signals.parallel.web import odds

if TYPE_CHECKING:
    from jinju.extract.signals.parallel.web import Web

_PERIODS: Final = (2, 3)


def block_signals(web: Web, i: int) -> list[tuple[str, float]]:
    """The weaker of the two links that a block needs, at its best; the same for three in a row."""
    link = web.link
    found = []
    for period in _PERIODS:
        best = 0.0
        for first in (i, i - period):
            mine = link(first, first + period)
            for step in range(1 - period, period):
                if step and mine > best:
                    best = max(best, min(mine, link(first + step, first + step + period)))
        found.append((f"block-{period}", odds(best)))
    chain = max(min(link(k - 1, k), link(k, k + 1)) for k in (i - 1, i, i + 1))
    return [*found, ("chain", odds(chain))]
