"""Lines of a given width from running text, Chinese and Latin, by the number of terminal cells.

A line never begins with a closing mark nor ends with an opening one, Latin words and gaps stay whole
where they fit, and a wide character is never cut in two.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from jinju.cli.terminal.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinju.cli.terminal.run import Role

_NOT_FIRST = frozenset("，。、；：？！）】〕》〉」』”’…—·％°,.;:?!)]}%～")
"""Marks that close something or belong to what stands before them."""

_NOT_LAST = frozenset("（【〔《〈「『“‘([{")
"""Marks that open something."""

LEAST = 2
"""Cells: one wide character must fit."""


class Sign(NamedTuple):
    """What takes up cells as one: a character with the marks that combine with it."""

    text: str
    role: Role
    cells: int


def wrap(runs: Sequence[Run], width: int) -> tuple[tuple[Run, ...], ...]:
    """The lines, each of at most `width` cells (never fewer than 2); no text gives one empty line."""
    width = max(width, LEAST)
    lines: list[tuple[Run, ...]] = []
    line: list[Sign] = []
    used = 0
    for sign in signs(runs):
        if sign.text == "\n":
            lines.append(joined(line))
            line, used = [], 0
            continue
        full = used + sign.cells > width
        while used + sign.cells > width and line:
            cut = _cut(line, sign)
            lines.append(joined(line[:cut]))
            line = _unled(line[cut:])
            used = sum(s.cells for s in line)
        if full and not line and sign.text == " ":
            continue
        line.append(sign)
        used += sign.cells
    lines.append(joined(line))
    return tuple(lines)


def signs(runs: Iterable[Run]) -> Iterator[Sign]:
    """Characters with the marks that combine with them; none that would move the cursor."""
    held: Sign | None = None
    for text, role in runs:
        for char in text:
            shown = _harmless(char)
            cells = 0 if shown == "\n" else cell_len(shown)
            if cells == 0 and shown != "\n" and held is not None and held.text != "\n":
                held = held._replace(text=held.text + shown)
                continue
            if held is not None:
                yield held
            held = Sign(shown, role, cells)
    if held is not None:
        yield held


def _harmless(char: str) -> str:
    """The character; a space for one that controls the terminal, nothing for one that only formats."""
    if char == "\n" or char.isprintable():
        return char
    category = unicodedata.category(char)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return char if category == "Zs" else ""


def _cut(line: Sequence[Sign], coming: Sign) -> int:
    """Where the full line ends: before which of its signs, or `len(line)` for before the coming one."""
    whole = [*line, coming]
    for at in range(len(line), 0, -1):
        if may_part(whole[at - 1], whole[at]):
            return at
    return len(line)


def may_part(left: Sign, right: Sign) -> bool:
    """Whether a line may end between the two."""
    if right.text[:1] in _NOT_FIRST or left.text[:1] in _NOT_LAST or right.text == " ":
        return False
    if left.role != right.role and "gap" in {left.role, right.role}:
        return True
    return (
        left.text == " "
        or left.cells > 1
        or right.cells > 1
        or left.text[:1] in _NOT_FIRST - frozenset(".,:%")
    )


def _unled(line: list[Sign]) -> list[Sign]:
    """Without the spaces that a wrapped line would begin with."""
    at = 0
    while at < len(line) and line[at].text == " ":
        at += 1
    return line[at:]


def joined(line: Iterable[Sign]) -> tuple[Run, ...]:
    """Signs as runs."""
    runs: list[Run] = []
    for sign in line:
        if runs and runs[-1].role == sign.role:
            runs[-1] = Run(runs[-1].text + sign.text, sign.role)
        else:
            runs.append(Run(sign.text, sign.role))
    return tuple(runs)
