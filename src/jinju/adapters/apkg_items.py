"""The cloze notes of an Anki package as items, to be looked at; nothing of them is ever written back.

Reads the two older containers (collection.anki2, collection.anki21). Source of the layout: the tables
that genanki writes, and what real Anki exports with "support older versions" ticked.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters import note_type
from jinju.adapters.field_text import hint_ladders, notation, visible
from jinju.model.cloze import ClozeError, parse
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.errors import UserError
from jinju.model.item import ArticleKey, Item, ItemId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinju.model.item import BlankKind

MAX_BYTES: Final = 512 * 1024 * 1024
_CONTAINERS: Final = ("collection.anki21", "collection.anki2")
_CLOZE: Final = 1
_KEY: Final = ArticleKey("package")


def read_package(path: Path) -> Deck:
    """All cloze notes of a package, in the order of their making; other notes are left out.

    Raises UserError for what is no package, is damaged, too large, or of the newest format.
    """
    with tempfile.TemporaryDirectory(prefix="jinju-") as folder:
        collection = Path(folder) / "collection.db"
        _unpack(path, collection)
        try:
            with closing(sqlite3.connect(f"{collection.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
                items = tuple(_items(db))
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise UserError("package-broken", path=path, reason=error) from error
    return Deck(path.stem, (ArticleEntry(_KEY, "", ""),), items)


def _unpack(path: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            if "collection.anki21b" in names:
                raise UserError("package-newest", path=path)
            name = next((n for n in _CONTAINERS if n in names), None)
            if name is None:
                raise UserError("package-broken", path=path, reason="no collection")
            left = MAX_BYTES
            with package.open(name) as source, target.open("wb") as out:
                while chunk := source.read(1 << 20):
                    left -= len(chunk)
                    if left < 0:
                        raise UserError("package-too-large", path=path, limit=MAX_BYTES >> 20)
                    out.write(chunk)
    except FileNotFoundError:
        raise UserError("no-such-file", path=path) from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise UserError("package-broken", path=path, reason=error) from error
    except OSError as error:
        raise UserError("deck-unreadable", path=path, reason=error.strerror or str(error)) from error


def _items(db: sqlite3.Connection) -> Iterator[Item]:
    models: dict[str, Any] = json.loads(db.execute("select models from col").fetchone()[0])
    fields = {
        int(number): [str(f["name"]) for f in model["flds"]]
        for number, model in models.items()
        if model.get("type") == _CLOZE
    }
    for guid, kind, values, tags in db.execute("select guid, mid, flds, tags from notes order by id"):
        if kind not in fields:
            continue
        filled = dict(zip(fields[kind], str(values).split("\x1f"), strict=False))
        yield _ours(guid, filled, tags) if kind == note_type.ID else _other(guid, filled, tags)


def _ours(guid: str, fields: Mapping[str, str], tags: str) -> Item:
    text = notation(fields.get("Text", ""))
    return Item(
        id=ItemId(guid),
        article=_KEY,
        text=text,
        hints=hint_ladders(fields.get("Hints", "")),
        kinds=_kinds(text),
        before=visible(fields.get("Before", "")),
        after=visible(fields.get("After", "")),
        theme=visible(fields.get("Theme", "")),
        reasons=tuple(r for r in visible(fields.get("Reason", "")).split(" · ") if r),
        tags=tuple(tags.split()),
    )


def _other(guid: str, fields: Mapping[str, str], tags: str) -> Item:
    """A note of another cloze type: its first field with a mark, else its first field, is the clip."""
    text = next((v for v in fields.values() if "{{c" in v), next(iter(fields.values()), ""))
    clip = notation(text)
    return Item(ItemId(guid), _KEY, clip, kinds=_kinds(clip), tags=tuple(tags.split()))


def _kinds(text: str) -> dict[int, BlankKind]:
    """A package does not say the kinds of its blanks; one that hides the whole clip is a recitation."""
    try:
        cloze = parse(text)
    except ClozeError:
        return {}
    whole = len(cloze.marks) == 1 and cloze.marks[0].span.of(cloze.plain).strip() == cloze.plain.strip()
    return {cloze.marks[0].number: "recite"} if whole else {}
