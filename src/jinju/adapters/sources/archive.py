"""Archives that hold an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Raw


def kind_of_archive(raw: Raw) -> str:
    """No archive is read yet."""
    raise UserError("source-archive", path=raw.name)
