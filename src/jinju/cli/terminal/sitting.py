"""One sitting: what the learner is asked now, whether it is answered, and which grade is marked.

Screen and plain lines show the same sitting; the session underneath commits each answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from jinju.model.review import Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.study.answer import Comparison
    from jinju.workflows.studied import Shown
    from jinju.workflows.study import Session

Stage = Literal["asking", "answered", "waiting", "done"]

LONGEST: Final = 180_000
"""Milliseconds: whoever takes longer over a card has left the room, which says nothing of the card."""


@dataclass(slots=True)
class Sitting:
    """`clock` counts milliseconds and never runs back; `limit` is after how many answers to stop."""

    session: Session
    clock: Callable[[], int]
    typing: bool = False
    limit: int | None = None
    stage: Stage = field(default="asking", init=False)
    comparison: Comparison | None = field(default=None, init=False)
    typed: str = field(default="", init=False)
    marked: Rating = field(default=Rating.GOOD, init=False)
    _card: Shown | None = field(default=None, init=False)
    _began: int = field(default=0, init=False)
    _paused: int | None = field(default=None, init=False)
    _taken: int = field(default=0, init=False)
    _mode: Literal["reveal", "type"] = field(default="reveal", init=False)

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
        if not self._card.hints_left:
            return False
        self._card = self.session.hint()
        return True

    @property
    def answers(self) -> int:
        """Answers given in this sitting and not taken back."""
        return self.session.progress().done

    def put_away(self, how: Literal["suspend", "bury"]) -> bool:
        """Never again, or not today; then the next card."""
        if self.card is None:
            return False
        if how == "suspend":
            self.session.suspend()
        else:
            self.session.bury()
        self.look()
        return True

    def undo(self) -> bool:
        """Take the last answer, suspension or putting off back and ask that card again."""
        undone = self.session.undo()
        if undone:
            self.look()
        return undone

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
        if (
            fresh is None
            or self._card is None
            or fresh.key != self._card.key
            or fresh.face != self._card.face
        ):
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
        self._taken = min(max(self.clock() - self._began, 0), LONGEST)
        self._mode, self.comparison = mode, comparison
        self.marked = self.session.suggest(self._taken, comparison)
        self.stage = "answered"
