"""Pages that lie over the card until a key is pressed: help, context, paragraph, plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen

from jinju.cli.terminal.keys import action
from jinju.cli.terminal.prose import Prose
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.scrolling import NARROW, SCROLLS, scroll
from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class Page(Screen[str]):
    """Text over the whole screen; gives back what the closing key does."""

    AUTO_FOCUS = ""
    INHERIT_BINDINGS = False
    BINDINGS: ClassVar = []
    CSS = """
    Page { background: ansi_default; color: ansi_default; }
    #window { height: 1fr; margin: 1 2; align-horizontal: center; scrollbar-size-vertical: 1; }
    #below { height: auto; margin: 0 2; align-horizontal: center; }
    #title, #text, #how { max-width: 64; }
    #title { margin-bottom: 1; }
    Page.narrow #window, Page.narrow #below { margin: 0; }
    """

    def __init__(self, title: str, runs: Sequence[Run], foot: str = "") -> None:
        super().__init__()
        self._title = title
        self._runs = tuple(runs)
        self._foot = foot or say("terminal.page-foot")

    def compose(self) -> ComposeResult:
        """Title, text and how to go on."""
        with VerticalScroll(id="window", can_focus=False):
            yield Prose(id="title")
            yield Prose(id="text")
        with Vertical(id="below"):
            yield Prose(id="how")

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one("#title", Prose).put((Run(self._title, "strong"),))
        self.query_one("#text", Prose).put(self._runs)
        self.query_one("#how", Prose).put((Run(self._foot, "dim"),))

    def on_resize(self) -> None:
        """A narrow window has no room for margins."""
        self.set_class(self.size.width < NARROW, "narrow")

    def on_key(self, event: events.Key) -> None:
        """Scroll, or close."""
        event.stop()
        does = "close" if event.key == "escape" else action(event.key, event.character)
        if does in SCROLLS:
            scroll(self.query_one(VerticalScroll), does)
        else:
            self.dismiss(does or "close")
