"""Emoji: decoration that page editors strew into text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.text.edits import Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u2612\u2614-\u263f\u2641\u2643-\u26ff\u2700-\u2712\u2714-"
    "\u2716\u2718-\u2775\u2795-\u27bf\u231a\u231b\u2328\u23e9-\u23fa\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030"
    "\u2934\u2935]\ufe0f?(?:\u200d[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?)*)+|\ufe0f\u20e3?|\u20e3"
)


def drop_emoji(text: str, _: Tools) -> list[Edit]:
    """Pictures away; enumerators (❶), stars and ticks that carry meaning stay."""
    return [Edit(m.start(), m.end(), "", "emoji", 0.95) for m in _EMOJI.finditer(text)]
