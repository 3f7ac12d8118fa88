"""Deck files and clocks for the tests of studying."""

import os
from dataclasses import replace

from tests.anki.decks import deck, item

from jinju.adapters.deck_file import render_deck
from jinju.model.item import ItemId
from jinju.model.review import CardKey, Moment, Rating, Review
from jinju.model.study_settings import StudySettings
from jinju.revise.edits import seal
from jinju.study.scheduler import Scheduler

EAST = 8 * 3600
NOON = 1_790_136_000_000
"""Milliseconds: noon at eight hours east."""
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
LINES = (
    "以“实”为基，切实在{{c1::解民忧、纾民困}}过程中持续提升人民群众的{{c2::幸福指数}}",
    "群众在哪里，我们就{{c1::“下”到哪里}}；问题在什么地方，办公现场就{{c2::落在什么地方}}。",
    "事情办没办群众{{c1::一目了然}}，能力强不强群众{{c2::心里有数}}。",
    "要虚心{{c1::拜人民为师}}，汲取{{c2::民智民慧}}",
)
SCHEDULER = Scheduler(StudySettings())


def items(*texts):
    """Items with numbers from 1, as in `tests.anki.decks`."""
    return [item(n, text, paragraph=0) for n, text in enumerate(texts or LINES, 1)]


def write_deck(path, *texts, name="金句::测试", only=None, old=True):
    """A deck file of `texts`; its time lies in the past so that the quick check by time is trusted."""
    chosen = [replace(i, paragraph=0) for i in (only if only is not None else items(*texts))]
    path.write_text(render_deck(seal(deck(*chosen, name=name), 1000)), encoding="utf-8")
    if old:
        age(path)
    return path


def age(path, seconds=3600):
    """Let the file be older by an hour, each time by another minute."""
    then = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(then, then))


def key(item_number, number=1):
    return CardKey(ItemId(f"i{item_number:04d}"), number)


def review(card, at=NOON, rating=Rating.GOOD, offset=EAST, **more):
    return Review(card, Moment(at, offset), rating, **more)


def step(schedule, one):
    """The fold with the published parameters."""
    return SCHEDULER.answered(schedule, one.rating, one.when, one.card)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at=NOON, offset=EAST):
        self.at, self.offset = at, offset

    def __call__(self):
        return Moment(self.at, self.offset)

    def pass_(self, milliseconds):
        self.at += milliseconds
