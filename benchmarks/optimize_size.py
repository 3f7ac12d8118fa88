"""How many answers fitting the memory model needs: learners made up, fitted on more and more, tested anew.

    python benchmarks/optimize_size.py [learners]

Each learner has a memory of their own, the published FSRS-6 parameters or ones changed at random; the fit
sees the first N predicted answers, the test is another 300 cards of the same learner. Seeds are fixed.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from math import exp, log
from statistics import mean
from typing import TYPE_CHECKING

from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from jinju.adapters.optimizer import fitter
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.day import DAY, HOUR, starts
from jinju.study.fit import examples_of, fit
from jinju.study.scheduler import Scheduler

SIZES = (50, 100, 200, 400, 800, 1600)
SETTINGS = StudySettings()
FIRST_DAY, DAYS, MOST = 20_500, 180, 14
FIT_CARDS, TEST_CARDS = 420, 300

if TYPE_CHECKING:
    from jinju.model.example import Weights

Cards = dict[CardKey, list[Review]]


def main() -> None:
    """Print a line for each kind of memory and each number of answers."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    fit_to = fitter(1)
    print("log loss on new cards")
    print("memory     answers  kept  published   fitted   chosen  worse for it")
    for name, spread in (("published", 0.0), ("own", 0.35)):
        people = [_person(seed, spread) for seed in range(learners)]
        for size in SIZES:
            rows = [_trial(cards, test, size, fit_to) for cards, test in people]
            kept = [r for r in rows if r[2] != r[0]]
            published, fitted, chosen = (mean(column) for column in zip(*rows, strict=True))
            print(
                f"{name:9} {size:8} {len(kept):5} {published:10.4f} {fitted:8.4f} {chosen:8.4f}"
                f" {sum(r[2] > r[0] for r in rows):13}"
            )


def _trial(cards: Cards, test: Cards, size: int, fit_to: object) -> tuple[float, float, float]:
    """Log loss on the test under the published parameters, the fitted ones, and those that jinju keeps."""
    examples = examples_of(cards.values(), SETTINGS.rollover)[:size]
    end = examples[-1].at
    seen = {key: [r for r in reviews if r.when.at <= end] for key, reviews in cards.items()}
    found = fit({k: r for k, r in seen.items() if r}, examples, SETTINGS, fit_to)  # type: ignore[arg-type]
    published, fitted = _loss(test, ()), _loss(test, found.weights)
    return published, fitted, fitted if found.better else published


def _loss(cards: Cards, weights: Weights) -> float:
    scheduler = Scheduler(replace(SETTINGS, weights=weights))
    losses = []
    for reviews in cards.values():
        schedule = Schedule()
        for review in reviews:
            day = (review.when.at - SETTINGS.rollover * HOUR) // DAY
            if schedule.last and day > (schedule.last.at - SETTINGS.rollover * HOUR) // DAY:
                known = scheduler.retrievability(schedule, day)  # type: ignore[arg-type]
                losses.append(-log(max(1e-6, known if review.rating > 1 else 1 - known)))
            schedule = scheduler.answered(schedule, review.rating, review.when, review.card)
    return mean(losses)


def _person(seed: int, spread: float) -> tuple[Cards, Cards]:
    rng = random.Random(seed)
    edges = zip(LOWER_BOUNDS_PARAMETERS, DEFAULT_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    weights = tuple(min(max(low, w * exp(rng.gauss(0, spread))), high) for low, w, high in edges)
    return _learnt(rng, weights, FIT_CARDS), _learnt(rng, weights, TEST_CARDS)


def _learnt(rng: random.Random, weights: Weights, cards: int) -> Cards:
    """Answers of this memory to cards that come when the published parameters say."""
    memory, scheduler = Scheduler(replace(SETTINGS, weights=weights)), Scheduler(SETTINGS)
    found: Cards = {}
    for number in range(cards):
        key = CardKey(f"i{number:04d}", 1)  # type: ignore[arg-type]
        at = starts(FIRST_DAY + rng.randrange(DAYS // 2), 0, SETTINGS.rollover) + rng.randrange(16 * HOUR)  # type: ignore[arg-type]
        truth = schedule = Schedule()
        reviews: list[Review] = []
        while at < (FIRST_DAY + DAYS) * DAY and len(reviews) < MOST:
            when = Moment(at)
            rating = Rating(rng.choices([1, 3, 4], [3, 5, 1])[0])
            if reviews:
                known = memory.retrievability(truth, (at - SETTINGS.rollover * HOUR) // DAY)  # type: ignore[arg-type]
                rating = (
                    Rating(rng.choices([2, 3, 4], [1, 8, 1])[0]) if rng.random() < known else Rating.AGAIN
                )
            reviews.append(Review(key, when, rating))
            truth = memory.answered(truth, rating, when, key)
            schedule = scheduler.answered(schedule, rating, when, key)
            later = starts(schedule.due_day or 0, 0, SETTINGS.rollover) + rng.randrange(16 * HOUR)  # type: ignore[arg-type]
            at = schedule.due_at or later
        found[key] = reviews
    return found


if __name__ == "__main__":
    main()
