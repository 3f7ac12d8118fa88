"""Some weeks of answers on a real store, by a clock and dice of its own."""

from random import Random

from jinju.model.review import Moment, Rating
from jinju.model.study_settings import StudySettings
from jinju.workflows.study import open_session

DAY = 86_400_000
BEGIN = 1_800_000_000_000
"""2027-01-15, in milliseconds since 1970 UTC."""


def weeks_of_answers(store, decks, days, pauses=(), begin=BEGIN):
    """Answer all that comes up on each of `days` days from `begin`; the moment after the last answer."""
    dice = Random(1)
    at = begin
    for day in range(days):
        at = begin + day * DAY
        if day in pauses:
            continue
        clock = [at]
        settings = StudySettings(new_a_day=6)
        with open_session(decks, settings=settings, now=lambda c=clock: Moment(c[0]), store=store) as session:
            while session.card or session.go_on():
                clock[0] += 9_000
                session.answer(Rating.AGAIN if dice.random() < 0.15 else Rating.GOOD, 4_000)
        at = clock[0]
    return Moment(at)
