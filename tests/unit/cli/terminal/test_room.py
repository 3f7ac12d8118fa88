"""What gives way when a window is small, and what the plan's page says."""

import re

import pytest

from jinju.cli.terminal.endings import date_of
from jinju.cli.terminal.plan_page import BARS, plan_runs
from jinju.cli.terminal.room import LOW, room
from jinju.model.item import Item
from jinju.model.review import Day
from jinju.model.study_settings import StudySettings
from jinju.study.cue import face
from jinju.study.exam import plan
from jinju.study.face import CueLevel

ITEM = Item(
    "i1",
    "a1",
    "念民之所{{c1::忧}}、行民之所{{c2::盼}}，把好事办好、实事办实。",
    before="要走好群众路线，" * 4,
)
CARD = face(ITEM, 1, CueLevel.DEMAND)
TODAY = Day(20_000)


def test_a_roomy_window_gives_air_and_a_low_one_none():
    assert room(CARD, 64, 40).leading == 1
    assert room(CARD, 64, LOW - 1)[:2] == (0, 0)


def test_what_stands_before_gives_way_to_the_sentence():
    assert room(CARD, 64, 24).before
    assert not room(CARD, 18, 10).before


@pytest.mark.parametrize("height", range(6, 60))
def test_more_rows_never_move_the_sentence_up(height):
    assert room(CARD, 64, height + 1).top >= room(CARD, 64, height).top - 1


def text(new, days, **settings):
    made = StudySettings(**settings)
    ahead = plan(new, [], TODAY, Day(TODAY + days), made, pace_seconds=10)
    return "".join(run.text for run in plan_runs(ahead, TODAY)), ahead


def test_a_plan_that_holds_says_how_many_a_day_and_until_when():
    said, ahead = text(60, 40)
    assert ahead.feasible
    assert re.search(rf"\b{ahead.new_a_day} (new cards|张新卡)", said)
    assert date_of(ahead.last_new_day).isoformat() in said


@pytest.mark.parametrize("days", [1, 5, 14, 15, 100, 400])
def test_the_load_never_takes_more_rows_than_a_page_has(days):
    said, _ = text(60, days, new_a_day=999)
    bars = [line for line in said.split("\n") if "▇" in line]
    assert 1 <= len(bars) <= BARS


def test_a_plan_that_cannot_be_done_says_what_it_would_take():
    said, ahead = text(500, 10, new_a_day=5)
    assert not ahead.feasible
    assert f"--new {ahead.new_a_day}" in said


def test_a_day_is_its_date():
    assert date_of(Day(0)).isoformat() == "1970-01-01"
