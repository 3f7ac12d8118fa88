"""What a reader can see: whether a text gives an answer away."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT = 1
"""An answer of so few characters stands in every other sentence; seeing it there tells nothing."""


def squashed(text: str) -> str:
    """`text` as the eye compares it: width and white space aside."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def shows_any(text: str, answers: Iterable[str], *, longer_than: int = 0) -> bool:
    """Whether one of the answers that have more than so many characters can be read whole in `text`."""
    if not text:
        return False
    seen = squashed(text)
    return any(len(wanted) > longer_than and wanted in seen for wanted in map(squashed, answers))
