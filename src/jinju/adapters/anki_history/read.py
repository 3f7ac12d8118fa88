"""The review log of a collection, for the notes that are jinju's.

A note is an item by its GUID, a card one of the item's cloze numbers by its `ord` + 1.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinju.adapters import note_type
from jinju.adapters.anki_history.copy import collection_copy
from jinju.adapters.anki_history.rows import Row, answers, review_of
from jinju.adapters.field_text import notation, visible
from jinju.adapters.package_file.read import note_kinds, tables
from jinju.messages import say
from jinju.model.anki_history import AnkiHistory
from jinju.model.cloze import MAX_NUMBER, ClozeError, parse
from jinju.model.errors import UserError
from jinju.model.guid import item_id_of
from jinju.model.note import FIELDS
from jinju.model.review import CardKey

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping
    from pathlib import Path

    from jinju.model.anki_history import LeftOut
    from jinju.model.item import ItemId
    from jinju.model.review import Review

MOST_REVIEWS: Final = 5_000_000
"""Rows of the log that are kept at once: those of jinju's own notes."""

_HOURS: Final = range(24)


def read_history(
    path: Path,
    items: Container[ItemId],
    offset: Callable[[int], int],
    *,
    archived: Container[ItemId] = (),
) -> AnkiHistory:
    """The answers that the collection at `path` has logged to cards of items or of jinju's note type.

    `items` are those that deck files known here have, `archived` those that one had; `offset` gives for an
    instant (milliseconds since 1970 UTC) the learner's clock then, in seconds east of UTC: Anki logs instants
    only. Raises UserError as `collection_copy` does.
    """
    with collection_copy(path) as db:
        try:
            if not tables(db) >= {"col", "notes", "cards", "revlog"}:
                raise UserError("package-broken", path=path, reason=say("package-reason-collection"))
            return _history(db, path, _Known(items, archived), offset)
        except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UserError("package-broken", path=path, reason=say("package-reason-collection")) from error


def _history(db: sqlite3.Connection, path: Path, known: _Known, offset: Callable[[int], int]) -> AnkiHistory:
    ours = _ours(db, known)
    logged, foreign = _logged(db, ours.cards, path)
    reviews: list[Review] = []
    left: Counter[LeftOut] = Counter()
    for key, found in logged.items():
        counting, rest = answers(sorted(found))
        left.update(rest)
        reviews += (review_of(key, row, offset) for row in counting)
    reviews.sort(key=lambda r: (r.when.at, r.card))
    answered = {r.card for r in reviews}
    seen = {key.item for key in answered}
    return AnkiHistory(
        reviews=tuple(reviews),
        strange={item: text for item, text in sorted(ours.strange.items()) if item in seen},
        foreign=foreign,
        left_out=dict(sorted(left.items())),
        bare=tuple(sorted(ours.scheduled - answered)),
        rollover=_rollover(db),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """The items that deck files have, and those that they had."""

    items: Container[ItemId]
    archived: Container[ItemId]


@dataclass(frozen=True, slots=True)
class _Ours:
    """Cards by Anki's number; those that are no longer new to Anki; texts of the notes nobody knows here."""

    cards: Mapping[int, CardKey]
    scheduled: frozenset[CardKey]
    strange: Mapping[ItemId, str]


def _ours(db: sqlite3.Connection, known: _Known) -> _Ours:
    kinds = {n for n, kind in note_kinds(db).items() if n == note_type.ID or set(kind.fields) >= set(FIELDS)}
    notes: dict[int, ItemId] = {}
    strange: dict[ItemId, str] = {}
    for number, guid, kind, fields in db.execute("select id, guid, mid, flds from notes"):
        item = item_id_of(str(guid))
        if item in known.items:
            notes[number] = item
        elif kind in kinds or item in known.archived:
            notes[number] = item
            strange[item] = _text(str(fields).split("\x1f")[0])
    cards: dict[int, CardKey] = {}
    scheduled = set()
    for number, note, ordinal, kind in db.execute("select id, nid, ord, type from cards"):
        if note in notes and 0 <= int(ordinal) < MAX_NUMBER:
            key = cards[number] = CardKey(notes[note], int(ordinal) + 1)
            if kind:
                scheduled.add(key)
    return _Ours(cards, frozenset(scheduled), strange)


def _text(field: str) -> str:
    try:
        return parse(notation(field)).plain
    except ClozeError:
        return visible(field)


def _logged(
    db: sqlite3.Connection, cards: Mapping[int, CardKey], path: Path
) -> tuple[dict[CardKey, list[Row]], int]:
    """The rows of `cards`, and how many answers the log has to others."""
    found: dict[CardKey, list[Row]] = {}
    count = foreign = 0
    rows: Iterable[tuple[int, ...]] = db.execute("select id, cid, ease, factor, time, type from revlog")
    for at, card, ease, factor, taken, kind in rows:
        if card not in cards:
            foreign += bool(ease)
            continue
        count += 1
        if count > MOST_REVIEWS:
            raise UserError("history-too-many", path=path, limit=MOST_REVIEWS)
        found.setdefault(cards[card], []).append(Row(int(at), int(ease), int(factor), int(taken), int(kind)))
    return found, foreign


def _rollover(db: sqlite3.Connection) -> int | None:
    """The hour at which Anki's day begins; a package of some decks does not say it."""
    if "config" in tables(db):
        found = db.execute("select cast(val as text) from config where key = 'rollover'").fetchone()
        hour = json.loads(found[0]) if found else None
    else:
        hour = json.loads(db.execute("select conf from col").fetchone()[0] or "{}").get("rollover")
    return hour if type(hour) is int and hour in _HOURS else None
