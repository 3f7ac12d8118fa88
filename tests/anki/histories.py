"""Learners made up: answers to the cards of a deck, and what they amount to."""

import random

from jinju.model.anki_history import CardHistory
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.day import DAY, day_of, starts
from jinju.study.scheduler import Scheduler

SETTINGS = StudySettings()


def folded(reviews, settings=SETTINGS, **marks):
    """The answers to one card with the schedule after each."""
    scheduler = Scheduler(settings)
    schedule, steps = Schedule(), []
    for review in reviews:
        schedule = scheduler.answered(schedule, review.rating, review.when, review.card)
        steps.append((review, schedule))
    return CardHistory(tuple(steps), **marks)


def learner(notes, now, seed, settings=SETTINGS, *, days=90, most=12):
    """Card -> what a learner did with it until `now`; some cards are new, some are marked."""
    rng = random.Random(seed)
    scheduler = Scheduler(settings)
    found = {}
    for note in notes:
        for number in note.cards:
            key = CardKey(note.fields["ItemId"], number)
            if rng.random() < 0.15:
                continue
            at = now.at - rng.randrange(1, days) * DAY - rng.randrange(DAY)
            schedule, steps = Schedule(), []
            while at < now.at and len(steps) < most:
                when = Moment(at, now.offset)
                rating = Rating(rng.choices([1, 2, 3, 4], [2, 1, 6, 1])[0])
                schedule = scheduler.answered(schedule, rating, when, key)
                steps.append((Review(key, when, rating, rng.randrange(500, 60_000)), schedule))
                at = next_time(rng, schedule, now.offset, settings.rollover)
            found[key] = CardHistory(tuple(steps), rng.random() < 0.1, rng.choice([0, 0, 0, 1, 4]))
    return found


def next_time(rng, schedule, offset, rollover):
    """Some time on the day on which the card comes up, or soon after its learning step."""
    if schedule.due_at is not None:
        return schedule.due_at + rng.randrange(1, 100_000)
    late = max(0, int(rng.gauss(0, 1.5)))
    return starts(schedule.due_day + late, offset, rollover) + rng.randrange(DAY)


def all_cards(notes):
    return {CardKey(note.fields["ItemId"], number) for note in notes for number in note.cards}


def days_ahead(schedule, now, rollover=4):
    """In how many learner's days the card comes up."""
    return schedule.due_day - day_of(now, rollover)
