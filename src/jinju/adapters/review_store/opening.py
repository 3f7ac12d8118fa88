"""Opening the store: made where it is missing, migrated where it is old, kept aside where it is broken."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from jinju.adapters.lock import only_one
from jinju.adapters.review_store.faults import explained, is_damage, primary
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION: Final = 0x6A696E6A
"""SQLite's application id of a store: “jinj”."""
VERSION: Final = 1
"""The layout in schema.sql."""
PATIENCE: Final = 20.0
"""Seconds to wait for another process that writes."""
_CHECKED_WHOLE: Final = 16 * 1024 * 1024
"""Bytes up to which every page is looked at when the store is opened; bigger stores take too long."""
_PAUSE: Final = 0.02
_LOG_PAGES: Final = 4000
"""Pages in the log before they are moved into the store: some 500 answers, so that none has to wait."""

State = Literal["new", "store", "foreign", "newer", "damaged"]


def default_path() -> Path:
    """`reviews.db` in the user's data directory."""
    from platformdirs import user_data_path

    return user_data_path("jinju", appauthor=False) / "reviews.db"


def connect(path: Path | None) -> tuple[Path, sqlite3.Connection, tuple[Problem, ...]]:
    """The store at `path` (by default the user's own), ready for work, and what had to be put aside.

    Raises UserError for a folder that is missing, a disk that cannot be written, a store of a newer jinju,
    and a database that belongs to another program; that file is left as it is.
    """
    target = _folder_of(path)
    problems: tuple[Problem, ...] = ()
    with explained(target):
        state = examine(target)
        if state == "damaged":
            with only_one(target):
                if examine(target) == "damaged":
                    kept = _put_aside(target)
                    problems = (Problem(str(target), None, "store-kept-aside", (("kept", str(kept)),)),)
            state = examine(target)
        if state in {"foreign", "newer"}:
            raise UserError(f"store-{state}", path=target)
        return target, _open(target), problems


def examine(path: Path, *, whole: bool = False) -> State:
    """What stands at `path`, read without touching it. Raises sqlite3.Error for what is not the file's fault.

    With `whole` every page is looked at, however many there are.
    """
    if not path.exists() or path.stat().st_size == 0:
        return "new"
    # read-only: closing it leaves the log of a broken store as it is
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != APPLICATION:
            return "foreign" if tables or application or version else "new"
        if version > VERSION:
            return "newer"
        if whole or path.stat().st_size <= _CHECKED_WHOLE:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            return "store" if found == "ok" else "damaged"
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return "damaged"
        raise
    finally:
        connection.close()
    return "store"


def _folder_of(path: Path | None) -> Path:
    """The file to open; its folder is there. The user's own data directory is made where it is missing."""
    target = Path(os.path.abspath(path or default_path()))  # noqa: PTH100 - links stay, `..` goes
    if target.is_dir():
        raise UserError("store-is-folder", path=target)
    if path is None:
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UserError("store-unwritable", path=target, reason=reason) from error
    elif not target.parent.is_dir():
        raise UserError("write-no-folder", path=target, folder=target.parent)
    return target


def _put_aside(path: Path) -> Path:
    """Rename a broken store and its log to names that are free; returns the new name of the store."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.damaged-{number}")
        if not os.path.lexists(kept):
            break
    try:
        for suffix in ("-wal", "-shm"):
            log = path.with_name(path.name + suffix)
            if log.exists():
                log.rename(kept.with_name(kept.name + suffix))
        path.rename(kept)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("store-unwritable", path=path, reason=reason) from error
    return kept


def _open(path: Path) -> sqlite3.Connection:
    """A connection for reading and writing, with the tables of this version."""
    if not path.exists():
        with suppress(OSError):  # what cannot be made is said by SQLite
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _patiently(connection, "PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        ready = upgrade(connection)
    except BaseException:
        connection.close()
        raise
    if not ready:
        connection.close()
        raise UserError("store-newer", path=path)
    return connection


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Run what SQLite itself does not wait with while another process opens the same file."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if primary(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def upgrade(connection: sqlite3.Connection) -> bool:
    """Make the tables, or bring those of an older version up to this one; all or nothing.

    False where the store is of a newer version, which stays as it is.
    """
    if _version(connection) == VERSION:
        return True
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)  # another process may have been first
    try:
        if version < VERSION:
            migrate(connection, version, migrations() if version else {VERSION: _text("schema.sql")})
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return version <= VERSION


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrations() -> dict[int, str]:
    """The scripts in `migrations/`, by the version that each leads to: `0002-what.sql` to version 2."""
    folder = files("jinju.adapters.review_store") / "migrations"
    scripts = (f for f in folder.iterdir() if f.name.endswith(".sql"))
    return {int(f.name[:4]): f.read_text(encoding="utf-8") for f in scripts}


def migrate(connection: sqlite3.Connection, version: int, scripts: Mapping[int, str]) -> None:
    """Run the scripts that lead beyond `version`, in order, within the transaction that is open."""
    for to in sorted(s for s in scripts if s > version):
        for statement in statements(scripts[to]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {to}")


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: `executescript` would end the transaction."""
    found: list[str] = []
    rest = ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            found.append(rest)
            rest = ""
    return found


def _text(name: str) -> str:
    return (files("jinju.adapters.review_store") / name).read_text(encoding="utf-8")
