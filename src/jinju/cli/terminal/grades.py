"""The four grades with the time until the card comes again; one of them is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.widget import Widget

from jinju.cli.terminal.intervals import interval
from jinju.cli.terminal.prose import paint
from jinju.cli.terminal.run import Run
from jinju.messages import say
from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.content import Content
    from textual.geometry import Size

    from jinju.model.review import Schedule

_WIDE = 40
"""Cells from which the four stand side by side."""

_SPACIOUS = 16
"""Cells of a button that has room for its time in full."""

_MOST = 72

POINTER = "▸"


def grade_name(rating: Rating) -> str:
    """The word on the button."""
    return say(f"terminal.{rating.name.lower()}")


class GradeBar(Widget):
    """Two rows: side by side where there is room, else two and two."""

    DEFAULT_CSS = "GradeBar { width: 1fr; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options: Mapping[Rating, Schedule] = {}
        self._marked = Rating.GOOD

    def put(self, options: Mapping[Rating, Schedule], marked: Rating) -> None:
        """Show what each grade leads to, and mark one."""
        self._options, self._marked = options, marked
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Always two rows, so that nothing jumps."""
        del container, viewport, width
        return 2

    def render(self) -> Content:
        """The buttons for the width at hand."""
        width = self.content_size.width or self.size.width
        if not self._options:
            return paint(((), ()))
        rows = self._side_by_side(min(width, _MOST)) if width >= _WIDE else self._two_and_two(width)
        return paint(rows)

    def _side_by_side(self, width: int) -> tuple[tuple[Run, ...], ...]:
        cell = width // 4
        names: list[Run] = []
        times: list[Run] = []
        for rating in Rating:
            marked = rating == self._marked
            name = f" {rating.value} {grade_name(rating)} "
            names += (
                Run(POINTER if marked else " ", "strong"),
                Run(name, "mark" if marked else "strong"),
                Run(" " * max(cell - 1 - cell_len(name), 0)),
            )
            ample = cell >= _SPACIOUS
            time = set_cell_size((" " * 4 if ample else "  ") + self._time(rating, short=not ample), cell)
            times.append(Run(time, "text" if marked else "dim"))
        return tuple(names), tuple(times)

    def _two_and_two(self, width: int) -> tuple[tuple[Run, ...], ...]:
        cell = width // 2
        rows = []
        for pair in ((Rating.AGAIN, Rating.HARD), (Rating.GOOD, Rating.EASY)):
            row: list[Run] = []
            for rating in pair:
                marked = rating == self._marked
                sign = POINTER if marked else str(rating.value)
                name, time = f"{sign}{grade_name(rating)}", self._time(rating, short=True)
                text = f"{name} {time}" if cell_len(name + time) < cell - 1 else name + time
                fitted = set_cell_size(text, min(cell_len(text), cell - 1))
                row += (Run(fitted, "mark" if marked else "text"), Run(" " * (cell - cell_len(fitted))))
            rows.append(tuple(row))
        return tuple(rows)

    def _time(self, rating: Rating, *, short: bool = False) -> str:
        return interval(self._options[rating], short=short)
