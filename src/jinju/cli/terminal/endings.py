"""What stands where the card would be when there is none: waiting, nothing due, and the summary."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from jinju.cli.terminal.intervals import wait
from jinju.cli.terminal.run import Run
from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.review import Day, Moment
    from jinju.workflows.studied import Progress, Summary
    from jinju.workflows.study import Session

_HARDEST = 3
"""Lines named at the end."""


def clock_time(at: int, offset: int) -> str:
    """Hour and minute of the learner's clock at `at`, in milliseconds since 1970 UTC."""
    return (
        datetime.fromtimestamp(at / 1000, UTC)
        .astimezone(timezone(timedelta(seconds=offset)))
        .strftime("%H:%M")
    )


def date_of(day: Day) -> date:
    """The calendar date of a learner's day."""
    return date(1970, 1, 1) + timedelta(days=day)


def waiting(until: int, now: Moment) -> tuple[Run, ...]:
    """Until when the next card of today has to rest, and what to do meanwhile."""
    return (
        Run(say("terminal.waiting") + "\n", "strong"),
        Run(
            say(
                "terminal.waiting-until",
                time=clock_time(until, now.offset),
                left=wait(max(until - now.at, 0)),
            )
            + "\n"
        ),
        Run("\n" + say("terminal.waiting-keys"), "dim"),
    )


def ending(session: Session, *, full: bool) -> tuple[Run, ...]:
    """The summary of the sitting, and when the next card comes; `full` when a limit ended it."""
    return tuple(_ending(session.summary(), session.progress(), session.today, full=full))


def _ending(summary: Summary, progress: Progress, today: Day, *, full: bool) -> Iterator[Run]:
    if not summary.done:
        yield Run(say("terminal.nothing-due") + "\n", "strong")
    else:
        yield Run(say("terminal.limit-reached" if full else "terminal.done-today") + "\n\n", "strong")
        yield Run("\n".join(summary_lines(summary)) + "\n")
        if summary.hardest:
            yield Run("\n" + say("terminal.hardest") + "\n", "dim")
            yield Run("".join(f"· {hard.text}\n" for hard in summary.hardest[:_HARDEST]))
    if not full:
        yield Run("\n" + "\n".join(next_lines(progress, today)), "dim")


def summary_lines(summary: Summary) -> list[str]:
    """The figures of the sitting; none when nothing was answered."""
    if not summary.done:
        return []
    minutes = max(round(summary.minutes), 1)
    return [
        say("terminal.summary", done=summary.done, minutes=minutes, new=summary.new),
        say("terminal.summary-right", right=summary.right, share=f"{summary.right / summary.done:.0%}"),
    ]


def next_lines(progress: Progress, today: Day) -> list[str]:
    """When the next card comes, and whether new ones are left for another day."""
    lines = [say("terminal.no-next")]
    if progress.next_due is not None:
        day, count = progress.next_due
        if day == today + 1:
            lines = [say("terminal.next-tomorrow", count=count)]
        else:
            lines = [say("terminal.next", day=date_of(day).isoformat(), count=count)]
    if progress.new_beyond:
        lines.append(say("terminal.new-beyond", count=progress.new_beyond))
    return lines
