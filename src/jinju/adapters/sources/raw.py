"""What every reader starts from: the bytes of one source, and how much of them is acceptable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Decode = Callable[[bytes], str]
"""Bytes of unknown encoding to text; `jinju.text` has the real one, the workflow hands it in."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a source is refused: sizes in bytes, times in seconds."""

    file: int = 128 * MEGABYTE
    text: int = 32 * MEGABYTE
    """A text or an HTML page; also all that is unpacked of a DOCX or EPUB."""
    page: int = 16 * MEGABYTE
    """A web page or file behind an address, unpacked."""
    connect: float = 10.0
    """Between two signs of life of a server."""
    fetch: float = 40.0
    """For one address, redirects included."""
    redirects: int = 8
    follow: int = 20
    """Pages of one article that its “next page” links are followed to."""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source. `name` is fit to print; `charset` is what a server declared, or empty."""

    data: bytes
    name: str
    path: Path | None = None
    url: str = ""
    charset: str = ""
