"""What the memory model can learn from reviews, and how well parameters predict them.

Predicted is each answer given a learner's day or more after the last one to its card; answers within a day
shape the memory and are not predicted, as in Anki.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log, sqrt
from statistics import stdev
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from jinju.model.example import Example
from jinju.model.review import Rating, Schedule
from jinju.study.day import day_of
from jinju.study.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinju.model.example import Weights
    from jinju.model.review import CardKey, Review
    from jinju.model.study_settings import StudySettings

BLOCKS: Final = 5
"""The answers in order of time are cut into so many parts of equal size."""

FIRST: Final = 2
"""So many of them are never predicted, only learnt from."""

_LEAST: Final = 1e-6
"""No answer is held for less likely than this."""


class Fitter(Protocol):
    """What finds the parameters that predict best; the same examples always give the same ones."""

    def __call__(self, examples: Sequence[Example], /) -> Weights:
        """`examples` are in order of time."""


class Losses(NamedTuple):
    """The log loss, mean natural logarithm per predicted answer, under three sets of parameters."""

    published: float
    in_use: float
    fitted: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Parameters fitted to all answers, and how they do.

    `everything` is over all predicted answers, which the fit has seen. `later` is over the last 60 %, each
    predicted by a fit to earlier answers only, and `doubt` the standard error of what that gains there over
    the published parameters.
    """

    weights: Weights
    everything: Losses
    later: Losses
    doubt: float

    @property
    def better(self) -> bool:
        """Whether fitting pays beyond doubt on answers not seen, and these parameters beat those in use."""
        gain = self.later.published - self.later.fitted
        return gain > self.doubt and self.everything.fitted < self.everything.in_use


def examples_of(cards: Iterable[Sequence[Review]], rollover: int) -> list[Example]:
    """All answers to be predicted, in order of time; `cards` are the reviews of each card, oldest first."""
    found = [example for reviews in cards for example in _examples(reviews, rollover)]
    return sorted(found)


def fit(
    cards: Mapping[CardKey, Sequence[Review]],
    examples: Sequence[Example],
    settings: StudySettings,
    fitter: Fitter,
) -> Fit:
    """Fit to all examples, and measure; `settings` hold the parameters in use."""
    weights = fitter(examples)
    cuts = [examples[len(examples) * block // BLOCKS].at for block in range(FIRST, BLOCKS)]
    published = _predictions(cards, replace(settings, weights=()))
    in_use = _predictions(cards, settings) if settings.weights else published
    seen = _predictions(cards, replace(settings, weights=weights))
    later: list[_Prediction] = []
    for number, cut in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else None
        earlier = fitter([e for e in examples if e.at < cut])
        unseen = _predictions(cards, replace(settings, weights=earlier), cut)
        later += [p for p in unseen if end is None or p.at < end]
    before, now = _from(published, cuts[0]), _from(in_use, cuts[0])
    gains = [log(b.likely / a.likely) for a, b in zip(before, later, strict=True)]
    return Fit(
        weights=weights,
        everything=Losses(_loss(published), _loss(in_use), _loss(seen)),
        later=Losses(_loss(before), _loss(now), _loss(later)),
        doubt=stdev(gains) / sqrt(len(gains)),
    )


class _Prediction(NamedTuple):
    """How likely the answer that came was held to be."""

    at: int
    card: CardKey
    likely: float


def _examples(reviews: Sequence[Review], rollover: int) -> Iterator[Example]:
    answers: list[tuple[int, int]] = []
    last: int | None = None
    for review in reviews:
        day = day_of(review.when, rollover)
        elapsed = 0 if last is None else max(0, day - last)
        answers.append((int(review.rating), elapsed))
        last = day
        if elapsed:
            yield Example(review.when.at, tuple(answers))


def _predictions(
    cards: Mapping[CardKey, Sequence[Review]], settings: StudySettings, start: int = 0
) -> list[_Prediction]:
    """The predictions for answers from `start` on (milliseconds since 1970 UTC), in order of time."""
    found = []
    scheduler = Scheduler(settings)
    for reviews in cards.values():
        if reviews[-1].when.at < start:
            continue
        schedule = Schedule()
        for review in reviews:
            day = day_of(review.when, settings.rollover)
            if (
                schedule.last is not None
                and day > day_of(schedule.last, settings.rollover)
                and review.when.at >= start
            ):
                known = scheduler.retrievability(schedule, day)
                likely = 1 - known if review.rating is Rating.AGAIN else known
                found.append(_Prediction(review.when.at, review.card, max(likely, _LEAST)))
            schedule = scheduler.answered(schedule, review.rating, review.when, review.card)
    return sorted(found)


def _from(predictions: Iterable[_Prediction], start: int) -> list[_Prediction]:
    return [p for p in predictions if p.at >= start]


def _loss(predictions: Sequence[_Prediction]) -> float:
    return -sum(log(p.likely) for p in predictions) / len(predictions)
