"""The keys and what they do: one table for the screen, the plain lines and the help page."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple


class Key(NamedTuple):
    """`names` are the keys as Textual calls them, `shown` as a person does."""

    does: str
    names: tuple[str, ...]
    shown: str


KEYS: Final = (
    Key("show", ("space", "enter"), "␣ ⏎"),
    Key("again", ("1",), "1"),
    Key("hard", ("2",), "2"),
    Key("good", ("3",), "3"),
    Key("easy", ("4",), "4"),
    Key("left", ("left",), "←"),
    Key("right", ("right",), "→"),
    Key("hint", ("h", "tab"), "h"),
    Key("type", ("t",), "t"),
    Key("undo", ("u", "ctrl+u"), "u"),
    Key("edit", ("e",), "e"),
    Key("suspend", ("s",), "s"),
    Key("flag", ("f",), "f"),
    Key("bury", ("b",), "b"),
    Key("context", ("c",), "c"),
    Key("paragraph", ("p",), "p"),
    Key("up", ("up", "k"), "↑"),
    Key("down", ("down", "j"), "↓"),
    Key("page-up", ("pageup",), "PgUp"),
    Key("page-down", ("pagedown",), "PgDn"),
    Key("pause", ("ctrl+z",), "Ctrl-Z"),
    Key("help", ("?", "question_mark", "f1"), "?"),
    Key("quit", ("q", "ctrl+c", "ctrl+q", "ctrl+d"), "q"),
)

_DOES: Final = {name: key.does for key in KEYS for name in key.names}

WHILE_TYPING: Final = {
    "enter": "check",
    "escape": "park",
    "tab": "hint",
    "f1": "help",
    "up": "up",
    "down": "down",
    "pageup": "page-up",
    "pagedown": "page-down",
    "ctrl+z": "pause",
}
"""The keys that a box of one line leaves free."""


def action(name: str, character: str | None) -> str | None:
    """What a key does; full-width signs of an input method and capitals count as the plain key."""
    if name in _DOES:
        return _DOES[name]
    plain = unicodedata.normalize("NFKC", character or "").lower()
    return _DOES.get("space" if plain == " " else plain)
