"""One process at a time on one file; the system lets go of the lock when a process dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jinju.adapters.state import state_of
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 30.0
"""Seconds to wait for another process."""
_PAUSE = 0.02
_held: dict[str, int] = {}


@contextmanager
def only_one(path: Path, state: Path | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other jinju processes off the file while the block runs; may be nested.

    Waits up to `patience` seconds, then raises UserError. Where the state folder cannot be written there is
    no lock, only the comparison that `deck_file.save` makes.
    """
    key = os.path.realpath(path)
    if _held.get(key):
        _held[key] += 1
        try:
            yield
        finally:
            _held[key] -= 1
        return
    try:
        handle = os.open(state_of(path, state) / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        deadline = time.monotonic() + patience
        while not _lock(handle):
            if time.monotonic() > deadline:
                raise UserError("deck-busy", path=path)
            time.sleep(_PAUSE)
        _held[key] = 1
        yield
    finally:
        _held.pop(key, None)
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether the lock is ours now; true, too, where the file system knows no locks."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
