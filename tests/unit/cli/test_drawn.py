"""Charts in characters: what stands in the terminal."""

from datetime import date

import pytest
from rich.cells import cell_len

from jinju.cli.drawn import SHADES, drawn
from jinju.model.chart import Bars, Calendar

BARS = Bars("t", ("一", "二", "三"), {"n": (4, 2, 0)})
STACKED = Bars("t", ("文章甲", "乙"), {"mature": (3, 0), "new": (1, 4)}, lying=True)


def test_bars_are_as_long_as_their_figures():
    four, two, none = drawn(BARS, 29)
    assert four.count("█") == 2 * two.count("█") > 0
    assert none == "三 0"


def test_a_small_figure_beside_a_big_one_is_still_to_be_seen():
    _, small = drawn(Bars("t", ("a", "b"), {"n": (10_000, 1)}), 40)
    assert small.endswith("▏")


def test_stacked_series_differ_without_colour_and_are_named():
    names, first, second = drawn(STACKED, 41)
    assert names == "█ mature  ▓ new"
    assert first.count("█") == 3 * first.count("▓")
    assert "█" not in second
    assert "▓" in second


def test_a_week_without_reviews_has_no_share():
    gap, full = drawn(Bars("t", ("a", "b"), {"n": (None, 1.0)}, "share"), 30)
    assert gap.strip() == "a"
    assert "100%" in full


@pytest.mark.parametrize("width", [20, 40, 80, 300])
@pytest.mark.parametrize("chart", [BARS, STACKED, Bars("t", ("很长的一篇文章的题目" * 5,), {"n": (7,)})])
def test_no_line_is_wider_than_the_terminal(chart, width):
    assert all(cell_len(line) <= width for line in drawn(chart, width))


def test_the_calendar_has_a_row_for_each_weekday_and_darker_days_for_more():
    counts = {date(2027, 1, 18): 1, date(2027, 1, 19): 40}  # a Monday and a Tuesday
    months, monday, tuesday, *rest = drawn(Calendar("t", date(2026, 12, 1), date(2027, 1, 19), counts), 80)
    assert months.split() == ["12", "1"]
    assert len(rest) == 5
    assert (monday[-1], tuesday[-1]) == (SHADES[1], SHADES[4])
    assert monday[:-1] == SHADES[0] * (len(monday) - 1)


def test_a_narrow_calendar_shows_the_last_weeks():
    counts = {date(2027, 1, 19): 1}
    lines = list(drawn(Calendar("t", date(2026, 1, 1), date(2027, 1, 19), counts), 12))
    assert lines[2][-1] == SHADES[4]
    assert all(len(line) <= 12 for line in lines)
