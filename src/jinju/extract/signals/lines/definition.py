"""Sentences that say what a thing is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_IS: Final = re.compile(
    r"^[^，。；：]{1,18}(?<![不还也就但正只都又可要于若])是(?!否|不是|因为|由于|在[^，]{0,4}[时年月])[^，。]{2,}"
)
_ESSENCE: Final = re.compile(
    r"是[^，。；]{0,24}(?:根本|关键|核心|基础|基石|前提|保障|保证|灵魂|本质|源泉|动力|之[本源基要魂根道举义]|重中之重|生命线|要求|任务|目标|标志|体现|途径)"
)
_NAMELY: Final = re.compile(r"就是|即是|就在于|在于|意味着|归根结底|说到底")


def definition(line: Line) -> Iterator[tuple[str, float]]:
    """X是Y at the head of the sentence, X是…的根本, X就是Y."""
    text = line.text.lstrip('“‘" 　')
    if _IS.match(text):
        yield "definition.is", 1.0
        yield "definition.short", float(len(text) < 32)
    if _ESSENCE.search(text):
        yield "definition.essence", 1.0
    if _NAMELY.search(text):
        yield "definition.namely", 1.0
