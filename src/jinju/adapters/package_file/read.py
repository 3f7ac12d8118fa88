"""The notes of an Anki package, whichever of its formats: collection.anki2, anki21 or anki21b."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinju.adapters.package_file.container import take_out
from jinju.adapters.package_file.opened import opened
from jinju.adapters.package_file.wire import first_number
from jinju.messages import say
from jinju.model.cloze import MAX_NUMBER
from jinju.model.errors import UserError
from jinju.model.package import PackedNote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_NOTES: Final = 200_000
_YEAR_5000: Final = 95_617_584_000
_CLOZE: Final = 1
_NEW: Final = frozenset({"notetypes", "fields", "decks"})
"""Tables that only the newer layout has."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_READ = "select n.id, n.guid, n.mid, n.mod, n.tags, n.flds from notes n order by n.id"
_CARDS = "select nid, ord, case when odid > 0 then odid else did end from cards order by nid, ord"


@dataclass(frozen=True, slots=True)
class Kind:
    """A note type: its name, whether it is for clozes, and its fields in order."""

    name: str
    cloze: bool
    fields: tuple[str, ...]


def read_package(path: Path) -> list[PackedNote]:
    """All notes, oldest first. Raises UserError for what is no package, damaged, hostile or too big."""
    with tempfile.TemporaryDirectory(prefix="jinju-import-") as folder:
        collection = Path(folder) / "collection"
        take_out(path, collection)
        try:
            with closing(opened(collection)) as db:
                return list(_notes(db, path))
        except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UserError("package-broken", path=path, reason=say("package-reason-collection")) from error


def _notes(db: sqlite3.Connection, path: Path) -> Iterator[PackedNote]:
    made = tables(db)
    if not made >= {"col", "notes", "cards"}:
        raise UserError("package-broken", path=path, reason=say("package-reason-collection"))
    if db.execute("select count(*) from (select 1 from notes limit ?)", [MOST_NOTES + 1]).fetchone()[0] > (
        MOST_NOTES
    ):
        raise UserError("package-too-many", path=path, limit=MOST_NOTES)
    kinds = note_kinds(db)
    decks = _decks(db) if made >= _NEW else _old_decks(db)
    cards: dict[int, list[tuple[int, int]]] = {}
    for note, ordinal, deck in db.execute(_CARDS):
        cards.setdefault(note, []).append((int(ordinal) + 1, deck))
    for number, guid, kind_id, mod, tags, values in db.execute(_READ):
        kind = kinds.get(kind_id, Kind("?", cloze=False, fields=()))
        here = cards.get(number, [])
        yield PackedNote(
            guid=str(guid),
            mod=int(mod) if 0 < int(mod) < _YEAR_5000 else 0,
            kind=kind.name,
            cloze=kind.cloze,
            fields=dict(zip(kind.fields, str(values).split("\x1f"), strict=False)),
            tags=tuple(str(tags).split()),
            deck=decks.get(here[0][1], "") if here else "",
            cards=tuple(n for n, _ in here if 1 <= n <= MAX_NUMBER),
        )


def tables(db: sqlite3.Connection) -> set[str]:
    """The names of the tables; a view that only looks like one is none."""
    return {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}


def note_kinds(db: sqlite3.Connection) -> Mapping[int, Kind]:
    """The note types by number, in either layout of a collection."""
    return _kinds(db) if tables(db) >= _NEW else _old_kinds(db)


def _kinds(db: sqlite3.Connection) -> Mapping[int, Kind]:
    fields: dict[int, list[tuple[int, str]]] = {}
    for kind, ordinal, name in db.execute("select ntid, ord, name from fields"):
        fields.setdefault(kind, []).append((ordinal, name))
    return {
        number: Kind(name, first_number(config, 1) == _CLOZE, tuple(f for _, f in sorted(fields[number])))
        for number, name, config in db.execute("select id, name, config from notetypes")
    }


def _decks(db: sqlite3.Connection) -> dict[int, str]:
    return {n: _named(name.replace("\x1f", "::")) for n, name in db.execute("select id, name from decks")}


def _old_kinds(db: sqlite3.Connection) -> Mapping[int, Kind]:
    models = json.loads(db.execute("select models from col").fetchone()[0])
    return {
        int(number): Kind(
            str(model["name"]),
            model.get("type") == _CLOZE,
            tuple(str(f["name"]) for f in sorted(model["flds"], key=lambda f: f.get("ord", 0))),
        )
        for number, model in models.items()
    }


def _old_decks(db: sqlite3.Connection) -> dict[int, str]:
    decks = json.loads(db.execute("select decks from col").fetchone()[0])
    return {int(number): _named(str(deck["name"])) for number, deck in decks.items()}


def _named(deck: str) -> str:
    """The deck's name without control characters, which neither a file name nor a deck file can hold."""
    return " ".join("".join(c for c in deck if c.isspace() or not _CONTROL.match(c)).split())
