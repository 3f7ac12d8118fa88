"""Notes -> an .apkg that real Anki imports as promised.

genanki gives the schema, the collection and the note type. The rows are written here, because genanki
counts cards wrongly, dates every note with the time of writing and stores the zip uncompressed. The
format is the legacy one (collection.anki2), which every Anki imports.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sqlite3
import sys
import tempfile
import types
import unicodedata
import zipfile
from contextlib import closing
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters import note_type
from jinju.adapters.files import whole_file
from jinju.model.errors import UserError
from jinju.model.note import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinju.model.note import Note

_BACKUP = re.compile(r"collection\.apkg|backup-.*\.apkg|.*\.colpkg", re.IGNORECASE | re.DOTALL)
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_ROWS_AT_A_TIME: Final = 500
_NOTE = "insert into notes values (?,?,?,?,-1,?,?,?,0,0,'')"
_CARD = "insert into cards values (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"


@dataclass(frozen=True, slots=True)
class ApkgReport:
    """What was written: counts, the decks' names as Anki will show them, and the size in bytes."""

    path: Path
    deck: str
    notes: int
    cards: int
    size: int


def write_apkg(name: str, notes: Iterable[Note], path: Path) -> ApkgReport:
    """Write the deck `name` with `notes`, taken one by one, to `path`: whole or not at all.

    The same notes give the same bytes on the same machine. Raises UserError for a path that Anki takes
    for a backup and would restore over the whole collection, and as `whole_file` does.
    """
    return write_decks([(name, notes)], path)


def write_decks(
    decks: Sequence[tuple[str, Iterable[Note]]],
    path: Path,
    then: Callable[[sqlite3.Connection], None] | None = None,
) -> ApkgReport:
    """Write several decks, each a name and its notes, into one package; otherwise as `write_apkg`.

    Decks of the same name become one. `then` gets the collection with its new cards, to add to it.
    """
    if _BACKUP.fullmatch(path.name):
        raise UserError("apkg-backup-name", path=path, better=f"jinju-{path.stem}.apkg")
    named = [(deck_name(name), notes) for name, notes in decks]
    with whole_file(path) as unfinished, tempfile.TemporaryDirectory(prefix="jinju-") as folder:
        collection = Path(folder) / "collection.anki2"
        try:
            found = _write_collection(collection, named, then)
        except sqlite3.Error as error:
            raise UserError("apkg-no-room", path=path, folder=folder, reason=error) from error
        _zip(collection, unfinished)
        size = unfinished.stat().st_size
    return ApkgReport(path, ", ".join(dict.fromkeys(name for name, _ in named)), *found, size)


def deck_name(name: str) -> str:
    """`name` as Anki will keep it: NFC, no control characters or quotes, levels trimmed, none empty."""
    plain = "".join(
        c for c in unicodedata.normalize("NFC", name) if c != '"' and unicodedata.category(c)[0] != "C"
    )
    return "::".join(level.strip() or "blank" for level in plain.split("::"))


def deck_id(name: str) -> int:
    """A number for the deck that depends on its name only, of the size of Anki's own."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return (1 << 40) + int.from_bytes(digest[:5], "big")


def _write_collection(
    path: Path,
    decks: Sequence[tuple[str, Iterable[Note]]],
    then: Callable[[sqlite3.Connection], None] | None,
) -> tuple[int, int]:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("pragma journal_mode = off")
        db.execute("pragma synchronous = off")
        _frame(db, list(dict.fromkeys(name for name, _ in decks)))
        indexes = db.execute("select name, sql from sqlite_master where type = 'index'").fetchall()
        for name, _ in indexes:
            db.execute(f"drop index {name}")
        db.execute("begin")
        found = _write_rows(db, ((deck_id(name), note) for name, notes in decks for note in notes))
        if then is not None:
            then(db)
        db.execute("commit")
        for _, sql in indexes:
            db.execute(sql)
    return found


def _frame(db: sqlite3.Connection, names: Sequence[str]) -> None:
    """The tables, the decks and the note type, as genanki writes them."""
    genanki = _import_genanki()
    frames = [genanki.Deck(deck_id(name), name) for name in names]
    frames[0].add_model(_model(genanki))
    genanki.Package(frames).write_to_db(db.cursor(), note_type.CHANGED, count(note_type.CHANGED * 1000))


def _model(genanki: Any) -> Any:
    fields = [
        {"name": name, "id": number, "collapsed": name not in note_type.OPEN_IN_EDITOR, "font": "Arial"}
        for name, number in note_type.FIELD_IDS.items()
    ]
    template = {
        "name": note_type.TEMPLATE_NAME,
        "id": note_type.TEMPLATE_ID,
        "qfmt": note_type.part("front.html"),
        "afmt": note_type.part("back.html"),
    }
    model = genanki.Model(
        note_type.ID,
        note_type.NAME,
        fields=fields,
        templates=[template],
        css=note_type.style(),
        model_type=genanki.Model.CLOZE,
    )
    vars(model)["_req"] = [[0, "any", [0]]]  # Anki does not read it for a cloze type; working it out is slow
    return model


def _write_rows(db: sqlite3.Connection, notes: Iterable[tuple[int, Note]]) -> tuple[int, int]:
    """Insert the rows a batch at a time; Anki reads ids as times of creation in milliseconds."""
    rest = iter(notes)
    written = cards_written = 0
    base: int | None = None
    while batch := list(islice(rest, _ROWS_AT_A_TIME)):
        if base is None:
            base = batch[0][1].mod * 1000
        note_rows, card_rows = [], []
        for deck, note in batch:
            written += 1
            values = [note.fields.get(name, "") for name in FIELDS]
            tags = f" {' '.join(note.tags)} " if note.tags else ""
            note_rows.append(
                (base + written, note.guid, note_type.ID, note.mod, tags, "\x1f".join(values), values[0])
            )
            for number in note.cards:
                cards_written += 1
                card_rows.append((base + cards_written, base + written, deck, number - 1, note.mod, note.due))
        db.executemany(_NOTE, note_rows)
        db.executemany(_CARD, card_rows)
    return written, cards_written


def _zip(collection: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w") as package:
        with (
            collection.open("rb") as source,
            package.open(_entry("collection.anki2", collection.stat().st_size), "w") as out,
        ):
            copyfileobj(source, out, 1 << 20)
        package.writestr(_entry("media", 2), "{}")


def _entry(name: str, size: int) -> zipfile.ZipInfo:
    """An entry that says nothing of the machine or the hour it was made on."""
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    entry.file_size = size
    return entry


def _import_genanki() -> Any:
    """Import genanki without cached_property, which loads asyncio (60 ms) for what functools has."""
    stand_in = types.ModuleType("cached_property")
    vars(stand_in)["cached_property"] = functools.cached_property
    known = sys.modules.setdefault("cached_property", stand_in)
    try:
        import genanki
    finally:
        if known is stand_in:
            del sys.modules["cached_property"]
    return genanki
