"""Frames that another essay can reuse: 唯有…方能, 不仅…更, 既…又, 以…为, 从…到…, 不是…而是."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.lines.line import Line

_FRAMES: Final = (
    ("only", re.compile(r"(?:唯有|惟有|只有|唯).{2,40}?(?:方能|才能|方可|才会|才可|方)")),
    ("both", re.compile(r"(?:不仅|不但|既).{1,30}?(?:更|还|也|又|而且)")),
    ("not-but", re.compile(r"(?:不是|不在于|并非|绝非|与其).{1,24}?(?:而是|而在于|不如)")),
    (
        "take-as",
        re.compile(
            r"以.{1,12}为.{0,6}(?:核心|导向|基|本|中心|重点|抓手|引领|目标|先|要|[^，。]{1,4}[，。、])"
        ),
    ),
    ("from-to", re.compile(r"从.{1,14}?(?:到|走向|转向)")),
    ("without", re.compile(r"没有.{1,16}?[，,].{0,4}(?:就没有|便没有|就无|何谈|哪有)")),
    ("let", re.compile(r"让.{2,20}(?:成为|变成|起来)")),
    ("so-that", re.compile(r"(?:既然|如果|只要|无论).{2,30}?(?:就|便|都|也)")),
)


def template(line: Line) -> Iterator[tuple[str, float]]:
    """One signal for each frame that the sentence is cast in."""
    for name, pattern in _FRAMES:
        if pattern.search(line.text):
            yield f"template.{name}", 1.0
