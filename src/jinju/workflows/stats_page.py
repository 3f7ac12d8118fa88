"""`jinju stats --html`: the charts as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.charts import page
from jinju.adapters.files import write_whole
from jinju.messages import say
from jinju.workflows.stats_charts import charts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinju.workflows.stats import Stats


def write_page(path: Path, stats: Stats, summary: Sequence[str], language: str) -> None:
    """Write the charts as a self-contained page, whole or not at all. Raises UserError."""
    write_whole(path, page(say("stats.title"), summary, charts(stats), language).encode())
