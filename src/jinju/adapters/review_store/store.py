"""One open store: its deck files, its cards, its reviews."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from jinju.adapters.review_store.cards import Cards
from jinju.adapters.review_store.connection import Connection
from jinju.adapters.review_store.decks import Decks
from jinju.adapters.review_store.opening import connect
from jinju.adapters.review_store.reviews import Reviews
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinju.model.errors import Problem


class Weights(NamedTuple):
    """FSRS parameters fitted to the learner's own reviews, and what is known of how they came about."""

    parameters: tuple[float, ...]
    at: int
    provenance: Mapping[str, Any]


class Store:
    """An open store, to be closed or used as a context; `problems` says what was put aside to open it."""

    def __init__(self, connection: Connection, problems: tuple[Problem, ...] = ()) -> None:
        self._connection = connection
        self.path = connection.path
        self.problems = problems
        self.decks = Decks(connection)
        self.cards = Cards(connection)
        self.reviews = Reviews(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; everything is on the disk already."""
        with suppress(UserError):
            self._connection.close()

    def version(self) -> int:
        """A number that changes whenever another process has written."""
        return int(self._connection.one("PRAGMA data_version")[0])

    def weights(self) -> Weights | None:
        """The parameters that were fitted last; None where none ever were."""
        row = self._connection.row("SELECT parameters, at, provenance FROM weights ORDER BY id DESC LIMIT 1")
        return None if row is None else Weights(tuple(json.loads(row[0])), row[1], json.loads(row[2]))

    def keep_weights(self, parameters: Sequence[float], provenance: Mapping[str, Any], *, at: int) -> None:
        """Keep fitted parameters; the schedules follow only when `reviews.rebuild` is called with them."""
        self._connection.write(
            "INSERT INTO weights (at, parameters, provenance) VALUES (?, ?, ?)",
            (at, json.dumps(list(parameters)), json.dumps(dict(provenance), ensure_ascii=False)),
        )

    @property
    def connection(self) -> Connection:
        """For the copies of a store (`copies.py`)."""
        return self._connection


def open_store(path: Path | None = None) -> Store:
    """Open the store at `path`, by default `reviews.db` in the user's data directory; made where missing.

    A damaged file is renamed, a new store opened and the fact told in `Store.problems`. Raises UserError
    where the file belongs to another program or a newer jinju, or the disk cannot be written.
    """
    target, connection, problems = connect(path)
    return Store(Connection(target, connection), problems)
