"""What a learner knows on the day of the exam, and what it cost: FSRS, SM-2 and fixed intervals in one run.

    python benchmarks/study_simulation.py [--learners N] [--cards 300] [--days 60] [--minutes 20]

Every scheduler meets the same simulated learners (seeds 1..N) with the same cards, the same queue
(`jinju.study.queue`, two cards an item), the same minutes a day. "planned" takes as many new cards a day as
`jinju.study.exam.plan` says; "last days" shortens intervals so that each card comes up once more in the last
days before the exam.
"""

from __future__ import annotations

import argparse
import random
import statistics
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from jinju.model.item import ItemId
from jinju.model.review import CardKey, Day, Moment, Rating, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.exam import plan
from jinju.study.queue import Queued, Seen, build
from jinju.study.scheduler import Scheduler
from rival_intervals import SM2, Fixed
from simulated_learner import ROLLOVER, Learner, noon

if TYPE_CHECKING:
    from collections.abc import Callable

START = Day(20_000)
SIBLINGS = 2
ARTICLE = 20
"""Cards of an article."""


class _Intervals(Protocol):
    def answered(self, schedule: Schedule, rating: Rating, when: Moment, key: CardKey) -> Schedule: ...


@dataclass(frozen=True, slots=True)
class Way:
    """A way to study: whose intervals, and whether the exam is known."""

    name: str
    intervals: Callable[[StudySettings], _Intervals]
    last_days: bool
    planned: bool = True
    retention: float = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """One learner: mean probability of recall on the day, share above .9, minutes, cards seen."""

    recall: float
    fresh: float
    minutes: float
    longest: float
    seen: float
    reviews: int


WAYS = (
    Way("FSRS, planned, last days (`jinju study --exam`)", Scheduler, last_days=True),
    Way("FSRS .8, planned, last days", Scheduler, last_days=True, retention=0.8),
    Way("FSRS .95, planned, last days", Scheduler, last_days=True, retention=0.95),
    Way("FSRS, planned", Scheduler, last_days=False),
    Way("FSRS, 20 new a day", Scheduler, last_days=False, planned=False),
    Way("SM-2, planned, last days", SM2, last_days=True),
    Way("SM-2, planned", SM2, last_days=False),
    Way("SM-2, 20 new a day", SM2, last_days=False, planned=False),
    Way("fixed 1-2-4-7-15-30, planned, last days", Fixed, last_days=True),
    Way("fixed 1-2-4-7-15-30, planned", Fixed, last_days=False),
    Way("fixed 1-2-4-7-15-30, 20 new a day", Fixed, last_days=False, planned=False),
)


def studied(way: Way, seed: int, cards: int, days: int, minutes: float) -> Outcome:
    """One learner goes one way, to the morning of the exam."""
    exam = Day(START + days)
    settings = StudySettings(
        retention=way.retention, rollover=ROLLOVER, reviews_a_day=9_999, exam=exam if way.last_days else None
    )
    if way.planned:
        new_a_day = plan(cards, [], START, exam, settings, pace_seconds=10).new_a_day
        settings = replace(settings, new_a_day=new_a_day)
    learner, intervals = Learner(random.Random(seed)), way.intervals(settings)
    deck = {
        CardKey(ItemId(f"s{seed}i{i // SIBLINGS}"), i % SIBLINGS + 1): Queued(
            CardKey(ItemId(f"s{seed}i{i // SIBLINGS}"), i % SIBLINGS + 1),
            Schedule(),
            f"i{i // SIBLINGS}",
            f"a{i // ARTICLE}",
            "",
            i,
            is_new=True,
        )
        for i in range(cards)
    }
    spent, answers = [], 0
    for day in map(Day, range(START, exam)):
        queue = build(deck.values(), day, Seen(), settings)
        seconds, at = 0.0, noon(day)
        while seconds < minutes * 60 and (card := queue.next(at.at, ahead=3_600_000)) is not None:
            answer = learner.answer(card.key, day, at)
            seconds += answer.seconds
            answers += 1
            after = intervals.answered(card.schedule, answer.rating, at, card.key)
            deck[card.key] = card._replace(schedule=after, is_new=False)
            queue.put_back(deck[card.key])
            at = Moment(at.at + int(answer.seconds * 1_000))
        spent.append(seconds / 60)
    recalls = [learner.recall(key, exam) for key in deck]
    return Outcome(
        statistics.mean(recalls),
        sum(r >= 0.9 for r in recalls) / cards,
        sum(spent),
        max(spent),
        sum(not c.is_new for c in deck.values()) / cards,
        answers,
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--learners", type=int, default=20)
    parser.add_argument("--cards", type=int, default=300)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=20)
    args = parser.parse_args()
    print(f"{args.learners} learners, {args.cards} cards, {args.days} days, {args.minutes:g} minutes a day")
    print("| | known on the day | of them ≥ .9 | minutes in all | fullest day | answers | seen |")
    print("|---|---|---|---|---|---|---|")
    for way in WAYS:
        found = [
            studied(way, seed, args.cards, args.days, args.minutes) for seed in range(1, args.learners + 1)
        ]
        recall = [o.recall for o in found]
        error = statistics.stdev(recall) / len(recall) ** 0.5 if len(recall) > 1 else 0.0
        print(
            f"| {way.name} | {statistics.mean(recall):.3f} ±{error:.3f} "
            f"| {statistics.mean(o.fresh for o in found):.2f} "
            f"| {statistics.mean(o.minutes for o in found):.0f} "
            f"| {statistics.mean(o.longest for o in found):.0f} "
            f"| {statistics.mean(o.reviews for o in found):.0f} "
            f"| {statistics.mean(o.seen for o in found):.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
