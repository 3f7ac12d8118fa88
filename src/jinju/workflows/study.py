"""`jinju study`: one session on the store, for the terminal and whatever else may show cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from jinju.adapters.review_store import open_store
from jinju.model.cloze import parse
from jinju.model.review import Mode, Rating, Review
from jinju.study.statistics import pace
from jinju.workflows.fold import fitted, step_of
from jinju.workflows.studied import Context, Hard, Progress, Shown, Summary
from jinju.workflows.study_decks import chosen, place
from jinju.workflows.study_desk import EVER, Desk
from jinju.workflows.study_exam import exam_plan, towards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jinju.adapters.review_store import Recorded, Store
    from jinju.model.errors import Problem
    from jinju.model.review import CardKey, Day, Moment
    from jinju.model.study_settings import StudySettings
    from jinju.study.answer import Comparison
    from jinju.study.exam import ExamPlan
    from jinju.study.queue import Queued
    from jinju.workflows.study_desk import Standing

PACE: Final = 12_000
"""Milliseconds for a look at a card, until the learner's own pace is known."""
HARDEST: Final = 5
"""So many forgotten cards are named at the end."""


def open_session(
    decks: Sequence[Path],
    *,
    settings: StudySettings,
    now: Callable[[], Moment],
    store: Path | None = None,
) -> Session:
    """A session on these deck files, or on all that were studied before. Close it, or use it as a context.

    Raises UserError where there is nothing to study from or the store cannot be opened; what can be gone
    around stands in `Session.problems`.
    """
    opened = open_store(store)
    try:
        picked = chosen(opened, decks)
        settings = fitted(opened, settings)
        pace = _pace(opened)
        plan = exam_plan(opened, picked.ids, now(), settings, pace_ms=pace or PACE)
        settings = towards(plan, settings)
        return Session(opened, picked.ids, settings, now, problems=picked.problems, plan=plan)
    except BaseException:
        opened.close()
        raise


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the learner did to a card, so that it can be taken back."""

    queued: Queued
    recorded: Recorded | None = None
    mark: str = ""


class Session:
    """One study session. An answer is on the disk when `answer` returns; leaving at any moment is safe.

    What is done to “the card” is done to the one that `card` shows; LookupError where it shows none.
    """

    def __init__(
        self,
        store: Store,
        decks: Sequence[int],
        settings: StudySettings,
        now: Callable[[], Moment],
        *,
        problems: tuple[Problem, ...] = (),
        plan: ExamPlan | None = None,
    ) -> None:
        self.settings = settings
        self.problems = (*store.problems, *problems)
        self._plan = plan
        self._store = store
        self._decks = tuple(decks)
        self._now = now
        self._desk = Desk(store, self._decks, settings, now)
        self._step = step_of(self._desk.scheduler)
        self._deeds: list[_Deed] = []
        self._pace: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def exam_plan(self) -> ExamPlan | None:
        """The plan for the exam as of the beginning of this session; None without an exam."""
        return self._plan

    @property
    def today(self) -> Day:
        """The learner's day for which the queue was made."""
        return self._desk.today

    @property
    def card(self) -> Shown | None:
        """The card to answer; None where none is due now. Looks at the clock again each time."""
        standing = self._desk.look()
        return standing.shown if standing else None

    def go_on(self) -> Shown | None:
        """The card to answer, if need be one whose learning step is not due yet."""
        standing = self._desk.look(ahead=EVER)
        return standing.shown if standing else None

    def hint(self) -> Shown:
        """The card with one hint more, if there is one."""
        standing = self._need()
        shown = standing.shown
        if shown.hints_left:
            standing.shown = replace(
                shown,
                hints_shown=shown.face.hints[: len(shown.hints_shown) + 1],
                hints_used=shown.hints_used + 1,
                hints_left=shown.hints_left - 1,
            )
        return standing.shown

    def check(self, typed: str) -> Comparison:
        """How what was typed differs from the answers of the card."""
        from jinju.adapters.simplify import OpenCC
        from jinju.study.answer import compare

        return compare(typed, self._need().shown.face.answers, OpenCC().simplify)

    def suggest(self, taken_ms: int, comparison: Comparison | None = None) -> Rating:
        """The grade that follows from right or wrong, hints used and time."""
        from jinju.study.answer import suggest

        return suggest(comparison, self._need().shown.hints_used, taken_ms, self.pace())

    def answer(self, rating: Rating, taken_ms: int = 0, mode: Mode = "reveal") -> Shown | None:
        """Grade the card; the review is on the disk when this returns the next one.

        Raises UserError where it could not be saved: the card then stands as before, to be answered again.
        """
        standing = self._need()
        shown = standing.shown
        review = Review(shown.key, self._now(), rating, max(0, taken_ms), shown.hints_used, mode)
        recorded = self._store.reviews.record(review, self._step)
        self._deeds.append(_Deed(standing.queued, recorded))
        self._desk.clear()
        self._desk.put_back(standing.queued, recorded.after)
        return self.card

    def undo(self) -> bool:
        """Take back the last answer, suspension or putting off: its card stands again. False if none is."""
        if not self._deeds:
            return False
        deed = self._deeds[-1]
        if deed.recorded is not None:
            self._store.reviews.retract(deed.recorded, self._step, at=self._now().at)
        elif deed.mark == "suspend":
            self._store.cards.suspend(deed.queued.key, on=False)
        else:
            self._store.cards.bury(deed.queued.key, None)
        self._deeds.pop()
        self._desk.lay(deed.queued)
        return True

    def suspend(self) -> Shown | None:
        """Take the card out of study until it is let in again; the next card."""
        self._store.cards.suspend(self._need().shown.key)
        return self._put_off("suspend")

    def bury(self) -> Shown | None:
        """Put the card off until tomorrow; the next card."""
        self._store.cards.bury(self._need().shown.key, self.today)
        return self._put_off("bury")

    def flag(self) -> Shown:
        """Mark the card for later, or take the mark away."""
        standing = self._need()
        on = not standing.shown.flagged
        self._store.cards.flag(standing.shown.key, on=on)
        standing.shown = replace(standing.shown, flagged=on)
        return standing.shown

    def place(self) -> tuple[Path, int]:
        """The deck file and the line where the card's item begins. Raises UserError where no file has it."""
        return place(self._store, self._decks, self._need().shown.key)

    def reload(self) -> Shown | None:
        """Read changed deck files again; the same card stands, as it reads now, if it is still there.

        What is wrong with a file stands in `problems`; its cards then stay as they were.
        """
        paths = [known.path for known in self._store.decks.known() if known.id in self._decks]
        picked = chosen(self._store, paths)
        self.problems = (*self._store.problems, *picked.problems)
        self._desk.refill()
        return self.card

    def context(self) -> Context:
        """What stands around the card in its article."""
        item = self._need().item
        article = self._store.cards.article(item.id)
        paragraphs = article.paragraphs if article else ()
        inside = 0 <= item.paragraph < len(paragraphs)
        return Context(
            item.before,
            parse(item.text).plain,
            item.after,
            paragraphs[item.paragraph] if inside else "",
            article.title if article else "",
            (article.source or article.url) if article else "",
            item.theme,
            item.reasons,
        )

    def progress(self) -> Progress:
        """How far the session has come, and how much is left by the learner's own pace."""
        answers = self._answers()
        left = self._desk.left()
        looks = left.new * (1 + len(self.settings.learning_steps)) + left.learning + left.review
        nothing = not any(left)
        return Progress(
            len(answers),
            sum(r.review.rating is Rating.AGAIN for r in answers),
            left.new,
            left.learning,
            left.review,
            looks * (self.pace() or PACE) // 1000,
            self._desk.waiting_until(),
            self._store.cards.next_due(self._decks, self.today) if nothing else None,
            self._store.cards.counts(self._decks, self.today).new if nothing else 0,
        )

    def summary(self) -> Summary:
        """What was done in this session; what was taken back does not count."""
        answers = self._answers()
        again = Counter(r.review.card for r in answers if r.review.rating is Rating.AGAIN)
        return Summary(
            len(answers),
            len(answers) - again.total(),
            sum(r.review.taken for r in answers) / 60_000,
            sum(r.before.phase == "new" for r in answers),
            len({r.review.card for r in answers}),
            sum(r.review.hints for r in answers),
            tuple(Hard(key, self._line(key), times) for key, times in again.most_common(HARDEST)),
        )

    def pace(self) -> int:
        """The learner's own pace: the median of the last thinking times, in milliseconds; 0 if unknown."""
        if self._pace is None:
            self._pace = _pace(self._store)
        return self._pace

    def _need(self) -> Standing:
        standing = self._desk.look()
        if standing is None:
            raise LookupError("no card stands")
        return standing

    def _put_off(self, mark: str) -> Shown | None:
        self._deeds.append(_Deed(self._need().queued, mark=mark))
        self._desk.clear()
        return self.card

    def _answers(self) -> list[Recorded]:
        return [deed.recorded for deed in self._deeds if deed.recorded is not None]

    def _line(self, key: CardKey) -> str:
        item = self._store.cards.item(key.item)
        return parse(item.text).plain if item else ""


def _pace(store: Store) -> int:
    return pace(store.reviews.pace())
