"""Text that was read in the wrong encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.text.edits import Edit
    from jinju.text.tools import Tools


def mend_mojibake(text: str, tools: Tools) -> list[Edit]:
    """Stub."""
    return []
