"""The person's own editor, opened at a line of a file."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLUS = frozenset(
    (
        *(
            "vi",
            "vim",
            "nvim",
            "view",
            "nvi",
            "elvis",
            "vile",
            "kak",
            "nano",
            "pico",
            "micro",
            "ne",
            "joe",
            "jed",
        ),
        *("emacs", "emacsclient", "mg", "ed", "ee", "gedit"),
    )
)
"""Open `+LINE FILE`."""

_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"))
"""Open `--goto FILE:LINE`, and wait for the window only when told."""

_COLON = frozenset(("hx", "helix", "subl", "sublime_text", "zed", "zeditor"))
"""Open `FILE:LINE`."""

_USUAL = ("nano", "vim", "vi", "notepad")


def editor_command(path: Path, line: int, environment: Mapping[str, str]) -> list[str]:
    """The command that opens `path` at `line` (counted from 1): $VISUAL, $EDITOR or the usual ones.

    An editor whose way of naming a line is unknown opens the file at its beginning.
    Raises UserError when there is no editor.
    """
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    words = _words(named) if named.strip() else [name for name in _USUAL if shutil.which(name)][:1]
    if not words or shutil.which(words[0]) is None:
        raise UserError("terminal-no-editor", editor=named.strip() or "$EDITOR")
    program = Path(words[0]).stem.lower()
    if program in _PLUS:
        return [*words, f"+{line}", str(path)]
    if program in _GOTO:
        wait = [] if {"--wait", "-w"} & set(words) else ["--wait"]
        return [*words, *wait, "--goto", f"{path}:{line}"]
    if program in _COLON:
        wait = ["--wait"] if program.startswith(("subl", "zed")) and not {"--wait", "-w"} & set(words) else []
        return [*words, *wait, f"{path}:{line}"]
    return [*words, str(path)]


def _words(named: str) -> list[str]:
    """The command with its options; a path with spaces is taken whole."""
    if shutil.which(named.strip()):
        return [named.strip()]
    try:
        return shlex.split(named)
    except ValueError:
        return [named.strip()]
