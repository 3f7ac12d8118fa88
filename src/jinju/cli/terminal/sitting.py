"""One sitting: what the learner is asked now, whether it is answered, and which grade is marked.

Screen and plain lines show the same sitting; the session underneath commits each answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.study.answer import Comparison
    from jinju.workflows.study import Session, Shown

Stage = Literal["asking", "answered", "waiting", "done"]


@dataclass(slots=True)
class Sitting:
    """`clock` counts milliseconds and never runs back; `limit` is the number of answers after which to stop."""

    session: Session
    clock: Callable[[], int]
    typing: bool = False
    limit: int | None = None
    stage: Stage = "asking"
    comparison: Comparison | None = None
    typed: str = ""
    marked: Rating = Rating.GOOD
    answers: int = 0
    _card: Shown | None = None
    _began: int = 0
    _paused: int | None = None
    _taken: int = 0
    _mode: Literal["reveal", "type"] = field(default="reveal")

    def __post_init__(self) -> None:
        self.look()

    @property
    def card(self) -> Shown | None:
        """The card on the table; none while waiting and at the end."""
        return self._card if self.stage in {"asking", "answered"} else None

    @property
    def full(self) -> bool:
        """Whether the limit of answers is reached."""
        return self.limit is not None and self.answers >= self.limit

    def look(self) -> None:
        """Lay the session's next card on the table, or find that there is none now."""
        self._card = None if self.full else self.session.card
        self.comparison, self.typed, self._paused = None, "", None
        self._began, self._taken = self.clock(), 0
        if self._card is not None:
            self.stage = "asking"
        elif not self.full and self.session.progress().waiting_until_ms is not None:
            self.stage = "waiting"
        else:
            self.stage = "done"

    def show(self) -> None:
        """Turn the card over, unanswered in writing."""
        if self.stage == "asking":
            self._turn("reveal", None)

    def check(self, typed: str) -> None:
        """Turn the card over and compare what was typed; nothing typed counts as not known."""
        if self.stage == "asking":
            self.typed = typed
            self._turn("type", self.session.check(typed))

    def grade(self, rating: Rating | None = None) -> bool:
        """Give the grade, or the marked one; true when it was taken, and committed."""
        if self.stage != "answered":
            return False
        self.session.answer(rating or self.marked, self._taken, self._mode)
        self.answers += 1
        self.look()
        return True

    def mark(self, step: int) -> None:
        """Move the mark over the four grades, staying at the ends."""
        if self.stage == "answered":
            self.marked = Rating(min(max(self.marked + step, Rating.AGAIN), Rating.EASY))

    def hint(self) -> bool:
        """One step down the ladder of hints; false at its end."""
        if self.stage != "asking" or self._card is None:
            return False
        before = len(self._card.hints_shown)
        self._card = self.session.hint()
        return len(self._card.hints_shown) > before

    def undo(self) -> bool:
        """Take the last answer back and ask that card again."""
        if not self.session.undo():
            return False
        self.answers = max(self.answers - 1, 0)
        self.look()
        return True

    def go_on(self) -> None:
        """Take the card that still has to rest."""
        if self.stage == "waiting":
            self.session.go_on()
            self.look()

    def refresh(self) -> None:
        """Show the same card with what the session now knows of it (flag, new text)."""
        if self.card is None:
            self.look()
            return
        fresh = self.session.card
        if fresh is None or (fresh.item, fresh.number) != (self._card.item, self._card.number):
            self.look()
        else:
            self._card = fresh

    def pause(self) -> None:
        """Stop counting the thinking time (a page is open, the editor runs)."""
        self._paused = self.clock()

    def resume(self) -> None:
        """Count on."""
        if self._paused is not None:
            self._began += self.clock() - self._paused
            self._paused = None

    def _turn(self, mode: Literal["reveal", "type"], comparison: Comparison | None) -> None:
        self._taken = max(self.clock() - self._began, 0)
        self._mode, self.comparison = mode, comparison
        self.marked = self.session.suggest(self._taken, comparison)
        self.stage = "answered"
