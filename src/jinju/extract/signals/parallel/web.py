"""The links between the sentences of an essay, laid out once for the signals of each sentence."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.extract.signals.parallel.shape import Shape

_NONE: Final = 0.005


class Web:
    """All sentences of an essay and how surely each two of them belong to one parallelism.

    `linked[i]` has the links of sentence i, `best[i]` the surest of them; `paragraphs` the sentences of each
    paragraph; `inside[i]` how alike neighbouring clauses of sentence i are. `mean` is the mean link, `level`
    the mean of the six surest `best`.
    """

    def __init__(
        self, shapes: Sequence[Shape], links: Mapping[tuple[int, int], float], inside: Sequence[float]
    ) -> None:
        self.shapes, self.links, self.inside = shapes, links, inside
        self.linked: list[dict[int, float]] = [{} for _ in shapes]
        for (i, j), p in links.items():
            self.linked[i][j] = p
            self.linked[j][i] = p
        self.best = [max(mine.values(), default=0.0) for mine in self.linked]
        self.paragraphs: dict[int, list[int]] = {}
        for shape in shapes:
            self.paragraphs.setdefault(shape.paragraph, []).append(shape.place)
        self.mean = sum(links.values()) / (len(links) or 1)
        self.level = sum(sorted(self.best)[-6:]) / 6

    def link(self, i: int, j: int) -> float:
        """How surely sentences i < j belong together; 0 where they were not compared."""
        return self.links.get((i, j), 0.0)


def odds(p: float) -> float:
    """Log odds, cut off below so that no partner and a hopeless one are alike."""
    p = min(max(p, _NONE), 1 - _NONE)
    return log(p / (1 - p)) / 3
