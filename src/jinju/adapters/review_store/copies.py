"""Copies of a store: made whole while others study, put back without losing what they replace."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from jinju.adapters.files import whole_file
from jinju.adapters.review_store.faults import explained, is_damage
from jinju.adapters.review_store.opening import PATIENCE, examine, upgrade
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.adapters.review_store.store import Store

_PAGES = 4096


def backup(store: Store, path: Path) -> int:
    """A copy of the whole store in one file, which takes the place of `path`; its size in bytes.

    Others may go on studying meanwhile. Raises UserError where it cannot be written; a file that was at
    `path` is then as it was.
    """
    with explained(path), whole_file(path) as unfinished:
        store.connection.raw.execute("VACUUM INTO ?", (str(unfinished),))
    return path.stat().st_size


def restore(store: Store, path: Path) -> Path:
    """Put the copy at `path` in the place of everything in the store; returns where what was there is kept.

    All or nothing, also for other processes that have the store open. Raises UserError where the copy is
    missing, damaged or no store.
    """
    if path.is_dir() or not path.exists():
        raise UserError("restore-missing", path=path)
    with explained(path):
        state = examine(path, whole=True)
    if state != "store":
        raise UserError("store-newer" if state == "newer" else f"restore-{state}", path=path)
    if path.samefile(store.path):
        raise UserError("restore-itself", path=path)
    kept = _free_name(store.path)
    backup(store, kept)
    with explained(store.path), closing(_in_memory_of(path)) as source:
        source.backup(store.connection.raw, pages=-1)
    return kept


def _free_name(path: Path) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.stem}.before-restore-{number}{path.suffix}")
        if not kept.exists():
            return kept
    raise AssertionError


def _in_memory_of(path: Path) -> sqlite3.Connection:
    """The copy, brought up to this version in memory, so that the file stays as it is."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as source:
            source.backup(memory, pages=_PAGES)
        upgrade(memory)
    except BaseException as error:
        memory.close()
        if isinstance(error, sqlite3.DatabaseError) and is_damage(error):
            raise UserError("restore-damaged", path=path) from error
        raise
    return memory
