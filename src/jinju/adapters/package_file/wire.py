"""As much of the protobuf wire format as Anki's packages need: numbers and byte strings of one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5


def first_number(message: bytes, field: int) -> int:
    """The first whole number under `field`; 0 where there is none."""
    return next((v for f, v in _fields(message) if f == field and isinstance(v, int)), 0)


def texts(message: bytes, field: int) -> list[bytes]:
    """The byte strings under `field`."""
    return [v for f, v in _fields(message) if f == field and isinstance(v, bytes)]


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Field numbers and values; ends quietly where the message is no longer one."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield key >> 3, value
        elif kind == _BYTES:
            size, at = _varint(message, at)
            if at + size > len(message):
                return
            yield key >> 3, message[at : at + size]
            at += size
        elif kind in {_EIGHT, _FOUR}:
            at += 8 if kind == _EIGHT else 4
        else:
            return


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message) and shift < 64:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    return value, len(message)
