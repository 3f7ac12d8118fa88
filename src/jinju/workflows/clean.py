"""`jinju clean`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.errors import UserError
from jinju.workflows.documents import Documents
from jinju.workflows.reading import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.model.article import Article


def clean(argument: str, *, split: bool = False, cache: Path | None = None) -> list[Article]:
    """The cleaned articles of one source, nearly always one. Raises UserError where it cannot be read."""
    source = Documents([argument], split=split)
    reader = Reader(cache)
    articles = [reader.clean(document) for document in source]
    if not articles:
        problem = source.problems[0]
        raise UserError(problem.code, **dict(problem.details))
    return articles
