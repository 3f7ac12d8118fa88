"""The last row: the keys that matter now, as many as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from jinju.messages import say

if TYPE_CHECKING:
    from jinju.cli.terminal.sitting import Sitting

_NOW = {
    "asking": ("show", "help", "hint", "type", "context", "undo", "quit"),
    "typing": ("check", "escape", "tab-hint"),
    "parked": ("box", "help", "hint", "type", "context", "undo", "quit"),
    "answered": ("take", "help", "grade", "undo", "edit", "flag", "quit"),
    "waiting": ("early", "help", "undo", "quit"),
    "done": ("quit", "help", "undo"),
}
"""The most needed first: a narrow window shows only the first ones."""


def keys(sitting: Sitting, typing: bool, width: int) -> str:
    """The keys and what they do, in at most `width` cells."""
    stage: str = sitting.stage
    if stage == "asking" and sitting.typing:
        stage = "typing" if typing else "parked"
    text = ""
    for does in _NOW[stage]:
        longer = f"{text} · {say(f'terminal.key.{does}')}" if text else say(f"terminal.key.{does}")
        if text and cell_len(longer) > width:
            break
        text = longer
    return text
