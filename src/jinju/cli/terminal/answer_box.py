"""The box for typed answers: one line, open to input methods and to any paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class AnswerBox(Input):
    """`parked` is true while the person has left the box to use the single keys."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, select_on_focus=False)
        self.cursor_blink = False
        self.parked = False

    def _on_paste(self, event: events.Paste) -> None:
        """Lines become one, so that nothing of a paste is dropped or taken for the enter key."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))
