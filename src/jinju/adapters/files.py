"""Files written whole or not at all: beside the target, then renamed over it."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform != "win32":
    import fcntl

_PREFIX, _SUFFIX = ".jinju-", ".tmp"
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, all or nothing. Raises UserError as `whole_file` does."""
    with whole_file(path) as unfinished:
        unfinished.write_bytes(data)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to fill; it takes the place of `path` when the block ends well.

    A symbolic link stays one, and an existing file keeps its permissions. After an error or an interrupt
    the unfinished file is gone; what a killed process left is removed by the next write to the folder.
    Raises UserError where the folder is missing or cannot be written, `path` is no regular file, or the
    disk is full.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target, path)
    try:
        _sweep(target.parent)
        unfinished, handle = _create(target.parent)
    except OSError as error:
        raise _explained(error, path) from error
    try:
        yield unfinished
        os.fsync(handle)
        if mode is not None:
            unfinished.chmod(mode)
        if sys.platform == "win32":
            os.close(handle)
            handle = -1
        unfinished.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        if error.filename not in {None, str(unfinished), unfinished}:
            raise
        raise _explained(error, path) from error
    finally:
        if handle >= 0 and sys.platform == "win32":
            os.close(handle)
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if handle >= 0 and sys.platform != "win32":
            os.close(handle)


def keep_backup(path: Path) -> Path:
    """Copy `path` to the first free name `<name>.bak`, `<name>.1.bak`, … beside it; the copy's path."""
    for number in count():
        backup = path.with_name(f"{path.name}.{number}.bak" if number else f"{path.name}.bak")
        if not backup.exists():
            break
    write_whole(backup, path.read_bytes())
    return backup


def _mode_of(target: Path, path: Path) -> int | None:
    """The permissions to keep, None for a new file."""
    try:
        state = target.stat()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise UserError("write-no-folder", path=path, folder=path.parent) from None
        return None
    except OSError as error:
        raise _explained(error, path) from error
    if not stat.S_ISREG(state.st_mode):
        raise UserError("write-not-a-file", path=path)
    if not os.access(target, os.W_OK):
        raise _explained(PermissionError(errno.EACCES, os.strerror(errno.EACCES)), path)
    return stat.S_IMODE(state.st_mode)


def _create(folder: Path) -> tuple[Path, int]:
    """A new file and its handle, locked for as long as the handle lives, so that no sweep takes it."""
    while True:
        path = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            continue
        if _lock(handle) is False or not path.exists():  # a sweep came in between
            os.close(handle)
            continue
        return path, handle


def _lock(handle: int) -> bool | None:
    """Whether the lock is ours now; None where the file system knows no locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _sweep(folder: Path) -> None:
    """Remove unfinished files whose writer is no more: those that nobody holds a lock on."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(handle):
                    path.unlink()
            finally:
                os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the rename last; file systems that cannot do this have no more to give."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, path: Path) -> UserError:
    if error.errno in _FULL:
        return UserError("write-disk-full", path=path)
    return UserError("write-failed", path=path, reason=error.strerror or str(error))
