"""How rare the words are: distinctive wording is what people remember."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_RARE: Final = 12.0


def rarity(line: Line) -> Iterator[tuple[str, float]]:
    """Mean and highest surprise of the sentence's words, in nats; idioms and set phrases among them."""
    words = line.words
    if words is None or not line.tokens:
        return
    known = [words.get(t) for t in line.tokens if len(t) > 1 or "\u4e00" <= t <= "\u9fff"]
    if not known:
        return
    total = max(words.total, 1)
    surprise = [log(total / (w.frequency or 0.5)) for w in known]
    yield "rarity.mean", sum(min(s, 18.0) for s in surprise) / len(surprise) / 10 - 1
    yield "rarity.share", sum(s > _RARE for s in surprise) / len(surprise)
    yield "rarity.singles", sum(len(t) == 1 for t in line.tokens) / len(line.tokens)
    yield "rarity.idioms", min(sum(w.tag[:1] in ("i", "l") for w in known), 3) / 2
    yield "rarity.names", min(sum(w.tag in ("nr", "nt", "ns", "nrt") for w in known) / len(known), 0.3)
