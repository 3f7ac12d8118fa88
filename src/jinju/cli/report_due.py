"""What `jinju due` prints: a line a deck, then what a session would bring."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import typer

from jinju.messages import say

if TYPE_CHECKING:
    from jinju.model.review import Day
    from jinju.workflows.due import Due

_FIRST = date(1970, 1, 1)


def show_due(report: Due, *, as_json: bool) -> None:
    """A table for people, the same as JSON for programs; what is wrong with a file goes to standard error."""
    for problem in report.problems:
        typer.echo(say(problem.code, **dict(problem.details)), err=True)
    if as_json:
        typer.echo(json.dumps(_json(report), ensure_ascii=False, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say("due.deck"), overflow="fold")
    for name in ("new", "learning", "review"):
        table.add_column(say(f"due.{name}"), justify="right")
    for deck in report.decks:
        table.add_row(deck.name, *(str(n) for n in deck.counts))
    console = Console(highlight=False)
    console.print(table, markup=False)
    left = report.session
    if any(left):
        console.print("\n" + say("due.session", new=left.new, learning=left.learning, review=left.review))
    elif report.next_due:
        day, count = report.next_due
        console.print("\n" + say("due.nothing", day=date_of(day), count=count))
    else:
        console.print("\n" + say("due.nothing-ahead"))
    if report.waiting_until is not None:
        console.print(say("due.waiting", time=f"{_local(report.waiting_until):%H:%M}"))


def date_of(day: Day) -> date:
    """The calendar date of a learner's day."""
    return _FIRST + timedelta(days=day)


def _local(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone()


def _json(report: Due) -> dict[str, Any]:
    return {
        "today": date_of(report.today).isoformat(),
        "decks": [{"deck": d.name, "path": str(d.path), **d.counts._asdict()} for d in report.decks],
        "session": report.session._asdict(),
        "waiting_until": _local(report.waiting_until).isoformat() if report.waiting_until else None,
        "next_due": (
            {"day": date_of(report.next_due[0]).isoformat(), "cards": report.next_due[1]}
            if report.next_due
            else None
        ),
    }
