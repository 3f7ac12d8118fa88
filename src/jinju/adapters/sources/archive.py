"""ZIP archives that hold a document, opened with as little trust as a stranger's deserves."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from jinju.adapters.sources.raw import MEGABYTE
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Raw

_END = b"PK\x05\x06"
_END_SPAN = 22 + 65535
_DIRECTORY_LIMIT = 4 * MEGABYTE
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What DOCX and EPUB allow; other methods may claim gigabytes for their dictionaries."""
_CHUNK = 256 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Archive:
    """The members of a ZIP, of which all that is read together may unpack to `limit` bytes."""

    def __init__(self, raw: Raw, kind: str, limit: int) -> None:
        self._raw = raw
        self._kind = kind
        self._limit = self._left = limit
        _check_directory(raw, kind, limit)
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw.data))
        except _BROKEN as error:
            raise self.broken(error) from error
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of one member; raises UserError if it is missing, damaged, encrypted or too much."""
        if name not in self.names:
            raise self.broken(f"no {name[:100]}")
        info = self._zip.getinfo(name)
        if info.file_size > self._left:
            raise self._bomb()
        if info.flag_bits & 1 or info.compress_type not in _METHODS:
            raise self.broken(f"method {info.compress_type}, flags {info.flag_bits:#x}")
        data = bytearray()
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_CHUNK):
                    data += piece
                    if len(data) > self._left:
                        raise self._bomb()
        except _BROKEN as error:
            raise self.broken(error) from error
        self._left -= len(data)
        return bytes(data)

    def broken(self, reason: object) -> UserError:
        """The error for an archive that is not what it says."""
        return UserError("source-broken", path=self._raw.name, kind=self._kind, reason=str(reason)[:200])

    def _bomb(self) -> UserError:
        return UserError("source-bomb", path=self._raw.name, limit=self._limit // MEGABYTE)


def kind_of_archive(raw: Raw) -> str:
    """`docx` or `epub`; raises UserError for any other archive."""
    archive = Archive(raw, "ZIP", MEGABYTE)
    if "META-INF/container.xml" in archive.names:
        return "epub"
    if "[Content_Types].xml" in archive.names and any(name.startswith("word/") for name in archive.names):
        return "docx"
    if "mimetype" in archive.names and archive.read("mimetype")[:38].startswith(
        b"application/vnd.oasis.opendocument"
    ):
        raise UserError("source-odt", path=raw.name)
    raise UserError("source-archive", path=raw.name)


def _check_directory(raw: Raw, kind: str, limit: int) -> None:
    """Refuse a directory of millions of entries before it is read."""
    at = raw.data.rfind(_END, max(0, len(raw.data) - _END_SPAN))
    if at < 0 or len(raw.data) < at + 22:
        raise UserError("source-broken", path=raw.name, kind=kind, reason="no end of the archive")
    (size,) = struct.unpack_from("<I", raw.data, at + 12)
    if size > _DIRECTORY_LIMIT:
        raise UserError("source-bomb", path=raw.name, limit=limit // MEGABYTE)
