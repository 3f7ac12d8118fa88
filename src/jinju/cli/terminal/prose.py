"""A piece of running text on the screen, wrapped for the width it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

from jinju.cli.terminal.even import even as evenly
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.geometry import Size

    from jinju.cli.terminal.run import Role

LOOKS: Final[Mapping[Role, str]] = {
    "text": "",
    "gap": "bold $accent",
    "answer": "bold underline $success",
    "faded": "dim",
    "dim": "dim",
    "strong": "bold",
    "right": "$success",
    "wrong": "strike $error",
    "lost": "bold underline $success",
    "cue": "italic",
    "mark": "bold reverse",
}
"""No role is told by its colour alone: without colours weight, lines and signs remain."""


class Prose(Widget):
    """Shows runs; asks for as many rows as their lines need. Without text it takes no room."""

    DEFAULT_CSS = "Prose { width: 1fr; height: auto; }"

    def __init__(self, *, id: str | None = None, even: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._runs: tuple[Run, ...] = ()
        self._leading = 0
        self._break = evenly if even else wrap
        self.display = False

    def put(self, runs: Iterable[Run] | str, *, leading: int = 0) -> None:
        """Show these runs, with `leading` empty rows between lines; the same ones are not drawn again."""
        new = (Run(runs),) if isinstance(runs, str) else tuple(runs)
        if (new, leading) == (self._runs, self._leading):
            return
        self._runs, self._leading = new, leading
        self.display = any(run.text for run in new)
        self.refresh(layout=True)

    @property
    def plain(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self._runs)

    def row_of(self, role: Role) -> int:
        """The first row, counted from 0, with something of this role; 0 where there is none."""
        lines = self._break(self._runs, self.content_size.width or self.size.width)
        found = (at for at, line in enumerate(lines) if any(run.role == role for run in line))
        return next(found, 0) * (1 + self._leading)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows of the wrapped text."""
        del container, viewport
        lines = len(self._break(self._runs, width))
        return lines + (lines - 1) * self._leading

    def render(self) -> Content:
        """The lines, each with its looks."""
        return paint(self._break(self._runs, self.content_size.width or self.size.width), self._leading)


def paint(lines: Sequence[Sequence[Run]], leading: int = 0) -> Content:
    """Wrapped lines as content of the screen."""
    parts: list[str | tuple[str, str]] = []
    for at, line in enumerate(lines):
        if at:
            parts.append("\n" * (1 + leading))
        parts.extend((run.text, LOOKS[run.role]) if LOOKS[run.role] else run.text for run in line)
    return Content.assemble(*parts)
