"""A progress bar, when there is more than one article and a person is watching."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinju.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@contextmanager
def progress(articles: Sequence[str], *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with the name of each article as it is done."""
    if quiet or not sys.stderr.isatty() or not _many(articles):
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("progress"), total=None if len(articles) == 1 else len(articles))
        yield lambda name: bar.update(task, advance=1, description=name[:40])


def _many(articles: Sequence[str]) -> bool:
    from pathlib import Path

    return len(articles) > 1 or (articles[0] != "-" and Path(articles[0]).is_dir())
