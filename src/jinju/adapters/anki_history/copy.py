"""A collection to read from, as a copy: taken out of a package, or beside an Anki that may be running."""

from __future__ import annotations

import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Final

from jinju.adapters.package_file.container import MOST_BYTES, take_out
from jinju.adapters.package_file.opened import opened
from jinju.messages import say
from jinju.model.errors import UserError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_SQLITE: Final = b"SQLite format 3\x00"
_LOG: Final = "-wal"
_TRIES: Final = 5


@contextmanager
def collection_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection in `path`, an .apkg, a .colpkg or a collection file, open for reading only.

    Nothing at `path` or beside it is written, and no lock is taken. What Anki has not yet moved from its
    `-wal` file into the collection is read too. Raises UserError for what is neither, damaged, too big, or
    changes so fast that it cannot be copied whole.
    """
    with tempfile.TemporaryDirectory(prefix="jinju-history-") as folder:
        collection = Path(folder) / "collection"
        bare = _is_collection(path)
        if bare:
            _copy(path, collection)
        else:
            take_out(path, collection)
        with closing(opened(collection, with_log=bare)) as db:
            yield db


def _is_collection(path: Path) -> bool:
    try:
        with path.open("rb") as source:
            return source.read(len(_SQLITE)) == _SQLITE
    except FileNotFoundError:
        raise UserError("no-such-file", path=path) from None
    except OSError as error:
        raise UserError("package-unreadable", path=path, reason=error.strerror or str(error)) from error


def _copy(path: Path, target: Path) -> None:
    """Copy the collection and its log, again if either changed meanwhile."""
    log = path.with_name(path.name + _LOG)
    for _ in range(_TRIES):
        before = _states(path, log)
        if sum(size for size, _ in before) > MOST_BYTES:
            raise UserError("package-too-big", path=path, limit=MOST_BYTES >> 20)
        try:
            _copy_one(path, target)
            copied_log = target.with_name(target.name + _LOG)
            copied_log.unlink(missing_ok=True)
            if log.exists():
                _copy_one(log, copied_log)
        except OSError as error:
            raise UserError("package-unreadable", path=path, reason=error.strerror or str(error)) from error
        if _states(path, log) == before:
            return
    raise UserError("package-unreadable", path=path, reason=say("history-reason-changing"))


def _copy_one(path: Path, target: Path) -> None:
    with path.open("rb") as source, target.open("wb") as out:
        copyfileobj(source, out, 1 << 20)


def _states(*paths: Path) -> list[tuple[int, int]]:
    """Size and time of the last change of each file, zeros for one that is not there."""
    found = []
    for path in paths:
        try:
            state = path.stat()
        except FileNotFoundError:
            found.append((0, 0))
        else:
            found.append((state.st_size, state.st_mtime_ns))
    return found
