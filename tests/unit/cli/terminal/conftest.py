"""A real session on a real store, at a moment that the test chooses."""

import shutil
from pathlib import Path

import pytest

from jinju.cli.terminal.sitting import Sitting
from jinju.model.review import Moment
from jinju.model.study_settings import StudySettings
from jinju.workflows.study import open_session

DECK = Path(__file__).resolve().parents[3] / "decks" / "xianchang-bangong.yaml"

NOON = 1_800_000_000_000 // 86_400_000 * 86_400_000 + 12 * 3_600_000


class Clock:
    """Milliseconds that pass only when told to."""

    def __init__(self):
        self.at = NOON

    def now(self):
        return Moment(self.at, 0)

    def milliseconds(self):
        return self.at - NOON

    def pass_by(self, milliseconds):
        self.at += milliseconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "deck.yaml"
    shutil.copy(DECK, path)
    return path


@pytest.fixture
def sit(tmp_path, clock, deck):
    """`sit(typing=…, limit=…, **settings)` opens a sitting; all are closed at the end."""
    opened = []

    def begin(*, typing=False, limit=None, **settings):
        session = open_session(
            [deck], settings=StudySettings(**settings), now=clock.now, store=tmp_path / "reviews.db"
        )
        opened.append(session)
        return Sitting(session, clock.milliseconds, typing=typing, limit=limit)

    yield begin
    for session in opened:
        session.close()
