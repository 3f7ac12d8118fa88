"""The deck files that the store knows: read again when they changed, their cards kept when they did not."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from jinju.adapters.review_store.contents import pack_article, pack_item
from jinju.model.cloze import parse
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.adapters.review_store.connection import Connection
    from jinju.model.deck import ArticleEntry, Deck
    from jinju.model.item import Item

FRESH: Final = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again without a new time."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What reading a deck file again did to its cards; `deck` is None where the store never knew the file.

    `archived` are cards that no deck file holds any more, `revived` those that came back. `problem` says
    why the file could not be read; its cards are then as they were.
    """

    path: Path
    deck: int | None
    name: str = ""
    added: int = 0
    changed: int = 0
    archived: int = 0
    revived: int = 0
    unchanged: int = 0
    problem: Problem | None = None


class KnownDeck(NamedTuple):
    """A deck file that was studied before."""

    id: int
    path: Path
    name: str


class Decks:
    """The deck files of a store."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def known(self) -> list[KnownDeck]:
        """All deck files ever read, by path."""
        rows = self._db.rows("SELECT id, path, name FROM decks ORDER BY path")
        return [KnownDeck(id_, _path(path), name) for id_, path, name in rows]

    def forget(self, path: Path) -> bool:
        """Let go of a deck file; cards that no other holds are archived. False where it is not known."""
        with self._db.writing():
            row = self._db.row("SELECT id FROM decks WHERE path = ?", (_stored(real(path)),))
            if row is None:
                return False
            items = [i for (i,) in self._db.rows("SELECT item FROM places WHERE deck = ?", row)]
            self._db.run("DELETE FROM decks WHERE id = ?", row)
            self._archive(items)
        return True

    def refresh(self, path: Path, *, now_ns: int) -> Refreshed:
        """Read the deck file if it changed since it was last read. A file that cannot be is a problem.

        `now_ns` is the file system's time, in nanoseconds since 1970.
        """
        place = real(path)
        row = self._db.row(
            "SELECT id, name, digest, size, mtime FROM decks WHERE path = ?", (_stored(place),)
        )
        known: int | None = row[0] if row else None
        name = row[1] if row else ""
        try:
            state = place.stat()
            if row and (state.st_size, state.st_mtime_ns) == (row[3], row[4]):
                return self._untouched(place, row[0], name)
            mtime = state.st_mtime_ns if now_ns - state.st_mtime_ns > FRESH else -1
            text, digest = _read(place)
            if row and digest == row[2]:
                self._db.write(
                    "UPDATE decks SET size = ?, mtime = ? WHERE id = ?", (state.st_size, mtime, known)
                )
                return self._untouched(place, row[0], name)
            from jinju.adapters.deck_file import parse_deck

            deck = parse_deck(text, place).deck
        except UserError as error:
            problem = Problem(str(path), None, error.code, tuple(error.details.items()))
            return Refreshed(place, known, name, problem=problem)
        except OSError as error:
            missing = isinstance(error, FileNotFoundError)
            details = (("path", path),) if missing else (("path", path), ("reason", error.strerror or ""))
            code = "no-such-file" if missing else "deck-unreadable"
            return Refreshed(place, known, name, problem=Problem(str(path), None, code, details))
        with self._db.writing():
            return self._take(place, deck, digest, state.st_size, mtime)

    def _untouched(self, path: Path, deck: int, name: str) -> Refreshed:
        count = self._db.row(
            "SELECT count(*) FROM places JOIN cards ON cards.item = places.item"
            " WHERE deck = ? AND archived = 0",
            (deck,),
        )
        return Refreshed(path, deck, name, unchanged=count[0] if count else 0)

    def _take(self, path: Path, deck: Deck, digest: str, size: int, mtime: int) -> Refreshed:
        """Put what the file holds into the store; within a transaction."""
        items = [i for i in deck.items if i.keep]
        self._db.run(
            "INSERT INTO decks (path, name, digest, size, mtime) VALUES (?, ?, ?, ?, ?) ON CONFLICT (path)"
            " DO UPDATE SET name = excluded.name, digest = excluded.digest, size = excluded.size,"
            " mtime = excluded.mtime",
            (_stored(path), deck.name, digest, size, mtime),
        )
        ours = self._db.one("SELECT id FROM decks WHERE path = ?", (_stored(path),))[0]
        articles = self._articles(deck.articles)
        before = {i for (i,) in self._db.rows("SELECT item FROM places WHERE deck = ?", (ours,))}
        held = self._held(items)
        counts = Counter[str]()
        places: list[tuple[int, int, int]] = []
        for position, item in enumerate(items):
            row = self._item(item, articles.get(item.article), held.get(item.id))
            places.append((ours, row.id, position))
            self._cards(row, parse(item.text).numbers, counts)
        self._db.run("DELETE FROM places WHERE deck = ?", (ours,))
        self._db.many("INSERT OR REPLACE INTO places (deck, item, position) VALUES (?, ?, ?)", places)
        counts["archived"] += self._archive(before - {item for _, item, _ in places})
        self._take_over(ours, {item for _, item, _ in places})
        return Refreshed(
            path,
            ours,
            deck.name,
            added=counts["added"],
            changed=counts["changed"],
            archived=counts["archived"],
            revived=counts["revived"],
            unchanged=counts["unchanged"],
        )

    def _articles(self, articles: Iterable[ArticleEntry]) -> dict[str, int]:
        for article in articles:
            self._db.run(
                "INSERT INTO articles (key, title, content) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                " title = excluded.title, content = excluded.content",
                (article.key, article.title, pack_article(article)),
            )
        return {key: id_ for id_, key in self._db.rows("SELECT id, key FROM articles")}

    def _held(self, items: Sequence[Item]) -> dict[str, _Row]:
        """What the store knows of the items already."""
        found: dict[str, _Row] = {}
        for start in range(0, len(items), 500):
            part = [i.id for i in items[start : start + 500]]
            marks = ", ".join("?" * len(part))
            rows = self._db.rows(
                f"SELECT id, guid, article, theme, content FROM items WHERE guid IN ({marks})",  # noqa: S608
                part,
            )
            found.update(
                {guid: _Row(id_, article, theme, content) for id_, guid, article, theme, content in rows}
            )
            cards = self._db.rows(
                f"SELECT items.guid, number, archived FROM cards JOIN items ON items.id = cards.item"  # noqa: S608
                f" WHERE items.guid IN ({marks})",
                part,
            )
            for guid, number, archived in cards:
                found[guid].cards[number] = bool(archived)
        return found

    def _item(self, item: Item, article: int | None, held: _Row | None) -> _Row:
        """The item's row, written where it is new or changed."""
        content = pack_item(item)
        if held is None:
            id_ = self._db.run(
                "INSERT INTO items (guid, article, theme, content) VALUES (?, ?, ?, ?)",
                (item.id, article, item.theme, content),
            )
            return _Row(id_, article, item.theme, content)
        if (held.article, held.theme, held.content) != (article, item.theme, content):
            self._db.run(
                "UPDATE items SET article = ?, theme = ?, content = ? WHERE id = ?",
                (article, item.theme, content, held.id),
            )
            return replace(held, changed=True)
        return held

    def _cards(self, row: _Row, numbers: Iterable[int], counts: Counter[str]) -> None:
        """The item's cards: new numbers added, gone ones archived, those that came back revived."""
        now = set(numbers)
        for number in sorted(now):
            if number not in row.cards:
                self._db.run("INSERT INTO cards (item, number) VALUES (?, ?)", (row.id, number))
                counts["added"] += 1
            elif row.cards[number]:
                self._set_archived(row.id, number, archived=False)
                counts["revived"] += 1
            else:
                counts["changed" if row.changed else "unchanged"] += 1
        for number, archived in row.cards.items():
            if number not in now and not archived:
                self._set_archived(row.id, number, archived=True)
                counts["archived"] += 1

    def _set_archived(self, item: int, number: int, *, archived: bool) -> None:
        self._db.run(
            "UPDATE cards SET archived = ? WHERE item = ? AND number = ?", (int(archived), item, number)
        )

    def _archive(self, items: Iterable[int]) -> int:
        """Archive the cards of those items that no deck file holds; how many."""
        return sum(
            self._db.changed(
                "UPDATE cards SET archived = 1 WHERE item = ? AND archived = 0"
                " AND NOT EXISTS (SELECT 1 FROM places WHERE places.item = cards.item)",
                (item,),
            )
            for item in sorted(items)
        )

    def _take_over(self, ours: int, items: set[int]) -> None:
        """Forget deck files that are gone and all of whose items are here: this one was moved or renamed."""
        for deck in self.known():
            if deck.id != ours and not deck.path.exists():
                theirs = {i for (i,) in self._db.rows("SELECT item FROM places WHERE deck = ?", (deck.id,))}
                if theirs and theirs <= items:
                    self._db.run("DELETE FROM decks WHERE id = ?", (deck.id,))


@dataclass(frozen=True, slots=True)
class _Row:
    """An item in the store; `cards` says of each number whether it is archived."""

    id: int
    article: int | None
    theme: str
    content: str | None
    cards: dict[int, bool] = field(default_factory=dict)
    changed: bool = False


def real(path: Path) -> Path:
    """The absolute path by which the store knows a deck file."""
    return Path(os.path.realpath(path))


def _read(path: Path) -> tuple[str, str]:
    """The deck file's text and the digest of its bytes."""
    from jinju.adapters.deck_file import read_text

    text = read_text(path)
    return text, hashlib.sha256(text.encode()).hexdigest()


def _stored(path: Path) -> str | bytes:
    """A path as the store keeps it: text, or bytes where the name is none."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return str(path)


def _path(stored: str | bytes) -> Path:
    return Path(os.fsdecode(stored))
