"""The screen of studying: the sentence in the middle, grades, progress and keys below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen

from jinju.cli.terminal import faces, foot
from jinju.cli.terminal.answer_box import AnswerBox
from jinju.cli.terminal.difference import difference
from jinju.cli.terminal.endings import ending, waiting
from jinju.cli.terminal.grades import GradeBar
from jinju.cli.terminal.heading import heading
from jinju.cli.terminal.keys import WHILE_TYPING, action
from jinju.cli.terminal.progress_line import ProgressLine
from jinju.cli.terminal.prose import Prose
from jinju.cli.terminal.room import LOW, room
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.scrolling import NARROW, scroll
from jinju.messages import say
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from jinju.cli.terminal.sitting import Sitting
    from jinju.model.review import Moment
    from jinju.workflows.studied import Shown

_MEASURE = 64
"""Cells of a line that the eye can follow: 32 Chinese characters."""


class CardScreen(Screen[None]):
    """Draws the sitting; the app does what a key asks for."""

    AUTO_FOCUS = ""
    INHERIT_BINDINGS = False
    BINDINGS: ClassVar = []
    CSS_PATH = "card_screen.tcss"

    def __init__(self, sitting: Sitting, now: Callable[[], Moment], act: Callable[[str], None]) -> None:
        super().__init__()
        self._sitting = sitting
        self._now = now
        self._act = act
        self._said = ""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        with Vertical(id="top"):
            yield Prose(id="head")
        with VerticalScroll(id="table", can_focus=False), Vertical(id="sheet"):
            yield Prose(id="before")
            yield Prose(id="cue")
            yield Prose(id="sentence", even=True)
            yield Prose(id="hints")
            yield AnswerBox(id="answer")
            yield Prose(id="difference")
        with Vertical(id="foot"):
            yield GradeBar(id="grades")
            yield ProgressLine(id="progress")
            yield Prose(id="keys")

    def on_mount(self) -> None:
        """The first card; then a look at the clock every second while a card has to rest."""
        self.next_card()
        self.set_interval(1, self._tick)

    def on_resize(self) -> None:
        """Fewer rows and columns get less air."""
        self.set_class(self.size.width < NARROW, "narrow")
        self.set_class(self.size.height < LOW, "low")
        self.show()
        self.call_after_refresh(self._to_gap)

    def say(self, text: str) -> None:
        """Show `text` in place of the keys until the next key is pressed."""
        self._said = text
        self.show()

    def show(self) -> None:
        """Draw the sitting as it stands."""
        sitting = self._sitting
        card = sitting.card
        answered = sitting.stage == "answered"
        self._prose("head", heading(card, self._width) if card else ())
        self._sentence(card, answered=answered)
        self._prose("cue", (Run(card.face.cue, "cue"),) if card else ())
        hints = card.hints_shown if card and not answered else ()
        self._prose("hints", (Run("\n".join(say("terminal.hint", hint=h) for h in hints)),))
        shown = difference(sitting.comparison, sitting.typed) if card and answered else ()
        self._prose("difference", shown)
        self._box(asking=card is not None and not answered)
        grades = self.query_one(GradeBar)
        grades.visible = answered
        grades.display = answered or self.size.height >= LOW
        if card and answered:
            grades.put(card.options, sitting.marked)
        self.query_one(ProgressLine).put(sitting.session.progress())
        keys = (
            Run(self._said, "strong")
            if self._said
            else Run(foot.keys(sitting, self._typing, self._width), "dim")
        )
        self._prose("keys", (keys,))

    @property
    def parked(self) -> bool:
        """Whether the person has left the box to use the single keys."""
        return self.query_one(AnswerBox).parked

    def next_card(self, *, parked: bool = False) -> None:
        """A new card: an empty box, entered unless it is to stay parked; the text from its beginning."""
        box = self.query_one(AnswerBox)
        box.clear()
        box.parked = parked
        self.show()
        self.call_after_refresh(self._to_gap)

    def scroll_table(self, does: str) -> None:
        """Up, down, or by pages."""
        scroll(self.query_one("#table", VerticalScroll), does)

    def on_key(self, event: events.Key) -> None:
        """Let the app do what the key stands for; while typing the box keeps all but a few keys."""
        box = self.query_one(AnswerBox)
        if self._typing:
            does = WHILE_TYPING.get(event.key)
            if does is None:
                return
        else:
            does = action(event.key, event.character)
        event.stop()
        event.prevent_default()
        if self._said:
            self._said = ""
            self.show()
        if does == "park" or (does == "show" and box.display and box.parked):
            box.parked = does == "park"
            self.show()
        elif does == "check":
            self._sitting.check(box.value)
            self.show()
            self.to_end()
        elif does is not None:
            self.act(does)

    def to_end(self) -> None:
        """Bring what was added below the sentence into sight."""
        table = self.query_one("#table", VerticalScroll)
        self.call_after_refresh(table.scroll_end, animate=False)

    def act(self, does: str) -> None:
        """Do it; what goes wrong for the person is said below, and nothing is lost."""
        try:
            self._act(does)
        except UserError as error:
            self.say(say(error.code, **error.details))

    @property
    def _width(self) -> int:
        return min(self.size.width if self.size.width < NARROW else self.size.width - 4, _MEASURE)

    @property
    def _typing(self) -> bool:
        """Whether letters go into the box."""
        sitting = self._sitting
        return sitting.typing and sitting.stage == "asking" and not self.query_one(AnswerBox).parked

    def _sentence(self, card: Shown | None, *, answered: bool) -> None:
        sitting = self._sitting
        if card is not None:
            laid = room(card.face, self._width, self.size.height)
            side = faces.back(card.face) if answered else faces.front(card.face)
            self._prose("sentence", side, leading=laid.leading)
            self._prose("before", (Run(card.face.before if laid.before else "", "dim"),))
            self.query_one("#sheet").styles.padding = (laid.top, 0, 0, 0)
            return
        self._prose("before", ())
        if sitting.stage == "waiting":
            until = sitting.session.progress().waiting_until_ms
            self._prose("sentence", waiting(until or 0, self._now()))
        else:
            self._prose("sentence", ending(sitting.session, full=sitting.full))

    def _box(self, *, asking: bool) -> None:
        box = self.query_one(AnswerBox)
        box.display = asking and self._sitting.typing
        if box.display and self._sitting.card is not None:
            gaps = len(self._sitting.card.face.answers)
            box.placeholder = say("terminal.box-one") if gaps == 1 else say("terminal.box", count=gaps)
        if box.display and not box.parked:
            self.set_focus(box, scroll_visible=False)
        else:
            self.set_focus(None)

    def _prose(self, name: str, runs: tuple[Run, ...], *, leading: int = 0) -> None:
        self.query_one(f"#{name}", Prose).put(runs, leading=leading)

    def _tick(self) -> None:
        if self._sitting.stage == "waiting":
            self._sitting.look()
            self.show()

    def _to_gap(self) -> None:
        """A text longer than the window is scrolled until its gap is seen, or the box to type in."""
        table = self.query_one("#table", VerticalScroll)
        if self.query_one(AnswerBox).display:
            table.scroll_end(animate=False)
            return
        sentence = self.query_one("#sentence", Prose)
        row = sentence.virtual_region.y + sentence.row_of("gap")
        table.scroll_to(y=max(row + 2 - table.size.height, 0), animate=False)
