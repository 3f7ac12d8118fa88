"""Moving over a text longer than its window, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.containers import VerticalScroll

NARROW: Final = 48
"""Columns below which nothing is indented."""

SCROLLS: Final = frozenset({"up", "down", "page-up", "page-down"})


def scroll(window: VerticalScroll, does: str) -> None:
    """Do one of `SCROLLS`, at once."""
    moves = {
        "up": window.scroll_up,
        "down": window.scroll_down,
        "page-up": window.scroll_page_up,
        "page-down": window.scroll_page_down,
    }
    moves[does](animate=False)
