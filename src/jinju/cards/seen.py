"""What a reader can see: whether a text gives an answer away."""

from __future__ import annotations

import unicodedata

SHORT = 1
"""An answer of so few characters stands in every other sentence; seeing it there tells nothing."""


def squashed(text: str) -> str:
    """`text` as the eye compares it: width and white space aside."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def shows(text: str, answer: str) -> bool:
    """Whether `answer`, being longer than `SHORT`, can be read whole in `text`."""
    wanted = squashed(answer)
    return len(wanted) > SHORT and wanted in squashed(text)
