"""`jinju study`: one session on the store, for the terminal and whatever else may show cards."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from jinju.adapters.review_store import open_store
from jinju.model.cloze import ClozeError, parse
from jinju.model.review import Mode, Rating, Review
from jinju.study.cue import face, level
from jinju.study.scheduler import Scheduler
from jinju.workflows.studied import Context, Hard, Progress, Shown, Summary
from jinju.workflows.study_decks import chosen, place
from jinju.workflows.study_queue import queue, today_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jinju.adapters.review_store import Recorded, Store
    from jinju.model.errors import Problem
    from jinju.model.item import Item
    from jinju.model.review import CardKey, Day, Moment, Schedule
    from jinju.model.study_settings import StudySettings
    from jinju.study.answer import Comparison
    from jinju.workflows.plain_queue import Queued

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
        if not settings.weights and (fitted := opened.weights()) is not None:
            settings = replace(settings, weights=fitted.parameters)
        return Session(opened, picked.ids, settings, now, (*opened.problems, *picked.problems))
    except BaseException:
        opened.close()
        raise


@dataclass(slots=True)
class _Standing:
    """The card before the learner; hints come one by one."""

    queued: Queued
    shown: Shown
    text: Item


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the learner did to a card, so that it can be taken back."""

    queued: Queued
    recorded: Recorded | None = None
    hints: int = 0
    mark: str = ""


class Session:
    """One study session. An answer is on the disk when `answer` returns; leaving at any moment is safe."""

    def __init__(
        self,
        store: Store,
        decks: Sequence[int],
        settings: StudySettings,
        now: Callable[[], Moment],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.settings = settings
        self.problems = problems
        self._store = store
        self._decks = list(decks)
        self._now = now
        self._scheduler = Scheduler(settings)
        self._deeds: list[_Deed] = []
        self._first: list[Queued] = []
        self._standing: _Standing | None = None
        self._pace: int | None = None
        self._fill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    @property
    def card(self) -> Shown | None:
        """The card to answer; None where none is due now. Looks at the clock again each time."""
        if self._standing is None:
            self._advance(self._now())
        return self._standing.shown if self._standing else None

    def go_on(self) -> Shown | None:
        """The card that waits for its learning step, though it is not due yet."""
        if self.card is None:
            wait = self._queue.waiting_until()
            if wait is not None:
                self._advance(self._now(), wait)
        return self.card

    def hint(self) -> Shown | None:
        """One hint more, if there is one."""
        shown = self.card
        if shown is not None and self._standing is not None and shown.hints_left:
            given = len(shown.hints_shown) + 1
            self._standing.shown = replace(
                shown,
                hints_shown=shown.face.hints[:given],
                hints_used=shown.hints_used + 1,
                hints_left=shown.hints_left - 1,
            )
        return self.card

    def check(self, typed: str) -> Comparison:
        """How what was typed differs from the answers of the card that stands."""
        from jinju.adapters.simplify import OpenCC
        from jinju.study.answer import compare

        return compare(typed, self._need().shown.face.answers, OpenCC().simplify)

    def suggest(self, taken_ms: int, comparison: Comparison | None = None) -> Rating:
        """The grade that follows from right or wrong, hints used and time."""
        from jinju.study.answer import suggest

        return suggest(comparison, self._need().shown.hints_used, taken_ms, self.pace())

    def answer(self, rating: Rating, taken_ms: int = 0, mode: Mode = "reveal") -> Shown | None:
        """Grade the card that stands; the review is on the disk when this returns the next card.

        Raises UserError where it could not be saved: the card then stands as before, to be answered again.
        """
        standing = self._need()
        shown = standing.shown
        taken = max(0, taken_ms)
        review = Review(shown.key, self._now(), rating, taken, shown.hints_used, mode)
        recorded = self._store.reviews.record(review, self._step)
        self._deeds.append(_Deed(standing.queued, recorded, shown.hints_used))
        self._standing = None
        if recorded.after.due_at is not None:
            self._queue.put_back(standing.queued._replace(schedule=recorded.after, is_new=False))
        return self.card

    def undo(self) -> bool:
        """Take back the last answer, suspension or putting off, whose card then stands; False if none is left."""
        if not self._deeds:
            return False
        deed = self._deeds[-1]
        key = deed.queued.key
        if deed.recorded is not None:
            self._store.reviews.retract(deed.recorded, self._step, at=self._now().at)
        elif deed.mark == "suspend":
            self._store.cards.suspend(key, on=False)
        else:
            self._store.cards.bury(key, None)
        self._deeds.pop()
        self._queue.drop(key)
        if self._standing is not None:
            self._first.insert(0, self._standing.queued)
        self._standing = None
        self._first.insert(0, deed.queued)
        return True

    def suspend(self) -> Shown | None:
        """Take the card out of study until it is let in again; the next card."""
        standing = self._need()
        self._store.cards.suspend(standing.shown.key)
        return self._put_off(standing, "suspend")

    def bury(self) -> Shown | None:
        """Put the card off until tomorrow; the next card."""
        standing = self._need()
        self._store.cards.bury(standing.shown.key, self.today)
        return self._put_off(standing, "bury")

    def flag(self) -> Shown | None:
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
        """Read changed deck files again; the same card stands, as it reads now, if it is still there."""
        known = {k.id: k.path for k in self._store.decks.known()}
        paths = [known[d] for d in self._decks if d in known]
        picked = chosen(self._store, paths)
        self.problems = (*self._store.problems, *picked.problems)
        standing = self._standing
        self._fill()
        if standing is not None:
            self._standing = None
            self._first.insert(0, standing.queued)
        return self.card

    def context(self) -> Context:
        """What stands around the card in its article."""
        item = self._need().text
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
        answers = [d.recorded for d in self._deeds if d.recorded is not None]
        left = self._queue.left()
        ahead = [*self._first, *([self._standing.queued] if self._standing else [])]
        new = left.new + sum(q.is_new for q in ahead)
        learning = left.learning + sum(q.schedule.due_at is not None for q in ahead)
        review = left.review + len(ahead) - (new - left.new) - (learning - left.learning)
        looks = new * (1 + len(self.settings.learning_steps)) + learning + review
        nothing = new + learning + review == 0
        waiting = self._queue.waiting_until() if not ahead and not left.new + left.review else None
        return Progress(
            len(answers),
            sum(r.review.rating is Rating.AGAIN for r in answers),
            new,
            learning,
            review,
            looks * (self.pace() or PACE) // 1000,
            waiting,
            self._store.cards.next_due(self._decks, self.today) if nothing else None,
            self._store.cards.counts(self._decks, self.today).new if nothing else 0,
        )

    def summary(self) -> Summary:
        """What was done in this session; what was taken back does not count."""
        answers = [d.recorded for d in self._deeds if d.recorded is not None]
        again = Counter(r.review.card for r in answers if r.review.rating is Rating.AGAIN)
        return Summary(
            len(answers),
            sum(r.review.rating is not Rating.AGAIN for r in answers),
            sum(r.review.taken for r in answers) / 60_000,
            sum(r.before.phase == "new" for r in answers),
            len({r.review.card for r in answers}),
            sum(r.review.hints for r in answers),
            tuple(Hard(key, self._line(key), times) for key, times in again.most_common(HARDEST)),
        )

    def _line(self, key: CardKey) -> str:
        item = self._store.cards.item(key.item)
        return parse(item.text).plain if item else ""

    def pace(self) -> int:
        """The learner's own pace: the median of the last thinking times, in milliseconds; 0 if unknown."""
        if self._pace is None:
            times = sorted(self._store.reviews.pace())
            self._pace = times[len(times) // 2] if times else 0
        return self._pace

    def _need(self) -> _Standing:
        if self.card is None or self._standing is None:
            raise LookupError("no card stands")
        return self._standing

    def _step(self, schedule: Schedule, review: Review) -> Schedule:
        return self._scheduler.answered(schedule, review.rating, review.when, review.card)

    def _put_off(self, standing: _Standing, mark: str) -> Shown | None:
        self._deeds.append(_Deed(standing.queued, mark=mark))
        self._standing = None
        return self.card

    def _fill(self) -> None:
        """Today's queue, read from the store."""
        now = self._now()
        self.today: Day = today_of(now, self.settings)
        self._first = []
        self._queue = queue(self._store, self._decks, now, self.settings, self._scheduler)
        self._version = self._store.version()

    def _advance(self, now: Moment, at: int | None = None) -> None:
        """Let the next card stand that is still to be studied, whatever others did to the store."""
        if today_of(now, self.settings) != self.today:
            self._fill()
        while self._standing is None:
            following = self._first.pop(0) if self._first else self._queue.next(at or now.at)
            if following is not None:
                self._standing = self._shown(following, now)
            elif self._store.version() != self._version:  # another process was at work
                self._fill()
            else:
                return

    def _shown(self, following: Queued, now: Moment) -> _Standing | None:
        """The card with its text; None where it is not to be studied any more."""
        key = following.key
        card = self._store.cards.get(key)
        if card is None or card.archived or card.suspended or card.buried == self.today:
            return None
        if card.schedule.last != following.schedule.last:
            return None
        item = self._store.cards.item(key.item)
        if item is None:
            return None
        with suppress(ClozeError, KeyError):
            look = face(item, key.number, level(card.schedule, self.settings))
            shown = Shown(
                key,
                look,
                self._store.cards.title(key.item),
                card.theme,
                card.schedule,
                self._scheduler.options(card.schedule, now, key),
                look.hints[: look.free],
                0,
                len(look.hints) - look.free,
                card.flagged,
                card.schedule.lapses >= self.settings.leech,
            )
            return _Standing(following, shown, item)
        return None
