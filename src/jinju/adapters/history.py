"""The last versions of a deck file, so that a change can be taken back."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from jinju.adapters.files import write_whole
from jinju.adapters.lock import only_one
from jinju.adapters.state import state_of
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 10
"""How many changes can be taken back, one after the other."""


def remember(path: Path, before: bytes, after: bytes, state: Path | None = None) -> None:
    """Keep `before`, which `after` is about to replace; what cannot be kept is let go without an error."""
    with suppress(OSError, UserError):
        versions = _versions(path, state)
        number = int(versions[-1].name.split("-")[0]) + 1 if versions else 1
        folder = state_of(path, state)
        write_whole(folder / f"{number:06}-{_digest(after)}.version", before)
        for old in versions[: max(0, len(versions) + 1 - KEPT)]:
            old.unlink(missing_ok=True)


def undo(path: Path, state: Path | None = None, *, force: bool = False) -> Path:
    """Take back the last change that jinju made to the file; returns where the undone version was put.

    Raises UserError where there is nothing to take back, or, without `force`, where the file was edited
    since, for that edit would go with it.
    """
    with only_one(path, state):
        try:
            now = path.read_bytes()
        except FileNotFoundError:
            now = b""
        except OSError as error:
            raise UserError("deck-unreadable", path=path, reason=error.strerror or str(error)) from error
        version = _last(path, now, state)
        if version is None:
            raise UserError("undo-nothing", path=path)
        if not force and version.stem.split("-")[1] != _digest(now):
            raise UserError("undo-edited", path=path)
        undone = version.parent / "undone"
        write_whole(undone, now)
        write_whole(path, version.read_bytes())
        version.unlink(missing_ok=True)
        return undone


def _last(path: Path, now: bytes, state: Path | None) -> Path | None:
    """The last version that differs from what is there; one that does not is left by a killed process."""
    with suppress(OSError):
        for version in reversed(_versions(path, state)):
            if version.read_bytes() != now:
                return version
            version.unlink(missing_ok=True)
    return None


def _versions(path: Path, state: Path | None) -> list[Path]:
    return sorted(state_of(path, state).glob("*-*.version"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
