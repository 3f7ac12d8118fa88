"""A run is a stretch of text of one role; the screen turns roles into looks, plain lines into signs."""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["text", "gap", "answer", "faded", "dim", "strong", "right", "wrong", "lost", "cue", "mark"]


class Run(NamedTuple):
    """`text` may hold line breaks; any other control character is shown as a space."""

    text: str
    role: Role = "text"
