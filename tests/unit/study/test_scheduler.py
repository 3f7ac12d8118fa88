"""What answers make of a schedule."""

from dataclasses import replace

import pytest

from jinju.model.item import ItemId
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.model.study_settings import MINUTE, StudySettings
from jinju.study.day import day_of
from jinju.study.scheduler import Scheduler

KEY = CardKey(ItemId("isat7xppzxxtv2"), 1)
START = Moment(1_763_870_400_000, 8 * 3600)
DAY = 86_400_000


def later(moment, days=0.0, minutes=0):
    return Moment(moment.at + int(days * DAY) + minutes * MINUTE, moment.offset)


def learnt(scheduler, when=START):
    """A card that was just passed on its first day."""
    schedule = scheduler.answered(Schedule(), Rating.GOOD, when, KEY)
    return scheduler.answered(schedule, Rating.GOOD, later(when, minutes=10), KEY)


def test_a_new_card_goes_through_the_steps_of_its_first_day():
    scheduler = Scheduler(StudySettings())
    first = scheduler.answered(Schedule(), Rating.GOOD, START, KEY)
    assert (first.phase, first.due_at, first.interval) == ("learning", START.at + 10 * MINUTE, 0)
    assert first.due_day == day_of(START, 4)
    second = scheduler.answered(first, Rating.GOOD, later(START, minutes=10), KEY)
    assert (second.phase, second.due_at) == ("review", None)
    assert second.due_day == day_of(START, 4) + second.interval


def test_a_step_that_ends_after_the_rollover_waits_for_the_next_day():
    late = Moment(START.at + 16 * 3_600_000 - MINUTE, START.offset)
    step = Scheduler(StudySettings()).answered(Schedule(), Rating.GOOD, late, KEY)
    assert step.due_at is None
    assert step.due_day == day_of(late, 4) + 1


def test_without_steps_a_card_goes_to_days_at_once():
    scheduler = Scheduler(StudySettings(learning_steps=(), relearning_steps=()))
    new = scheduler.answered(Schedule(), Rating.AGAIN, START, KEY)
    assert (new.phase, new.due_at) == ("review", None)
    forgotten = scheduler.answered(new, Rating.AGAIN, later(START, 3), KEY)
    assert (forgotten.phase, forgotten.lapses) == ("review", 1)
    assert forgotten.interval >= 1


def test_twenty_hours_and_a_night_are_a_day():
    """The clock's 24 hours do not count, the learner's nights do."""
    scheduler = Scheduler(StudySettings())
    card = learnt(scheduler)
    evening = scheduler.answered(card, Rating.GOOD, later(START, 20 / 24), KEY)
    assert evening.stability > 1.5 * card.stability


def test_a_clock_set_back_counts_no_days_and_breaks_nothing():
    scheduler = Scheduler(StudySettings())
    card = learnt(scheduler)
    back = scheduler.answered(card, Rating.GOOD, later(START, -40), KEY)
    same_day = scheduler.answered(card, Rating.GOOD, later(START, minutes=20), KEY)
    assert (back.stability, back.difficulty) == (same_day.stability, same_day.difficulty)
    assert back.due_day > day_of(later(START, -40), 4)
    assert scheduler.retrievability(card, day_of(START, 4) - 40) == 1.0


def test_the_buttons_lead_further_and_further():
    scheduler = Scheduler(StudySettings())
    card = learnt(scheduler)
    options = scheduler.options(card, later(START, 3), KEY)
    assert options[Rating.AGAIN].phase == "relearning"
    assert options[Rating.HARD].interval < options[Rating.GOOD].interval < options[Rating.EASY].interval


def test_only_forgetting_in_review_is_a_lapse():
    scheduler = Scheduler(StudySettings())
    first = scheduler.answered(Schedule(), Rating.AGAIN, START, KEY)
    assert first.lapses == 0
    forgotten = scheduler.answered(learnt(scheduler), Rating.AGAIN, later(START, 5), KEY)
    again = scheduler.answered(forgotten, Rating.AGAIN, later(START, 5, minutes=10), KEY)
    assert (forgotten.lapses, again.lapses, again.phase) == (1, 1, "relearning")


def test_fuzz_parts_cards_that_were_learnt_together():
    scheduler = Scheduler(StudySettings())
    card = replace(learnt(scheduler), stability=60.0)
    keys = [CardKey(ItemId(f"i{n}"), 1) for n in range(40)]
    days = {scheduler.answered(card, Rating.GOOD, later(START, 40), key).interval for key in keys}
    assert len(days) > 5
    assert max(days) - min(days) < 0.2 * min(days)


def test_a_higher_wished_retention_brings_cards_sooner():
    far = learnt(Scheduler(StudySettings(retention=0.8)))
    near = learnt(Scheduler(StudySettings(retention=0.95)))
    assert near.stability == far.stability
    assert near.interval < far.interval


def test_no_interval_is_longer_than_the_longest():
    scheduler = Scheduler(StudySettings(maximum_interval=7))
    card = replace(learnt(scheduler), stability=900.0, interval=7)
    options = scheduler.options(card, later(START, 7), KEY)
    assert [options[r].interval for r in (Rating.HARD, Rating.GOOD, Rating.EASY)] == [7, 7, 7]


def test_an_exam_date_set_later_brings_a_far_card_forward():
    card = replace(learnt(Scheduler(StudySettings())), stability=300.0)
    far = Scheduler(StudySettings()).answered(card, Rating.GOOD, later(START, 100), KEY)
    exam = day_of(later(START, 130), 4)
    scheduler = Scheduler(StudySettings(exam=exam))
    near = scheduler.brought_forward(far, KEY)
    assert far.due_day > exam > near.due_day > exam - 7
    assert near == scheduler.answered(card, Rating.GOOD, later(START, 100), KEY)
    assert scheduler.brought_forward(near, KEY) == near


def test_weights_as_32_bit_floats_are_taken_and_a_wrong_number_of_them_is_not():
    published = Scheduler(StudySettings())
    edge = (100.00000762939453, *(0.5,) * 3, 5.0, *(0.5,) * 15, 0.800000011920929)
    assert (
        Scheduler(StudySettings(weights=edge)).answered(Schedule(), Rating.AGAIN, START, KEY).stability == 100
    )
    with pytest.raises(ValueError, match="21"):
        Scheduler(StudySettings(weights=(0.4, 0.6)))
    assert published.replay([]) == Schedule()


def test_reviews_replayed_give_the_schedule_they_gave():
    scheduler = Scheduler(StudySettings())
    reviews = [
        Review(KEY, START, Rating.GOOD),
        Review(KEY, later(START, minutes=10), Rating.GOOD),
        Review(KEY, later(START, 2), Rating.AGAIN),
    ]
    schedule = scheduler.answered(learnt(scheduler), Rating.AGAIN, later(START, 2), KEY)
    assert scheduler.replay(reviews) == schedule
    assert schedule.reps == 3
