"""The user's own list of sentences that no deck shall take up: hashes, so that it gives nothing away."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LINE = re.compile(r"([+-])([a-z2-7]{16})")


def read_refused(folder: Path | None = None) -> frozenset[str]:
    """The hashes on the list; what is no whole line, as a killed process leaves it, counts nothing."""
    try:
        text = _path(folder).read_text(encoding="ascii", errors="replace")
    except OSError:
        return frozenset()
    found: dict[str, bool] = {}
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match is not None:
            found[match[2]] = match[1] == "+"
    return frozenset(name for name, refused in found.items() if refused)


def learn(refused: Iterable[str], allowed: Iterable[str] = (), folder: Path | None = None) -> None:
    """Put hashes on the list and take others off; lines are only ever added. Raises UserError."""
    known = read_refused(folder)
    off = known.intersection(allowed)
    lines = [f"+{name}" for name in sorted({*refused} - known)] + [f"-{name}" for name in sorted(off)]
    if not lines:
        return
    path = _path(folder)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(handle, ("\n" + "\n".join(lines) + "\n").encode("ascii"))
        finally:
            os.close(handle)
    except OSError as error:
        raise UserError("write-failed", path=path, reason=error.strerror or str(error)) from error


def _path(folder: Path | None) -> Path:
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("jinju", appauthor=False)
    return folder / "refused.txt"
