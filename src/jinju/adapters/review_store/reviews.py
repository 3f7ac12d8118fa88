"""The log of reviews: added to, never changed; and the schedules that are folded from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from jinju.adapters.review_store.rows import REVIEW, SCHEDULE, SET_SCHEDULE, review_of, row_of, schedule_of
from jinju.model.review import CardKey, Moment, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinju.adapters.review_store.connection import Connection
    from jinju.model.review import Review

_FROM: Final = "FROM reviews JOIN cards ON cards.id = reviews.card JOIN items ON items.id = cards.item"
_STANDING: Final = "NOT EXISTS (SELECT 1 FROM retractions WHERE retractions.review = reviews.id)"
_INSERT: Final = (
    "INSERT OR IGNORE INTO reviews (card, at, offset, rating, taken, hints, mode, source, turn)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Fold(Protocol):
    """One step of the fold: the schedule after a review."""

    def __call__(self, schedule: Schedule, review: Review, /) -> Schedule:
        """The same arguments always give the same schedule."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A review as the log holds it.

    `source` is empty for jinju's own; `turn` its place among the card's reviews: its time, unless the clock
    had been set back; `retracted` when it was taken back, in milliseconds since 1970 UTC.
    """

    review: Review
    source: str = ""
    turn: int | None = None
    retracted: int | None = None


class Recorded(NamedTuple):
    """A review that is on the disk: its number, itself, and where the card stood before and stands now."""

    id: int
    review: Review
    before: Schedule
    after: Schedule


class Recent(NamedTuple):
    """A review of late; `first` if it was the card's first."""

    review: Review
    first: bool


class Added(NamedTuple):
    """What an import brought: reviews new to the log, those it held already, and the cards they belong to."""

    new: int
    known: int
    retracted: int
    cards: int


class Reviews:
    """The reviews of a store."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def record(self, review: Review, fold: Fold) -> Recorded:
        """Add a review and move its card on; both are on the disk when this returns.

        The fold goes on from where the card stands in the store, which another process may have moved.
        KeyError where the store does not know the card.
        """
        with self._db.writing():
            row = self._db.row(
                f"SELECT cards.id, {SCHEDULE} FROM cards JOIN items ON items.id = cards.item"  # noqa: S608
                " WHERE items.guid = ? AND cards.number = ?",
                review.card,
            )
            if row is None:
                raise KeyError(review.card)
            card, before = row[0], schedule_of(row[1:])
            review, turn = self._placed(card, review)
            after = fold(before, review)
            id_ = self._db.run(_INSERT, _values(card, Logged(review, turn=turn)))
            self._db.run(SET_SCHEDULE, (*row_of(after), card))
        return Recorded(id_, review, before, after)

    def retract(self, recorded: Recorded, fold: Fold, *, at: int) -> Schedule | None:
        """Take a review back: it stays in the log and counts no more. None where it had been taken back.

        The card stands as before, or is folded anew if something else moved it in the meantime.
        """
        with self._db.writing():
            found = self._db.row(
                f"SELECT cards.id, {SCHEDULE} FROM cards JOIN reviews ON reviews.card = cards.id"  # noqa: S608
                " WHERE reviews.id = ?",
                (recorded.id,),
            )
            if found is None or not self._db.changed(
                "INSERT OR IGNORE INTO retractions (review, at) VALUES (?, ?)", (recorded.id, at)
            ):
                return None  # taken back elsewhere, or another store was put in the place of this one
            card = found[0]
            if schedule_of(found[1:]) == recorded.after:
                self._db.run(SET_SCHEDULE, (*row_of(recorded.before), card))
                return recorded.before
            self._touch("cards.id = ?", card)
            self._refold(fold)
            row = self._db.one(f"SELECT {SCHEDULE} FROM cards WHERE id = ?", (card,))  # noqa: S608
            return schedule_of(row)

    def add(self, logged: Iterable[Logged], fold: Fold) -> Added:
        """Add reviews made elsewhere, all or none; doing it twice changes nothing.

        A review is known by its card and its time. Cards that no deck file holds yet wait in the archive.
        """
        seen = new = retracted = 0
        with self._db.writing():
            self._touch("0")
            ids: dict[CardKey, int] = {}
            for one in logged:
                seen += 1
                card = ids.get(one.review.card)
                if card is None:
                    card = ids[one.review.card] = self._card(one.review.card)
                added = self._db.changed(_INSERT, _values(card, one))
                new += added
                gone = self._retract_known(card, one) if one.retracted is not None else 0
                retracted += gone
                if added or gone:
                    self._db.run("INSERT OR IGNORE INTO touched VALUES (?, ?, ?)", (card, *one.review.card))
            cards = self._refold(fold)
        return Added(new, seen - new, retracted, cards)

    def rebuild(self, fold: Fold) -> int:
        """Fold the schedules of all reviewed cards anew; how many."""
        with self._db.writing():
            self._touch("EXISTS (SELECT 1 FROM reviews WHERE reviews.card = cards.id)")
            return self._refold(fold)

    def all(self, card: CardKey | None = None) -> Iterator[Review]:
        """The reviews that count, of one card or of all, in the order of the fold; a stream."""
        which = "" if card is None else " AND items.guid = ? AND cards.number = ?"
        order = "reviews.at" if card is None else "reviews.turn"
        rows = self._db.stream(
            f"SELECT {REVIEW} {_FROM} WHERE {_STANDING}{which} ORDER BY {order}, reviews.id",
            card or (),
        )
        return (review_of(row) for row in rows)

    def log(self) -> Iterator[Logged]:
        """Everything that was ever logged, oldest first; a stream."""
        rows = self._db.stream(
            f"SELECT {REVIEW}, reviews.source, reviews.turn, retractions.at {_FROM}"
            " LEFT JOIN retractions ON retractions.review = reviews.id ORDER BY reviews.at, reviews.id"
        )
        return (Logged(review_of(row), row[8], row[9], row[10]) for row in rows)

    def since(self, at: int) -> list[Recent]:
        """The reviews that count from a moment on (milliseconds since 1970 UTC), in the order they came."""
        rows = self._db.rows(
            f"SELECT {REVIEW}, NOT EXISTS (SELECT 1 FROM reviews AS earlier WHERE earlier.card = reviews.card"  # noqa: S608
            " AND earlier.turn < reviews.turn AND NOT EXISTS (SELECT 1 FROM retractions"
            f" WHERE retractions.review = earlier.id)) {_FROM}"
            f" WHERE reviews.at >= ? AND {_STANDING} ORDER BY reviews.id",
            (at,),
        )
        return [Recent(review_of(row), bool(row[8])) for row in rows]

    def pace(self, most: int = 200) -> list[int]:
        """How long the last answers took, in milliseconds, latest first; those without a time left out."""
        rows = self._db.rows("SELECT taken FROM reviews WHERE taken > 0 ORDER BY id DESC LIMIT ?", (most,))
        return [taken for (taken,) in rows]

    def count(self) -> int:
        """How many reviews count."""
        logged, taken_back = self._db.one(
            "SELECT (SELECT count(*) FROM reviews), (SELECT count(*) FROM retractions)"
        )
        return int(logged - taken_back)

    def _placed(self, card: int, review: Review) -> tuple[Review, int]:
        """The review at a time of its own, and its turn: after all others of its card."""
        at = review.when.at
        while self._db.row("SELECT 1 FROM reviews WHERE card = ? AND at = ?", (card, at)):
            at += 1
        last = self._db.one("SELECT max(turn) FROM reviews WHERE card = ?", (card,))[0]
        turn = at if last is None else max(at, last + 1)
        return replace(review, when=Moment(at, review.when.offset)), turn

    def _card(self, key: CardKey) -> int:
        """The number of a card, which is made and archived where it is not known."""
        question = (
            "SELECT cards.id FROM cards JOIN items ON items.id = cards.item"
            " WHERE items.guid = ? AND cards.number = ?"
        )
        row = self._db.row(question, key)
        if row is None:
            self._db.run("INSERT OR IGNORE INTO items (guid) VALUES (?)", (key.item,))
            self._db.run(
                "INSERT INTO cards (item, number, archived) SELECT id, ?, 1 FROM items WHERE guid = ?",
                (key.number, key.item),
            )
            row = self._db.one(question, key)
        return int(row[0])

    def _retract_known(self, card: int, one: Logged) -> int:
        return self._db.changed(
            "INSERT OR IGNORE INTO retractions (review, at)"
            " SELECT id, ? FROM reviews WHERE card = ? AND at = ?",
            (one.retracted, card, one.review.when.at),
        )

    def _touch(self, which: str, *values: int) -> None:
        """Note the cards that are to be folded anew."""
        self._db.run(
            "CREATE TEMP TABLE IF NOT EXISTS touched (card INTEGER PRIMARY KEY, guid TEXT, number INTEGER)"
        )
        self._db.run("DELETE FROM touched")
        self._db.run(
            "INSERT INTO touched SELECT cards.id, items.guid, cards.number"  # noqa: S608
            f" FROM cards JOIN items ON items.id = cards.item WHERE {which}",
            values,
        )

    def _refold(self, fold: Fold) -> int:
        """Fold the noted cards anew; how many."""
        rows = self._db.stream(
            "SELECT touched.card, guid, number, reviews.at, offset, rating, taken, hints, mode FROM touched"  # noqa: S608
            f" LEFT JOIN reviews ON reviews.card = touched.card AND {_STANDING}"
            " ORDER BY touched.card, reviews.turn, reviews.id"
        )
        return self._db.many(SET_SCHEDULE, _folded(rows, fold))


def _folded(rows: Iterator[tuple[Any, ...]], fold: Fold) -> Iterator[tuple[Any, ...]]:
    """The values of SET_SCHEDULE for each card of `rows`, which are sorted by card."""
    card: int | None = None
    schedule = Schedule()
    for row in rows:
        if row[0] != card:
            if card is not None:
                yield (*row_of(schedule), card)
            card, schedule = row[0], Schedule()
        if row[3] is not None:
            schedule = fold(schedule, review_of(row[1:]))
    if card is not None:
        yield (*row_of(schedule), card)


def _values(card: int, one: Logged) -> tuple[Any, ...]:
    review = one.review
    turn = review.when.at if one.turn is None else one.turn
    return (
        card,
        review.when.at,
        review.when.offset,
        int(review.rating),
        review.taken,
        review.hints,
        review.mode,
        one.source,
        turn,
    )
