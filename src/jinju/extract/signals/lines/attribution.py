"""Words by which a writer hands over to someone else's saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_SAID: Final = re.compile(
    r"曾说|说过|有云|诗云|曰|所言|有言|曾言|写道|有句(?:老|古)?话|(?:古|俗|常|谚)(?:语|话|言)(?:说|云|有云|道|讲)?"
)
_SO_CALLED: Final = re.compile(r"正所谓|所谓|有道是|正如|诚如|正可谓|可谓是")
_KNOWN: Final = re.compile(
    r"名言|名句|警句|诗句|古训|箴言|格言|古人|先贤|先哲|哲人|圣人|古代|诗人|[孔孟老庄荀墨韩]子"
)
_POINTED: Final = re.compile(r"(?:指出|强调|认为|提出|宣布|表示|要求|道)[，,：:]")


def attribution(line: Line) -> Iterator[tuple[str, float]]:
    """A verb of saying, a “as they say”, a name for old sayings, a statesman's “指出”."""
    if _SAID.search(line.text):
        yield "attribution.said", 1.0
        yield "attribution.said-quoted", float(bool(line.quoted))
    if _SO_CALLED.search(line.text):
        yield "attribution.as-they-say", 1.0
        yield "attribution.as-they-say-quoted", float(bool(line.quoted))
    if _KNOWN.search(line.text):
        yield "attribution.old", 1.0
    if _POINTED.search(line.text):
        yield "attribution.pointed-out", 1.0
