"""Charts drawn in the terminal with characters alone, as wide as the terminal is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len, set_cell_size
from rich.table import Table

from jinju.messages import say
from jinju.model.chart import Bars, Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from jinju.model.chart import Chart, Listing

SHADES: Final = "·░▒▓█"
"""A day without answers, and four classes of days with some."""
FILLS: Final = "█▓▒░"
"""Stacked series, first to last; each shade differs without colour."""
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
_LEAST_BAR, _MOST_BAR = 4, 60


def drawn(chart: Chart, width: int) -> Iterator[Any]:
    """What rich prints for a chart: lines of text, or a table."""
    if isinstance(chart, Calendar):
        yield from _calendar(chart, width)
    elif isinstance(chart, Bars):
        yield from _bars(chart, width)
    else:
        yield _table(chart)


def _calendar(chart: Calendar, width: int) -> Iterator[str]:
    """Weeks from left to right, Monday on top; as many of the last weeks as fit."""
    monday = chart.last - timedelta(days=chart.last.weekday())
    weeks = max(1, min(width, (monday - chart.first).days // 7 + 1))
    first = monday - timedelta(weeks=weeks - 1)
    most = max(chart.counts.values(), default=0)
    yield _months(first, weeks)
    for weekday in range(7):
        days = (first + timedelta(days=7 * week + weekday) for week in range(weeks))
        yield "".join(_shade(chart, day, most) for day in days).rstrip()


def _shade(chart: Calendar, day: date, most: int) -> str:
    if not chart.first <= day <= chart.last:
        return " "
    count = chart.counts.get(day, 0)
    return SHADES[min(4, -(-4 * count // most))] if count else SHADES[0]


def _months(first: date, weeks: int) -> str:
    line = [" "] * weeks
    shown = 0
    for week in range(weeks):
        day = first + timedelta(weeks=week)
        name = str(day.month)
        if (week == 0 or day.month != shown) and week + len(name) <= weeks and line[week - 1 : week] != ["1"]:
            line[week : week + len(name)] = name
        shown = day.month
    return "".join(line).rstrip()


def _bars(chart: Bars, width: int) -> Iterator[str]:
    totals = [
        None if all(v is None for v in values) else sum(v or 0 for v in values)
        for values in zip(*chart.series.values(), strict=True)
    ]
    values = ["" if t is None else f"{t:.0%}" if chart.unit == "share" else f"{t:g}" for t in totals]
    figures = max(map(len, values), default=0)
    names = min(max(map(cell_len, chart.labels), default=0), max(6, width // 3))
    room = max(_LEAST_BAR, min(_MOST_BAR, width - names - figures - 2))
    most = 1.0 if chart.unit == "share" else max((t for t in totals if t), default=1)
    if len(chart.series) > 1:
        yield "  ".join(f"{FILLS[i]} {name}" for i, name in enumerate(chart.series))
    for number, label in enumerate(chart.labels):
        parts = [series[number] or 0 for series in chart.series.values()]
        yield f"{_fitted(label, names)} {values[number]:>{figures}} {_bar(parts, most, room)}".rstrip()


def _bar(parts: Sequence[float], most: float, room: int) -> str:
    if len(parts) == 1:
        eighths = round(parts[0] / most * room * 8)
        if parts[0] and not eighths:
            eighths = 1
        return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    ends = [round(sum(parts[: i + 1]) / most * room) for i in range(len(parts))]
    starts = [0, *ends[:-1]]
    return "".join(FILLS[i] * (end - start) for i, (start, end) in enumerate(zip(starts, ends, strict=True)))


def _fitted(label: str, cells: int) -> str:
    if cell_len(label) <= cells:
        return set_cell_size(label, cells)
    return set_cell_size(set_cell_size(label, cells - 1).rstrip() + "…", cells)


def _table(chart: Listing) -> Table:
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in chart.head:
        table.add_column(Text(name), overflow="fold")
    for row in chart.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def one_line(counts: Sequence[tuple[str, int]]) -> str:
    """Figures with their names, as “12 new · 3 learning”."""
    return " · ".join(say("stats.count", count=count, name=name) for name, count in counts)
