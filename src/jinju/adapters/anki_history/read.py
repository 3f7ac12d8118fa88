"""The review log of a collection, for the notes that are jinju's.

A note is an item by its GUID, a card one of the item's cloze numbers by its `ord` + 1.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Final

from jinju.adapters import note_type
from jinju.adapters.anki_history.copy import collection_copy
from jinju.adapters.anki_history.rows import Row, answers
from jinju.adapters.package_file.read import note_kinds, tables
from jinju.messages import say
from jinju.model.anki_history import AnkiHistory
from jinju.model.cloze import MAX_NUMBER
from jinju.model.errors import UserError
from jinju.model.guid import item_id_of
from jinju.model.note import FIELDS
from jinju.model.review import CardKey, Moment, Rating, Review

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from pathlib import Path

    from jinju.model.anki_history import LeftOut
    from jinju.model.item import ItemId

MOST_REVIEWS: Final = 5_000_000
"""Rows of the log that are kept at once: those of jinju's own notes."""

_LONGEST: Final = 86_400_000
"""Milliseconds of thinking that are believed."""

_HOURS: Final = range(24)


def read_history(
    path: Path, known: Container[CardKey], items: Container[ItemId], offset: Callable[[int], int]
) -> AnkiHistory:
    """The answers to the cards in `known` that the collection at `path` has logged.

    `items` are the items that deck files have; `offset` gives for an instant (milliseconds since 1970 UTC)
    the learner's clock then, in seconds east of UTC: Anki logs instants only. Raises UserError as
    `collection_copy` does.
    """
    with collection_copy(path) as db:
        try:
            if not tables(db) >= {"col", "notes", "cards", "revlog"}:
                raise UserError("package-broken", path=path, reason=say("package-reason-collection"))
            return _history(db, path, known, items, offset)
        except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UserError("package-broken", path=path, reason=say("package-reason-collection")) from error


def _history(
    db: sqlite3.Connection,
    path: Path,
    known: Container[CardKey],
    items: Container[ItemId],
    offset: Callable[[int], int],
) -> AnkiHistory:
    cards, scheduled = _cards(db, items)
    logged, foreign = _logged(db, cards, path)
    rows: dict[CardKey, list[Row]] = {}
    for card, found in logged.items():
        rows.setdefault(cards[card], []).extend(found)
    reviews: list[Review] = []
    unknown: dict[CardKey, int] = {}
    left: Counter[LeftOut] = Counter()
    for key, found in rows.items():
        counting, rest = answers(sorted(found))
        if key not in known:
            if counting:
                unknown[key] = len(counting)
            continue
        left.update(rest)
        reviews += (_review(key, row, offset) for row in counting)
    reviews.sort(key=lambda r: (r.when.at, r.card))
    answered = {r.card for r in reviews}
    return AnkiHistory(
        reviews=tuple(reviews),
        unknown=dict(sorted(unknown.items())),
        foreign=foreign,
        left_out=dict(sorted(left.items())),
        bare=tuple(sorted(k for k in {cards[c] for c in scheduled} if k in known and k not in answered)),
        rollover=_rollover(db),
    )


def _cards(db: sqlite3.Connection, items: Container[ItemId]) -> tuple[dict[int, CardKey], list[int]]:
    """The cards of items or of our note type by Anki's number, and those that Anki calls no longer new."""
    ours = {n for n, kind in note_kinds(db).items() if n == note_type.ID or set(kind.fields) >= set(FIELDS)}
    notes: dict[int, ItemId] = {}
    for number, guid, kind in db.execute("select id, guid, mid from notes"):
        item = item_id_of(str(guid))
        if item in items or kind in ours:
            notes[number] = item
    cards: dict[int, CardKey] = {}
    scheduled = []
    for number, note, ordinal, kind in db.execute("select id, nid, ord, type from cards"):
        if note in notes and 0 <= int(ordinal) < MAX_NUMBER:
            cards[number] = CardKey(notes[note], int(ordinal) + 1)
            if kind:
                scheduled.append(number)
    return cards, scheduled


def _logged(
    db: sqlite3.Connection, cards: dict[int, CardKey], path: Path
) -> tuple[dict[int, list[Row]], int]:
    """The rows of `cards`, and how many answers the log has of others."""
    found: dict[int, list[Row]] = {}
    count = foreign = 0
    rows: Iterable[tuple[int, ...]] = db.execute("select id, cid, ease, factor, time, type from revlog")
    for at, card, ease, factor, taken, kind in rows:
        if card not in cards:
            foreign += bool(ease)
            continue
        count += 1
        if count > MOST_REVIEWS:
            raise UserError("history-too-many", path=path, limit=MOST_REVIEWS)
        found.setdefault(card, []).append(Row(int(at), int(ease), int(factor), int(taken), int(kind)))
    return found, foreign


def _review(key: CardKey, row: Row, offset: Callable[[int], int]) -> Review:
    taken = min(max(0, row.taken), _LONGEST)
    return Review(key, Moment(row.at, offset(row.at)), Rating(row.ease), taken=taken, mode="anki")


def _rollover(db: sqlite3.Connection) -> int | None:
    """The hour at which Anki's day begins; a package of some decks does not say it."""
    if "config" in tables(db):
        found = db.execute("select cast(val as text) from config where key = 'rollover'").fetchone()
        hour = json.loads(found[0]) if found else None
    else:
        hour = json.loads(db.execute("select conf from col").fetchone()[0] or "{}").get("rollover")
    return hour if type(hour) is int and hour in _HOURS else None
