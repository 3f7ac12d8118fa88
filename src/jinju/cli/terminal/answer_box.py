"""The box for typed answers: one line, open to input methods and to any paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class AnswerBox(Input):
    """`parked` is true while the person has left the box to use the single keys."""

    DEFAULT_CSS = """
    AnswerBox, AnswerBox:focus {
        border: round ansi_default; background: ansi_default; color: ansi_default;
        height: 3; width: 1fr; padding: 0 1; background-tint: ansi_default 0%;
    }
    AnswerBox:focus { border: round $accent; }
    CardScreen.low AnswerBox, CardScreen.low AnswerBox:focus { border: none; height: 1; padding: 0; }
    AnswerBox > .input--cursor { text-style: reverse; background: ansi_default; color: ansi_default; }
    AnswerBox > .input--placeholder, AnswerBox > .input--suggestion { text-style: dim; color: ansi_default; }
    AnswerBox > .input--selection { text-style: reverse; background: ansi_default; color: ansi_default; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, select_on_focus=False)
        self.parked = False

    def _on_paste(self, event: events.Paste) -> None:
        """Lines become one, so that nothing of a paste is dropped or taken for the enter key."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))
