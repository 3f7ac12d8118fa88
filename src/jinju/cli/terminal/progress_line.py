"""How far the sitting is: a thin line, and below it what is left and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widget import Widget

from jinju.cli.terminal.prose import paint
from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from textual.content import Content
    from textual.geometry import Size

    from jinju.workflows.studied import Progress


def left(progress: Progress) -> int:
    """Cards still to come today."""
    return progress.new_left + progress.learning_left + progress.review_left


def words(progress: Progress, width: int) -> str:
    """What is left in the fullest words that fit into `width` cells."""
    details: dict[str, object] = {
        "done": progress.done,
        "new": progress.new_left,
        "learning": progress.learning_left,
        "review": progress.review_left,
        "minutes": max(round(progress.seconds_left / 60), 1) if left(progress) else 0,
        "left": left(progress),
    }
    texts = [say(f"terminal.progress.{size}", **details) for size in ("long", "middle", "short")]
    return next((text for text in texts if cell_len(text) <= width), texts[-1])


class ProgressLine(Widget):
    """Two rows; changes only when an answer was given."""

    DEFAULT_CSS = "ProgressLine { width: 1fr; height: 2; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._progress: Progress | None = None

    def put(self, progress: Progress) -> None:
        """Show this progress."""
        if progress != self._progress:
            self._progress = progress
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The line and the words."""
        del container, viewport, width
        return 2

    def render(self) -> Content:
        """The line as wide as the widget."""
        width = self.content_size.width or self.size.width
        if self._progress is None:
            return paint(((), ()))
        whole = self._progress.done + left(self._progress)
        done = width * self._progress.done // whole if whole else width
        line = (Run("━" * done, "right"), Run("─" * (width - done), "dim"))
        return paint((line, (Run(words(self._progress, width), "dim"),)))
