"""`jinju pick`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.workflows.documents import documents
from jinju.workflows.reading import Picked, Reader

if TYPE_CHECKING:
    from pathlib import Path


def pick(argument: str, *, cache: Path | None = None) -> Picked:
    """The picks of one article, writing nothing. Raises UserError where it cannot be read."""
    document = next(iter(documents([argument]).good()))
    return Reader(cache).picked(document)
