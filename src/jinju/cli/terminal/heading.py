"""The line above the card: the article's title, and what is particular about the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from jinju.workflows.studied import Shown


def heading(card: Shown, width: int) -> tuple[Run, ...]:
    """One row of at most `width` cells; a title that is too long ends in dots."""
    marks = [say(f"terminal.is-{name}") for name in ("flagged", "leech") if getattr(card, name)]
    tail = "".join(f" · {mark}" for mark in marks)
    room = max(width - cell_len(tail), 0)
    title = card.title
    if cell_len(title) > room:
        title = set_cell_size(title, max(room - 1, 0)).rstrip() + "…"
    return Run(title, "dim"), Run(tail, "strong")
