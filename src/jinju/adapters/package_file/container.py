"""The zip around a collection: which of the three formats it is, and the collection taken out, within limits.

Nothing is ever written under a name that the package gives. Source: Anki's rslib/src/import_export/package.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, Final

from jinju.adapters.package_file.wire import first_number, texts
from jinju.messages import say
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_BYTES: Final = 1 << 30
"""A collection of 100,000 notes has about 100 MB."""

_MOST_SMALL: Final = 64 << 20
_MOST_ENTRIES: Final = 200_000
_CHUNK: Final = 1 << 20
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_ZIP: Final = b"PK\x03\x04"
_NEWEST: Final = "collection.anki21b"
_COLLECTIONS: Final = (_NEWEST, "collection.anki21", "collection.anki2")
_BAD_NAME = re.compile(r"[/\\\x00-\x1f]|^\.\.?$|^[A-Za-z]:")
_KNOWN: Final = frozenset({*_COLLECTIONS, "media", "meta"})


def take_out(package: Path, target: Path) -> None:
    """Write the collection in `package` to `target`, uncompressed. Raises UserError for anything odd."""
    try:
        with zipfile.ZipFile(package) as opened:
            _copy(opened, package, target)
    except FileNotFoundError:
        raise UserError("no-such-file", path=package) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserError("package-broken", path=package, reason=say(_what_is_wrong(package, error))) from error
    except OSError as error:
        raise UserError("package-unreadable", path=package, reason=error.strerror or str(error)) from error


def _what_is_wrong(package: Path, error: Exception) -> str:
    """The code of the message that says why the zip cannot be read."""
    if isinstance(error, NotImplementedError):
        return "package-reason-packing"
    if isinstance(error, RuntimeError):
        return "package-reason-password"
    with package.open("rb") as source:
        start = source.read(len(_ZIP))
    if not start:
        return "package-reason-empty"
    if start != _ZIP[: len(start)]:
        return "package-reason-not-zip"
    return "package-reason-damaged" if zipfile.is_zipfile(package) else "package-reason-cut"


def _copy(opened: zipfile.ZipFile, package: Path, target: Path) -> None:
    names = opened.namelist()
    if len(names) > _MOST_ENTRIES:
        raise UserError("package-too-big", path=package, limit=MOST_BYTES >> 20)
    _refuse_names(names, package)
    name = next((n for n in _COLLECTIONS if n in names), None)
    if "meta" in names:
        version = first_number(_small(opened, "meta", package), 1)
        if version > len(_COLLECTIONS):
            raise UserError("package-newer", path=package, version=version)
        if version and _COLLECTIONS[-version] in names:
            name = _COLLECTIONS[-version]
    if name is None:
        raise UserError("package-no-collection", path=package)
    if "media" in names:
        _refuse_names(_media_names(_small(opened, "media", package), package), package)
    with opened.open(name) as source, target.open("wb") as out:
        read = _zstd_reader(source, package) if name == _NEWEST else source
        size = 0
        while chunk := _piece(read, package):
            size += len(chunk)
            if size > MOST_BYTES:
                raise UserError("package-too-big", path=package, limit=MOST_BYTES >> 20)
            out.write(chunk)


def _refuse_names(names: Iterable[str], package: Path) -> None:
    for name in names:
        if name not in _KNOWN and _BAD_NAME.search(name):
            raise UserError("package-hostile", path=package, name=ascii(name)[:80])


def _small(opened: zipfile.ZipFile, name: str, package: Path) -> bytes:
    with opened.open(name) as source:
        data = source.read(_MOST_SMALL + 1)
    if len(data) > _MOST_SMALL:
        raise UserError("package-too-big", path=package, limit=_MOST_SMALL >> 20)
    return data


def _media_names(data: bytes, package: Path) -> list[str]:
    """The names in the media list: JSON in the older formats, protobuf in the newest."""
    if data[:4] == _ZSTD:
        import io

        reader = _zstd_reader(io.BytesIO(data), package)
        plain = reader.read(_MOST_SMALL + 1)
        if len(plain) > _MOST_SMALL:
            raise UserError("package-too-big", path=package, limit=_MOST_SMALL >> 20)
        return [name for entry in texts(plain, 1) for name in _decoded(texts(entry, 1))]
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return [name for entry in texts(data, 1) for name in _decoded(texts(entry, 1))]
    return [str(name) for name in found.values()] if isinstance(found, dict) else []


def _decoded(values: Iterable[bytes]) -> list[str]:
    return [value.decode("utf-8", "backslashreplace") for value in values]


def _piece(source: Any, package: Path) -> bytes:
    try:
        data: bytes = source.read(_CHUNK)
    except Exception as error:
        if type(error).__name__ not in {"ZstdError", "EOFError"}:
            raise
        raise UserError("package-broken", path=package, reason=say("package-reason-damaged")) from error
    return data


def _zstd_reader(source: IO[bytes], package: Path) -> Any:
    """A reader of what zstd packed: Python's own from 3.14 on, before that the `zstandard` library."""
    try:
        return import_module("compression.zstd").ZstdFile(source)
    except ImportError:
        pass
    try:
        zstandard: Any = import_module("zstandard")
    except ImportError:
        raise UserError("package-needs-zstd", path=package) from None
    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(source, read_across_frames=True)
