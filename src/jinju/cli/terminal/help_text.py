"""The help page: every key, what it does, and how studying goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from jinju.cli.terminal.keys import KEYS
from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT = frozenset(
    {"again", "hard", "good", "easy", "left", "right", "up", "down", "page-up", "page-down"}
)
"""Said together, in one line each."""

_TOGETHER = (("1 2 3 4", "grade"), ("← →", "mark"), ("↑ ↓", "scroll"))


def help_runs() -> tuple[Run, ...]:
    """A line a key, then a few sentences."""
    return tuple(_lines())


def _lines() -> Iterator[Run]:
    single = [(key.shown, key.does) for key in KEYS if key.does not in _LEFT_OUT]
    for shown, does in [single[0], *_TOGETHER, *single[1:]]:
        yield Run(shown + " " * max(9 - cell_len(shown), 1), "strong")
        yield Run(say(f"terminal.do.{does}") + "\n")
    yield Run("\n" + say("terminal.help-typing") + "\n")
    yield Run("\n" + say("terminal.help-grades"), "dim")
