"""Studying line by line, for a terminal that can only print: the same sitting without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from jinju.cli.terminal import faces
from jinju.cli.terminal.context_pages import context_runs, paragraph_runs
from jinju.cli.terminal.difference import difference
from jinju.cli.terminal.editor import editor_command
from jinju.cli.terminal.endings import ending, waiting
from jinju.cli.terminal.help_text import help_runs
from jinju.cli.terminal.intervals import interval
from jinju.cli.terminal.keys import action
from jinju.cli.terminal.progress_line import words
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.wrap import wrap
from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.cli.terminal.sitting import Sitting
    from jinju.model.review import Moment
    from jinju.workflows.studied import Shown

_SIGNS = {"answer": "【{}】", "wrong": "[-{}-]", "lost": "[+{}+]"}
"""What a screen shows by weight and lines."""

_GRADES = {rating.name.lower(): rating for rating in Rating}


def study_by_lines(
    sitting: Sitting, now: Callable[[], Moment], opening: tuple[str, Sequence[Run]] | None = None
) -> None:
    """Print, read a line, go on; ends with the last card, an empty input or `q`."""
    with suppress(ImportError):
        import readline  # noqa: F401 - editing of wide characters
    table = _Lines(sitting, now)
    if opening is not None:
        table.page(*opening)
    with suppress(EOFError):
        while sitting.stage != "done":
            table.lay()
            if not table.obey(input("> ")):
                return
        table.page("", ending(sitting.session, full=sitting.full))


class _Lines:
    def __init__(self, sitting: Sitting, now: Callable[[], Moment]) -> None:
        self._sitting = sitting
        self._now = now

    def page(self, title: str, runs: Sequence[Run]) -> None:
        """Text with a title."""
        _print([*([Run(title + "\n\n")] if title else []), *runs])

    def lay(self) -> None:
        """The card as it stands, or until when to wait."""
        sitting = self._sitting
        card = sitting.card
        print()  # noqa: T201
        if card is None:
            until = sitting.session.progress().waiting_until_ms or 0
            _print(waiting(until, self._now()))
        elif sitting.stage == "asking":
            self._front(card)
        else:
            self._back(card)

    def obey(self, line: str) -> bool:
        """Do what the line says; false to leave."""
        sitting = self._sitting
        entry = line.strip()
        does = action(entry or "enter", entry) if len(entry) <= 1 else None
        try:
            if does == "quit":
                return False
            if does is None and sitting.typing and sitting.stage == "asking":
                sitting.check(line)
            elif does in _GRADES:
                if not sitting.grade(_GRADES[does]):
                    _print([Run(say("terminal.show-first"))])
            else:
                getattr(self, f"_do_{does}", self._do_help)()
        except UserError as error:
            _print([Run(say(error.code, **error.details))])
        return True

    def _front(self, card: Shown) -> None:
        sitting = self._sitting
        _print([Run(words(sitting.session.progress(), _width()) + "\n" + card.title)])
        _print([Run(card.face.before)] if card.face.before else [])
        _print(faces.front(card.face))
        _print([Run(card.face.cue)] if card.face.cue else [])
        _print(
            [Run("\n".join(say("terminal.hint", hint=h) for h in card.hints_shown))]
            if card.hints_shown
            else []
        )

    def _back(self, card: Shown) -> None:
        sitting = self._sitting
        _print(faces.back(card.face))
        _print(difference(sitting.comparison, sitting.typed))
        for rating in Rating:
            sign = ">" if rating == sitting.marked else " "
            name = say(f"terminal.{rating.name.lower()}")
            _print([Run(f"{sign}{rating.value} {name}  {interval(card.options[rating])}")])

    def _do_show(self) -> None:
        sitting = self._sitting
        if sitting.stage == "asking" and sitting.typing:
            sitting.check("")
        elif sitting.stage == "asking":
            sitting.show()
        elif sitting.stage == "answered":
            sitting.grade()
        else:
            sitting.go_on()

    def _do_hint(self) -> None:
        if self._sitting.stage == "asking" and not self._sitting.hint():
            _print([Run(say("terminal.no-more-hints"))])

    def _do_type(self) -> None:
        self._sitting.typing = not self._sitting.typing
        _print([Run(say("terminal.typing-on" if self._sitting.typing else "terminal.typing-off"))])

    def _do_undo(self) -> None:
        _print([Run(say("terminal.undone" if self._sitting.undo() else "terminal.nothing-to-undo"))])

    def _do_suspend(self) -> None:
        if self._sitting.put_away("suspend"):
            _print([Run(say("terminal.did-suspend", undo="u"))])

    def _do_bury(self) -> None:
        if self._sitting.put_away("bury"):
            _print([Run(say("terminal.did-bury", undo="u"))])

    def _do_flag(self) -> None:
        if self._sitting.card is not None:
            self._sitting.session.flag()
            self._sitting.refresh()
            _print(
                [Run(say("terminal.is-flagged"))] if self._sitting.card and self._sitting.card.flagged else []
            )

    def _do_context(self) -> None:
        card = self._sitting.card
        if card is not None:
            shown = self._sitting.stage == "answered"
            _print(context_runs(self._sitting.session.context(), card.face, answered=shown))

    def _do_paragraph(self) -> None:
        card = self._sitting.card
        if card is not None:
            shown = self._sitting.stage == "answered"
            _print(paragraph_runs(self._sitting.session.context(), card.face, answered=shown))

    def _do_edit(self) -> None:
        if self._sitting.card is not None:
            command = editor_command(*self._sitting.session.place(), os.environ)
            subprocess.run(command, check=False)  # noqa: S603 - the person's own editor
            self._sitting.session.reload()
            self._sitting.refresh()

    def _do_help(self) -> None:
        _print(help_runs())


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 72)


def _print(runs: Sequence[Run]) -> None:
    if runs:
        signed = [Run(_SIGNS.get(run.role, "{}").format(run.text), run.role) for run in runs]
        print("\n".join("".join(run.text for run in line) for line in wrap(signed, _width())))  # noqa: T201
