"""Bytes of a file or of standard input, up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.sources.names import printable
from jinju.adapters.sources.raw import MEGABYTE, Raw
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

STDIN = "stdin"


def read_file(path: Path, limit: int) -> Raw:
    """The bytes of `path`; raises UserError where it cannot be read or holds more than `limit`."""
    name = printable(path)
    try:
        with path.open("rb") as file:
            return Raw(_up_to(limit, file, name), name, path)
    except FileNotFoundError as error:
        raise UserError("no-such-file", path=name) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError("source-unreadable", path=name, reason=reason) from error


def read_stdin(stdin: BinaryIO, limit: int) -> Raw:
    """All bytes of standard input; raises UserError past `limit`."""
    try:
        return Raw(_up_to(limit, stdin, STDIN), STDIN)
    except OSError as error:
        raise UserError("source-unreadable", path=STDIN, reason=error.strerror or str(error)) from error


def _up_to(limit: int, file: BinaryIO, name: str) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise UserError("source-too-large", path=name, limit=limit // MEGABYTE)
    return data
