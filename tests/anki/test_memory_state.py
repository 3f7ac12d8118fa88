"""Stability, difficulty and intervals are those of real Anki, over hundreds of random histories.

Anki has no clock to set, so its past is moved back: reviews and the collection's first day get older, and
today is a later day of the same history.
"""

import random
from contextlib import contextmanager
from dataclasses import replace

import anki.lang
import pytest

from anki.collection import Collection
from jinju.model.item import ItemId
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.model.study_settings import MINUTE, StudySettings
from jinju.study.scheduler import Scheduler

DAY = 86_400_000
START = 1_700_049_600_000  # noon UTC
PHASES = {1: "learning", 2: "review", 3: "relearning"}
PUBLISHED = StudySettings()
OWN = StudySettings(
    retention=0.86,
    weights=(
        *(0.4, 1.1, 3.2, 14.0, 6.9, 0.7, 2.8, 0.01, 1.6, 0.2, 0.9, 1.6),
        *(0.09, 0.3, 1.5, 0.4, 2.1, 0.6, 0.2, 0.1, 0.2),
    ),
    learning_steps=(15 * MINUTE,),
    relearning_steps=(25 * MINUTE,),
    maximum_interval=180,
)
LONG_STEPS = StudySettings(
    retention=0.95,
    learning_steps=(5 * MINUTE, 30 * MINUTE, 90 * MINUTE),
    relearning_steps=(5 * MINUTE, 20 * MINUTE),
)


class Travelling:
    """An Anki collection in which days pass."""

    def __init__(self, path, settings, cards):
        self.path = str(path / "collection.anki2")
        with self.opened() as col:
            col.set_config("fsrs", True)
            preset = col.decks.all_config()[0]
            preset["fsrsParams6"] = list(settings.weights)
            preset["desiredRetention"] = settings.retention
            preset["rev"]["maxIvl"] = settings.maximum_interval
            preset["new"]["delays"] = [s / MINUTE for s in settings.learning_steps]
            preset["lapse"]["delays"] = [s / MINUTE for s in settings.relearning_steps]
            preset["lapse"]["leechFails"] = 99
            col.decks.update_config(preset)
            basic = col.models.by_name("Basic")
            self.cards = []
            for n in range(cards):
                note = col.new_note(basic)
                note["Front"] = str(n)
                col.add_note(note, 1)
                self.cards.append(note.cards()[0].id)

    @contextmanager
    def opened(self):
        anki.lang.set_lang("en_US")
        col = Collection(self.path)
        try:
            yield col
        finally:
            col.close()

    def pass_days(self, days):
        with self.opened() as col:
            col.db.execute("update col set crt = crt - ?", days * 86_400)
            col.db.execute("update revlog set id = -id")
            col.db.execute("update revlog set id = -id - ?", days * DAY)
            col.db.execute(
                "update cards set data = json_set(data, '$.lrt', json_extract(data, '$.lrt') - ?)"
                " where json_extract(data, '$.lrt') is not null",
                days * 86_400,
            )


def answered(col, number, rating):
    """The card after Anki's own answer."""
    card = col.get_card(number)
    card.start_timer()
    col.sched.answerCard(card, int(rating))
    return card


@pytest.mark.parametrize(
    ("settings", "seed"), [(PUBLISHED, 1), (OWN, 2), (LONG_STEPS, 3)], ids=["published", "own", "long steps"]
)
def test_memory_state_and_intervals_are_ankis(tmp_path, settings, seed):
    """80 cards in each of three presets: 240 histories with lapses, same-day reviews, long gaps."""
    dice = random.Random(seed)
    world = Travelling(tmp_path, settings, 80)
    scheduler = Scheduler(settings)
    ours = dict.fromkeys(world.cards, Schedule())
    whole = {number: [] for number in world.cards}
    today = same_day = lapses = gaps = compared = 0
    for _ in range(14):
        with world.opened() as col:
            for number in world.cards:
                if dice.random() < 0.3:
                    continue
                for again in range(dice.choice((1, 1, 2, 4))):
                    rating = Rating(dice.choices((1, 2, 3, 4), (2, 1, 6, 1))[0])
                    before, key = ours[number], CardKey(ItemId(f"i{number}"), 1)
                    when = Moment(START + today * DAY + again * 1_000)
                    after = scheduler.answered(before, rating, when, key)
                    theirs = answered(col, number, rating)
                    state = theirs.memory_state
                    assert (after.phase, after.reps, after.lapses) == (
                        PHASES[theirs.type],
                        theirs.reps,
                        theirs.lapses,
                    )
                    assert after.stability == pytest.approx(state.stability, abs=6e-5, rel=1e-5)
                    assert after.difficulty == pytest.approx(state.difficulty, abs=6e-4)
                    # Anki goes on from what it stored, which is rounded; so that intervals stay comparable:
                    after = replace(after, stability=state.stability, difficulty=state.difficulty)
                    if after.phase == "review":
                        _, elapsed = scheduler._days(before, when)
                        low, high = (scheduler._interval(before, rating, elapsed, at) for at in (0.0, 0.9999))
                        assert low <= theirs.ivl <= high
                        assert low <= after.interval <= high
                        after = replace(after, interval=theirs.ivl)
                    ours[number] = after
                    whole[number].append(Review(key, when, rating))
                    compared += 1
                    same_day += bool(again)
                    lapses += after.lapses > before.lapses
        days = dice.choice((1, 1, 2, 3, 5, 9, 20, 60, 400))
        gaps += days > 50
        today += days
        world.pass_days(days)
    assert compared > 1_000
    assert same_day > 300
    assert lapses > 50
    assert gaps
    with world.opened() as col:  # and the whole history at once, unrounded, from Anki's review log
        for number, reviews in whole.items():
            state, folded = col.compute_memory_state(number), scheduler.replay(reviews)
            assert folded.stability == pytest.approx(state.stability, rel=1e-5, abs=6e-5)
            assert folded.difficulty == pytest.approx(state.difficulty, abs=6e-4)
