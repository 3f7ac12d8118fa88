"""What `jinju stats` prints: a few lines, then the charts; the same figures as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from jinju.cli.drawn import drawn, one_line
from jinju.messages import say
from jinju.study.statistics import DIFFICULTIES, STABILITIES
from jinju.workflows.stats_charts import charts, date_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinju.study.statistics import Maturity
    from jinju.workflows.stats import Stats


def show_stats(stats: Stats, *, as_json: bool, page: Path | None = None) -> None:
    """Charts for people, figures for programs; what is wrong with a file goes to standard error."""
    for problem in stats.problems:
        typer.echo(say(problem.code, **dict(problem.details)), err=True)
    if as_json:
        typer.echo(json.dumps(_json(stats), ensure_ascii=False, indent=2))
        return
    if page is not None:
        typer.echo(say("stats.page", path=page))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in summary(stats):
        console.print(Text(line))
    for chart in charts(stats):
        console.print()
        console.print(Text(chart.title, style="bold"))
        if chart.note:
            console.print(Text(chart.note, style="dim"))
        for part in drawn(chart, console.width):
            console.print(Text(part, no_wrap=True) if isinstance(part, str) else part)


def summary(stats: Stats) -> tuple[str, ...]:
    """The figures above the charts."""
    cards = [(say(f"stats.{name}"), getattr(stats.cards, name)) for name in _STAGES]
    if stats.suspended:
        cards.append((say("stats.suspended"), stats.suspended))
    lines = [say("stats.cards-line", counts=one_line(cards))]
    if stats.reviews:
        minutes = round(sum(work.taken for work in stats.days.values()) / 60_000)
        lines.append(say("stats.reviews-line", reviews=stats.reviews, days=len(stats.days), minutes=minutes))
    else:
        lines.append(say("stats.nothing-yet"))
    if stats.known is not None:
        lines.append(say("stats.known-line", share=f"{stats.known:.0%}"))
    return tuple(lines)


_STAGES = ("new", "learning", "young", "mature")


def _json(stats: Stats) -> dict[str, Any]:
    ahead = stats.forecast
    return {
        "today": date_of(stats.today).isoformat(),
        "cards": {**asdict(stats.cards), "suspended": stats.suspended},
        "reviews": stats.reviews,
        "known_now": stats.known,
        "pace_ms": stats.pace,
        "days": [
            {"day": date_of(day).isoformat(), "answers": w.answers, "right": w.right, "taken_ms": w.taken}
            for day, w in stats.days.items()
        ],
        "weeks": [
            {"monday": date_of(day).isoformat(), "reviews": r.reviews, "known": r.known, "retention": r.share}
            for day, r in stats.weeks.items()
        ],
        "forecast": [
            {"day": date_of(ahead.first + i).isoformat(), "reviews": round(r, 1), "new": round(n, 1)}
            for i, (r, n) in enumerate(zip(ahead.reviews, ahead.new, strict=True))
        ],
        "stability": {"edges_days": STABILITIES, "cards": stats.stability},
        "difficulty": {"edges": DIFFICULTIES, "cards": stats.difficulty},
        "articles": _groups(stats.articles),
        "themes": _groups(stats.themes),
        "weakest": [w._asdict() for w in stats.weak],
    }


def _groups(groups: Mapping[str, Maturity]) -> list[dict[str, Any]]:
    return [{"name": name, **asdict(counts)} for name, counts in groups.items()]
