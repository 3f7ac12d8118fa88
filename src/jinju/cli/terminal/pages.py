"""Pages that lie over the card until a key is pressed: help, context, paragraph, plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from jinju.cli.terminal.keys import action
from jinju.cli.terminal.prose import Prose
from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from jinju.cli.terminal.run import Run

_SCROLLS = frozenset({"up", "down", "page-up", "page-down"})


class Page(ModalScreen[str]):
    """Text over the whole screen; gives back what the closing key does."""

    INHERIT_BINDINGS = False
    BINDINGS: ClassVar = []
    DEFAULT_CSS = """
    Page { align: center middle; background: ansi_default; }
    Page > VerticalScroll {
        width: 100%; max-width: 76; height: auto; max-height: 1fr; padding: 1 2; scrollbar-size-vertical: 1;
    }
    Page.narrow > VerticalScroll { padding: 0 1; }
    Page > VerticalScroll > #title { margin-bottom: 1; text-style: bold; }
    Page > #foot { dock: bottom; height: 1; padding: 0 1; text-style: dim; }
    """

    def __init__(self, title: str, runs: Sequence[Run], foot: str = "") -> None:
        super().__init__()
        self._title = title
        self._runs = tuple(runs)
        self._foot = foot or say("terminal.page-foot")

    def compose(self) -> ComposeResult:
        """Title, text and how to go on."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="title")
            yield Prose(id="text")
        yield Prose(id="foot")

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one("#title", Prose).put(self._title)
        self.query_one("#text", Prose).put(self._runs)
        self.query_one("#foot", Prose).put(self._foot)
        self.set_class(self.size.width < 40, "narrow")

    def on_key(self, event: events.Key) -> None:
        """Scroll, or close."""
        event.stop()
        does = "close" if event.key == "escape" else action(event.key, event.character)
        scroll = self.query_one(VerticalScroll)
        if does in _SCROLLS:
            getattr(
                scroll,
                f"action_scroll_{does}" if does in {"up", "down"} else f"action_{does.replace('-', '_')}",
            )()
        else:
            self.dismiss(does or "close")
