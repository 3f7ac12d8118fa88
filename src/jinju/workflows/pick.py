"""`jinju pick`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.errors import UserError
from jinju.workflows.documents import Documents
from jinju.workflows.reading import Picked, Reader

if TYPE_CHECKING:
    from pathlib import Path


def pick(argument: str, *, cache: Path | None = None) -> Picked:
    """The picks of one article, writing nothing. Raises UserError where it cannot be read."""
    source = Documents([argument])
    for document in source:
        return Reader(cache).picked(document)
    problem = source.problems[0]
    raise UserError(problem.code, **dict(problem.details))
