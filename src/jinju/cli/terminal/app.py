"""The full-screen program: keys become deeds on the sitting."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import App, SuspendNotSupported
from textual.binding import Binding

from jinju.cli.terminal.card_screen import CardScreen
from jinju.cli.terminal.colours import THEME
from jinju.cli.terminal.context_pages import context_runs, paragraph_runs
from jinju.cli.terminal.editor import editor_command
from jinju.cli.terminal.help_text import help_runs
from jinju.cli.terminal.pages import Page
from jinju.cli.terminal.scrolling import SCROLLS
from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.cli.terminal.run import Run
    from jinju.cli.terminal.sitting import Sitting
    from jinju.model.review import Moment

_GRADES = {rating.name.lower(): rating for rating in Rating}
_CLOSED = 128 + 1
"""What a shell reports of a program whose terminal was closed."""


class StudyApp(App[None]):
    """`opening` is a page to show before the first card: title and text."""

    ENABLE_COMMAND_PALETTE = False
    INHERIT_BINDINGS = False
    BINDINGS: ClassVar = [Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True, system=True)]

    def __init__(
        self,
        sitting: Sitting,
        now: Callable[[], Moment],
        opening: tuple[str, Sequence[Run]] | None = None,
    ) -> None:
        super().__init__(ansi_color=True)
        self.sitting = sitting
        self._opening = opening
        self._table = CardScreen(sitting, now, self.act)
        self.register_theme(THEME)
        self.theme = "jinju"

    def on_mount(self) -> None:
        """Listen to signals, lay the first card, and the opening page over it."""
        self._listen()
        self.push_screen(self._table)
        if self._opening is not None:
            self._open(*self._opening, foot=say("terminal.plan-foot"), then=self._opened)

    def action_leave(self) -> None:
        """Leave from wherever one is; every answer given is already committed."""
        self.exit()

    def act(self, does: str) -> None:
        """Do what a key asks for."""
        sitting = self.sitting
        if does in SCROLLS:
            self._table.scroll_table(does)
        elif does in _GRADES:
            self._grade(_GRADES[does])
        elif does in {"left", "right"}:
            sitting.mark(1 if does == "right" else -1)
            self._table.show()
        else:
            getattr(self, f"_do_{does.replace('-', '_')}")()

    def _do_show(self) -> None:
        if self.sitting.stage == "asking":
            self.sitting.show()
            self._table.show()
        elif self.sitting.stage == "answered":
            self._grade(None)
        elif self.sitting.stage == "waiting":
            self.sitting.go_on()
            self._table.next_card()
        else:
            self.exit()

    def _grade(self, rating: Rating | None) -> None:
        if self.sitting.grade(rating):
            self._table.next_card()
        elif self.sitting.stage == "asking":
            self._table.say(say("terminal.show-first"))

    def _do_hint(self) -> None:
        if self.sitting.stage == "asking" and not self.sitting.hint():
            self._table.say(say("terminal.no-more-hints"))
        else:
            self._table.show()
            self._table.to_end()

    def _do_type(self) -> None:
        self.sitting.typing = not self.sitting.typing
        self._table.next_card()
        self._table.say(say("terminal.typing-on" if self.sitting.typing else "terminal.typing-off"))

    def _do_undo(self) -> None:
        undone = self.sitting.undo()
        if undone:
            self._table.next_card()
        self._table.say(say("terminal.undone" if undone else "terminal.nothing-to-undo"))

    def _do_suspend(self) -> None:
        self._put_away("suspend")

    def _do_bury(self) -> None:
        self._put_away("bury")

    def _put_away(self, how: Literal["suspend", "bury"]) -> None:
        if self.sitting.put_away(how):
            parked = self._table.parked
            self._table.next_card(parked=parked)
            letters_free = parked or not self.sitting.typing
            self._table.say(say(f"terminal.did-{how}", undo="u" if letters_free else "Esc u"))

    def _do_flag(self) -> None:
        if self.sitting.card is not None:
            self.sitting.session.flag()
            self.sitting.refresh()
            self._table.show()

    def _do_context(self) -> None:
        card = self.sitting.card
        if card is not None:
            context = self.sitting.session.context()
            shown = self.sitting.stage == "answered"
            self._open(say("terminal.context-title"), context_runs(context, card.face, answered=shown))

    def _do_paragraph(self) -> None:
        card = self.sitting.card
        if card is not None:
            context = self.sitting.session.context()
            shown = self.sitting.stage == "answered"
            self._open(context.title, paragraph_runs(context, card.face, answered=shown))

    def _do_help(self) -> None:
        self._open(say("terminal.help-title"), help_runs())

    def _do_edit(self) -> None:
        if self.sitting.card is None:
            return
        path, line = self.sitting.session.place()
        command = editor_command(path, line, os.environ)
        self.sitting.pause()
        try:
            with self.suspend():
                done = subprocess.run(command, check=False)  # noqa: S603 - the person's own editor
        except SuspendNotSupported as error:
            raise UserError("terminal-no-suspend", path=path, line=line) from error
        except OSError as error:
            raise UserError("terminal-no-editor", editor=command[0]) from error
        finally:
            self.sitting.resume()
            self.refresh(layout=True)
        self.sitting.session.reload()
        self.sitting.refresh()
        self._table.say("" if done.returncode == 0 else say("terminal.editor-failed", status=done.returncode))

    def _do_pause(self) -> None:
        self.sitting.pause()
        self.action_suspend_process()
        self.sitting.resume()

    def _do_quit(self) -> None:
        self.exit()

    def _open(
        self,
        title: str,
        runs: Sequence[Run],
        *,
        foot: str = "",
        then: Callable[[str | None], None] | None = None,
    ) -> None:
        self.sitting.pause()

        def closed(does: str | None) -> None:
            self.sitting.resume()
            if then is not None:
                then(does)

        self.push_screen(Page(title, runs, foot), closed)

    def _opened(self, does: str | None) -> None:
        if does == "quit":
            self.exit()

    def _listen(self) -> None:
        """A closed window ends the program at once, an asked-for end puts the terminal right first."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGTERM, lambda: self.exit(return_code=128 + signal.SIGTERM))
            loop.add_signal_handler(signal.SIGINT, self.exit)
            loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    def _hung_up(self) -> None:
        """Nobody sees the screen any more, and drawing on it would block."""
        self.sitting.session.close()
        os._exit(_CLOSED)
