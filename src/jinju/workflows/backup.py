"""`jinju backup` and `jinju restore`: a copy of everything the learner did, and the way back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.review_store import copies, open_store
from jinju.adapters.review_store.opening import default_path
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.model.errors import Problem


class BackupReport(NamedTuple):
    """A copy that was made: where it is, how big in bytes, and how many reviews it holds."""

    path: Path
    bytes: int
    reviews: int
    problems: tuple[Problem, ...]


class RestoreReport(NamedTuple):
    """What was put back: reviews in the store before and now, and where what was replaced is kept."""

    store: Path
    kept: Path
    before: int
    reviews: int
    problems: tuple[Problem, ...]


def backup(target: Path | None, store: Path | None = None, *, force: bool = False) -> BackupReport:
    """Copy the store to `target`, by default to a dated file in the folder `backups` beside it.

    Raises UserError where there is no store, or where `target` exists and `force` is not given.
    """
    source = store or default_path()
    if not source.exists():
        raise UserError("backup-no-store", path=source)
    if target is not None and target.exists() and not force:
        raise UserError("backup-exists", path=target)
    with open_store(store) as opened:
        path = target or _dated(opened.path)
        size = copies.backup(opened, path)
        return BackupReport(path, size, opened.reviews.count(), opened.problems)


def restore(copy: Path, store: Path | None = None) -> RestoreReport:
    """Put a copy in the place of the store, keeping what was there. Raises UserError."""
    with open_store(store) as opened:
        before = opened.reviews.count()
        kept = copies.restore(opened, copy)
        return RestoreReport(opened.path, kept, before, opened.reviews.count(), opened.problems)


def _dated(store: Path) -> Path:
    folder = store.parent / "backups"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("write-failed", path=folder, reason=reason) from error
    path = folder / f"{store.stem}-{time.strftime('%Y-%m-%d-%H%M%S')}{store.suffix or '.db'}"
    number = 1
    while path.exists():
        number += 1
        path = path.with_name(f"{path.stem.split('~')[0]}~{number}{path.suffix}")
    return path
