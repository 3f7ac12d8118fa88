"""One connection to the store: plain questions, and transactions that end whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinju.adapters.review_store.faults import explained

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    Values = Sequence[Any] | Mapping[str, Any]

_BATCH = 1000


class Connection:
    """What the parts of a store share. Every fault of disk or file comes out as a UserError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.raw = connection

    def close(self) -> None:
        """Let go of the file."""
        with explained(self.path):
            self.raw.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction, committed to disk when the block ends well and undone when it does not."""
        with explained(self.path):
            if self.raw.in_transaction:
                yield
                return
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def run(self, statement: str, values: Values = ()) -> int:
        """Run one statement of a transaction; the row number of what it inserted."""
        with explained(self.path):
            return self.raw.execute(statement, values).lastrowid or 0

    def changed(self, statement: str, values: Values = ()) -> int:
        """Run one statement of a transaction; the number of rows that it changed."""
        with explained(self.path):
            return self.raw.execute(statement, values).rowcount

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run a statement for each row; the number of rows that were changed in all."""
        with explained(self.path):
            return self.raw.executemany(statement, rows).rowcount

    def write(self, statement: str, values: Values = ()) -> int:
        """Run one statement as a transaction of its own; the number of rows that it changed."""
        with self.writing():
            return self.changed(statement, values)

    def row(self, question: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row of an answer, None where there is none."""
        with explained(self.path):
            found: tuple[Any, ...] | None = self.raw.execute(question, values).fetchone()
            return found

    def one(self, question: str, values: Values = ()) -> tuple[Any, ...]:
        """The first row of an answer that has one."""
        found = self.row(question, values)
        if found is None:
            raise LookupError(question)
        return found

    def rows(self, question: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer."""
        with explained(self.path):
            return self.raw.execute(question, values).fetchall()

    def stream(self, question: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer, a thousand at a time; do not write before the last."""
        with explained(self.path):
            answer = self.raw.execute(question, values)
            while batch := answer.fetchmany(_BATCH):
                yield from batch
