"""Sentences that call on the reader or draw the conclusion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinju.extract.alignment import common_length, masks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_MUST: Final = re.compile(r"必须|务必|应当|应该|需要|必然|必定|始终|坚持|牢记|绝不|永远")
_OUGHT: Final = re.compile(r"^(?:我们|各级|全党)?[^，]{0,6}要")
_HENCE: Final = re.compile(r"^(?:因此|所以|由此|可见|总之|综上|为此|正因)")
_CAUSE: Final = re.compile(r"^(?:例如|比如|譬如|同时|此外|另外|首先|其次|再次|最后|然而|但是|而且|据|据了解)")


def thesis(line: Line) -> Iterator[tuple[str, float]]:
    """Obligation, conclusion, echo of the title; and the openings of mere steps in an argument."""
    text = line.text
    if _MUST.search(text):
        yield "thesis.must", 1.0
    if _OUGHT.match(text):
        yield "thesis.ought", 1.0
    if _HENCE.match(text):
        yield "thesis.hence", 1.0
    if _CAUSE.match(text):
        yield "thesis.step", 1.0
    yield "thesis.asks", float(text.rstrip('”’"').endswith(("？", "?")))
    yield "thesis.cries", float(text.rstrip('”’"').endswith(("！", "!")))
    if line.title:
        title = line.title[:40]
        shared = common_length(masks(title), len(title), text[:120])
        yield "thesis.echo-title", max(0.0, shared / len(title) - 0.4)
