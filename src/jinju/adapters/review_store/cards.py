"""Where the cards stand: what today can need, read through indexes, and what the learner did to a card."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinju.adapters.review_store.contents import unpack_article, unpack_item
from jinju.adapters.review_store.rows import CARD, SCHEDULE, SET_SCHEDULE, card_of, row_of, schedule_of
from jinju.model.review import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinju.adapters.review_store.connection import Connection
    from jinju.adapters.review_store.rows import StoredCard
    from jinju.model.deck import ArticleEntry
    from jinju.model.item import Item, ItemId
    from jinju.model.review import CardKey, Schedule
    from jinju.model.study_settings import Order

_JOINED: Final = "JOIN items ON items.id = cards.item LEFT JOIN articles ON articles.id = items.article"
_PLACE: Final = (
    "(SELECT min(position) FROM places WHERE places.item = cards.item"
    " AND places.deck IN (SELECT value FROM json_each(:decks)))"
)
_ALIVE: Final = (
    "cards.archived = 0 AND cards.suspended = 0 AND (cards.buried IS NULL OR cards.buried <> :today)"
)
_ORDERS: Final[dict[Order, str]] = {
    "due": "cards.due_day, cards.id",
    # FSRS: retrievability falls as days gone by / stability grows, whatever the parameters
    "retrievability": "(:now - cards.last_at) / max(cards.stability, 0.001) DESC, cards.id",
}


class Counts(NamedTuple):
    """How many cards there are to learn, in a learning step, and due for review."""

    new: int
    learning: int
    review: int


class Cards:
    """The cards of a store. `decks` are the numbers that `Decks` gives."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, key: CardKey) -> StoredCard | None:
        """One card; None where the store does not know it."""
        row = self._db.row(
            f"SELECT {CARD} FROM cards {_JOINED} WHERE items.guid = ? AND cards.number = ?",  # noqa: S608
            key,
        )
        return None if row is None else card_of(row)

    def learning(self, decks: Sequence[int], today: Day) -> list[StoredCard]:
        """All cards within their learning steps, those due first before the others."""
        return self._picked("cards.due_at IS NOT NULL", "cards.due_at, cards.id", decks, today)

    def due(
        self,
        decks: Sequence[int],
        today: Day,
        *,
        now: int,
        most: int,
        order: Order = "due",
        from_day: Day | None = None,
    ) -> list[StoredCard]:
        """At most `most` cards due by `today`, in the order asked for; learning steps of today left out.

        With `from_day` also those due on that day or later, as an exam then may call for them today.
        """
        which = "cards.due_day <= :today AND cards.due_at IS NULL"
        found = self._picked(which, _ORDERS[order], decks, today, now=now, most=most)
        if from_day is not None and from_day > today:
            which = "cards.due_day >= :from_day AND cards.due_at IS NULL"
            found += self._picked(which, _ORDERS["due"], decks, today, from_day=from_day)
        return found

    def new(self, decks: Sequence[int], today: Day, *, most: int) -> list[StoredCard]:
        """At most `most` cards never seen, in the order of the deck files, several files in turn."""
        return self._picked(
            "cards.phase = 'new'", "position, cards.item, cards.number", decks, today, most=most
        )

    def counts(self, decks: Sequence[int], today: Day) -> Counts:
        """What there is for today before any limit."""
        questions = (
            "cards.phase = 'new'",
            "cards.due_at IS NOT NULL",
            "cards.due_day <= :today AND cards.due_at IS NULL",
        )
        values = {"decks": json.dumps(list(decks)), "today": today}
        return Counts(
            *(
                self._db.one(
                    f"SELECT count(*) FROM cards WHERE {which} AND {_ALIVE} AND {_PLACE} IS NOT NULL",  # noqa: S608
                    values,
                )[0]
                for which in questions
            )
        )

    def next_due(self, decks: Sequence[int], today: Day) -> tuple[Day, int] | None:
        """The next day after `today` on which cards come up, and how many."""
        row = self._db.row(
            "SELECT cards.due_day, count(*) FROM cards WHERE cards.due_day > :today"  # noqa: S608
            f" AND cards.archived = 0 AND cards.suspended = 0 AND {_PLACE} IS NOT NULL"
            " GROUP BY cards.due_day ORDER BY cards.due_day LIMIT 1",
            {"decks": json.dumps(list(decks)), "today": today},
        )
        return None if row is None else (Day(row[0]), row[1])

    def all(self, decks: Sequence[int] | None = None, *, archived: bool = False) -> Iterator[StoredCard]:
        """Every card, of these decks only if they are given, as a stream: for plans and statistics."""
        known = list(decks) if decks is not None else [i for (i,) in self._db.rows("SELECT id FROM decks")]
        which = "1" if archived and decks is None else "position IS NOT NULL"
        alive = "1" if archived else "cards.archived = 0"
        rows = self._db.stream(
            f"SELECT {CARD}, {_PLACE} AS position FROM cards {_JOINED}"  # noqa: S608
            f" WHERE {alive} AND {which} ORDER BY cards.id",
            {"decks": json.dumps(known)},
        )
        return (card_of(row, row[19] or 0) for row in rows)

    def schedules(self, decks: Sequence[int]) -> Iterator[Schedule]:
        """Where every card stands that was seen before and is not suspended; a stream, for plans."""
        rows = self._db.stream(
            f"SELECT {SCHEDULE} FROM cards WHERE phase <> 'new' AND archived = 0 AND suspended = 0"  # noqa: S608
            f" AND {_PLACE} IS NOT NULL ORDER BY cards.id",
            {"decks": json.dumps(list(decks))},
        )
        return (schedule_of(row) for row in rows)

    def item(self, guid: ItemId) -> Item | None:
        """The item as its deck file held it when it was last read."""
        row = self._db.row(
            "SELECT coalesce(articles.key, ''), items.theme, items.content FROM items"
            " LEFT JOIN articles ON articles.id = items.article WHERE items.guid = ?",
            (guid,),
        )
        return None if row is None or row[2] is None else unpack_item(guid, *row)

    def article(self, guid: ItemId) -> ArticleEntry | None:
        """The article of an item."""
        row = self._db.row(
            "SELECT articles.key, articles.title, articles.content FROM items"
            " JOIN articles ON articles.id = items.article WHERE items.guid = ?",
            (guid,),
        )
        return None if row is None else unpack_article(*row)

    def title(self, guid: ItemId) -> str:
        """The title of an item's article, without the rest of it."""
        row = self._db.row(
            "SELECT articles.title FROM items JOIN articles ON articles.id = items.article"
            " WHERE items.guid = ?",
            (guid,),
        )
        return row[0] if row else ""

    def decks_of(self, guid: ItemId) -> list[int]:
        """The deck files that hold an item."""
        rows = self._db.rows(
            "SELECT places.deck FROM places JOIN items ON items.id = places.item WHERE items.guid = ?"
            " ORDER BY places.deck",
            (guid,),
        )
        return [deck for (deck,) in rows]

    def suspend(self, key: CardKey, *, on: bool = True) -> bool:
        """Take a card out of study, or back in; False where the store does not know it."""
        return self._mark(key, "suspended", int(on))

    def flag(self, key: CardKey, *, on: bool = True) -> bool:
        """Mark a card for later; False where the store does not know it."""
        return self._mark(key, "flagged", int(on))

    def bury(self, key: CardKey, day: Day | None) -> bool:
        """Put a card off for one day, or (None) take it back; False where the store does not know it."""
        return self._mark(key, "buried", day)

    def set_schedules(self, schedules: Mapping[CardKey, Schedule]) -> int:
        """Put schedules that were made elsewhere in place of the folded ones; how many cards were known."""
        with self._db.writing():
            ids = ((self._id(key), schedule) for key, schedule in schedules.items())
            return sum(
                self._db.changed(SET_SCHEDULE, (*row_of(schedule), card))
                for card, schedule in ids
                if card is not None
            )

    def _mark(self, key: CardKey, column: str, value: int | None) -> bool:
        with self._db.writing():
            card = self._id(key)
            if card is None:
                return False
            self._db.run(f"UPDATE cards SET {column} = ? WHERE id = ?", (value, card))  # noqa: S608
        return True

    def _id(self, key: CardKey) -> int | None:
        row = self._db.row(
            "SELECT cards.id FROM cards JOIN items ON items.id = cards.item"
            " WHERE items.guid = ? AND cards.number = ?",
            key,
        )
        return None if row is None else row[0]

    def _picked(
        self, which: str, order: str, decks: Sequence[int], today: Day, *, most: int = -1, **values: int
    ) -> list[StoredCard]:
        """The cards that meet `which`, joined with their items only once they are chosen."""
        rows: Iterable[Sequence[Any]] = self._db.rows(
            f"WITH picked AS MATERIALIZED (SELECT cards.id AS id, {_PLACE} AS position FROM cards"  # noqa: S608
            f" WHERE {which} AND {_ALIVE} AND position IS NOT NULL ORDER BY {order} LIMIT :most)"
            f" SELECT {CARD}, position FROM picked JOIN cards ON cards.id = picked.id {_JOINED}"
            f" ORDER BY {order}",
            {"decks": json.dumps(list(decks)), "today": today, "most": most, "now": 0, **values},
        )
        return [card_of(row, row[19]) for row in rows]
