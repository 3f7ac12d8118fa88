"""The charts of `jinju stats`: which figures stand in which chart, in the learner's words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jinju.messages import say
from jinju.model.chart import Bars, Calendar, Listing
from jinju.model.review import Day
from jinju.study.statistics import DIFFICULTIES, STABILITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.chart import Chart
    from jinju.study.statistics import Maturity
    from jinju.workflows.stats import Stats

_FIRST: Final = date(1970, 1, 1)
_HEATMAP: Final = 371
"""Days of the heatmap: a year, and as much as fills its first week."""
_MOST_NAMES: Final = 20
"""Articles or themes in a chart; those with the most cards."""


def date_of(day: int) -> date:
    """The calendar date of a learner's day."""
    return _FIRST + timedelta(days=day)


def charts(stats: Stats) -> tuple[Chart, ...]:
    """All charts, in the order in which they are shown; those without a figure are left out."""
    found: list[Chart | None] = [
        _heatmap(stats),
        _retention(stats),
        _forecast(stats),
        _spread("stats.stability", stats.stability, STABILITIES, say("stats.days-unit")),
        _spread("stats.difficulty", stats.difficulty, DIFFICULTIES, ""),
        _maturity("stats.articles", stats.articles),
        _maturity("stats.themes", stats.themes),
        _weakest(stats),
    ]
    return tuple(chart for chart in found if chart is not None)


def _heatmap(stats: Stats) -> Calendar | None:
    last = date_of(stats.today)
    first = last - timedelta(days=_HEATMAP - 1)
    counts = {date_of(d): w.answers for d, w in stats.days.items() if first <= date_of(d) <= last}
    note = say("stats.streak", days=_streak(stats.days, stats.today))
    return Calendar(say("stats.heatmap"), first, last, counts, note) if counts else None


def _streak(days: Mapping[Day, object], today: Day) -> int:
    """Days in a row with reviews up to today, or up to yesterday where today is still to come."""
    at: int = today if today in days else today - 1
    count = 0
    while at in days:
        at, count = at - 1, count + 1
    return count


def _retention(stats: Stats) -> Bars | None:
    if not stats.weeks:
        return None
    first, last = min(stats.weeks), max(stats.weeks)
    weeks = [Day(week) for week in range(first, last + 1, 7)][-53:]
    shares = tuple(stats.weeks[w].share if w in stats.weeks else None for w in weeks)
    labels = tuple(date_of(w).isoformat() for w in weeks)
    return Bars(say("stats.retention"), labels, {say("stats.known"): shares}, "share")


def _forecast(stats: Stats) -> Bars | None:
    ahead = stats.forecast
    if not any(ahead.answers):
        return None
    labels = tuple(date_of(ahead.first + i).isoformat() for i in range(len(ahead.reviews)))
    series = {
        say("stats.reviews"): tuple(round(n) for n in ahead.reviews),
        say("stats.new"): tuple(round(n) for n in ahead.new),
    }
    return Bars(say("stats.forecast"), labels, series, note=say("stats.forecast-note"))


def _spread(title: str, counts: Sequence[int], edges: Sequence[float], unit: str) -> Bars | None:
    if not any(counts):
        return None
    names = [f"{edge:g}" for edge in edges]
    labels = [f"<{names[0]}", *(f"{a}–{b}" for a, b in pairwise(names)), f"≥{names[-1]}"]
    return Bars(say(title), tuple(f"{label}{unit}" for label in labels), {say("stats.cards"): tuple(counts)})


def _maturity(title: str, groups: Mapping[str, Maturity]) -> Bars | None:
    if not groups:
        return None
    ranked = sorted(groups.items(), key=lambda g: -sum((g[1].new, g[1].learning, g[1].young, g[1].mature)))
    chosen = ranked[:_MOST_NAMES]
    series = {
        say(f"stats.{name}"): tuple(getattr(counts, name) for _, counts in chosen)
        for name in ("mature", "young", "learning", "new")
    }
    more = len(ranked) - len(chosen)
    note = say("stats.more", count=more) if more else ""
    return Bars(say(title), tuple(name or "—" for name, _ in chosen), series, note=note, lying=True)


def _weakest(stats: Stats) -> Listing | None:
    if not stats.weak:
        return None
    head = tuple(say(f"stats.{name}") for name in ("phrase", "line", "lapses", "known-now"))
    rows = tuple(
        ("、".join(dict.fromkeys(w.answers)), w.line, str(w.lapses), f"{w.known:.0%}") for w in stats.weak
    )
    return Listing(say("stats.weakest"), head, rows)
