"""What a span is made of: its words, how rare they are, and their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.extract.signals.spans.signal import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans

_BINS = [[f"{size}:{n}" for n in range(40)] for size in range(5)]


def _words(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    return (scene.shown, scene.tag, scene.empty, scene.again)


def _bins(scene: Scene, _: Spans) -> tuple[Sequence[str], ...]:
    bins = [_BINS[min(4, len(token.text))] for token in scene.tokens]
    return (
        [row[int(rarity / 1.5)] for row, rarity in zip(bins, scene.frequency, strict=True)],
        [row[int(spread)] for row, spread in zip(bins, scene.articles, strict=True)],
    )


def _sums(scene: Scene, _: Spans) -> tuple[Sequence[float], ...]:
    return ([x / 10 for x in scene.frequency], [x / 7 for x in scene.articles])


WORDS = Signal("words", "inside", ("has", "has tag", "has empty", "comes again"), _words)
RARITY = Signal("rarity", "inside", ("rarity", "articles"), _bins, ("rarity sum", "articles sum"), _sums)
