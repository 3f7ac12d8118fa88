"""Deck files on disk: read whole, written whole, never over somebody else's change."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.deck_file.parse import parse_deck
from jinju.adapters.deck_file.render import render_deck
from jinju.adapters.files import write_whole
from jinju.adapters.history import remember
from jinju.adapters.lock import only_one
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.model.deck import Deck
    from jinju.model.ledger import Ledger

MAX_BYTES = 256 * 1024 * 1024


class Loaded(NamedTuple):
    """A deck file as it was read: `text` is what `save` compares with before it replaces the file."""

    deck: Deck
    ledger: Ledger
    text: str


def read_deck(path: Path) -> Deck:
    """The deck in a file. Raises UserError (BadDeck with every problem and line)."""
    return load(path).deck


def load(path: Path) -> Loaded:
    """The deck, its ledger and its text. Raises UserError (BadDeck with every problem and line)."""
    text = read_text(path)
    parsed = parse_deck(text, path)
    return Loaded(parsed.deck, parsed.ledger, text)


def read_text(path: Path) -> str:
    """The file's text without a byte order mark. Raises UserError."""
    try:
        if path.is_dir():
            raise UserError("deck-is-folder", path=path)
        if path.stat().st_size > MAX_BYTES:
            raise UserError("deck-too-big", path=path, limit=MAX_BYTES // 1024 // 1024)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError("no-such-file", path=path) from None
    except OSError as error:
        raise UserError("deck-unreadable", path=path, reason=error.strerror or str(error)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError("deck-not-utf8", path=path, line=line) from None


def write_deck(path: Path, deck: Deck, ledger: Ledger | None = None, state: Path | None = None) -> None:
    """Write a whole deck file over whatever is there, which `undo` can bring back. Raises UserError."""
    data = render_deck(deck, ledger).encode("utf-8")
    with only_one(path, state):
        there = path.read_bytes() if path.is_file() else None
        if there is not None and there != data:
            remember(path, there, data, state)
        write_whole(path, data)


def save(path: Path, text: str, was: str | None, state: Path | None = None) -> None:
    """Replace the file by `text` if it still holds `was` (None: if it does not exist yet).

    What was there can be brought back by `undo`. A byte order mark stays. `state` is where locks and past
    versions are kept, by default the user's state directory. Raises UserError, the file as it was.
    """
    with only_one(path, state):
        there = read_text(path) if path.exists() else None
        if there != was:
            raise UserError("deck-changed-meanwhile", path=path)
        if there == text:
            return
        before = b"" if there is None else path.read_bytes()
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        after = mark + text.encode("utf-8")
        if there is not None:
            remember(path, before, after, state)
        write_whole(path, after)
