"""A collection out of somebody's package, opened so that it can be read and can do nothing."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST: Final = 16 << 20
"""Bytes that one value may have."""

_STEPS: Final = 2_000_000_000
"""Steps of SQLite's machine after which a package is taken for a trap: some hundred times what one of
200,000 notes needs."""

_STEPS_A_LOOK: Final = 10_000_000


def opened(collection: Path, *, with_log: bool = False) -> sqlite3.Connection:
    """The collection, for reading only; nothing in it may run.

    `with_log` also reads the `-wal` file beside it, as an Anki that was not closed leaves one; SQLite then
    writes to both, so let them be copies.
    """
    mode = "mode=rw" if with_log else "mode=ro&immutable=1"
    db = sqlite3.connect(f"{collection.as_uri()}?{mode}", uri=True)
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    db.create_collation("unicase", lambda a, b: (a.casefold() > b.casefold()) - (a.casefold() < b.casefold()))
    db.execute("pragma trusted_schema = off")
    db.execute("pragma query_only = on")
    left = [_STEPS // _STEPS_A_LOOK]

    def look() -> bool:
        left[0] -= 1
        return left[0] < 0

    db.set_progress_handler(look, _STEPS_A_LOOK)
    return db
