"""Bytes to text: which encoding a file is really in, whatever it claims."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from jinju.model.errors import UserError
from jinju.text.characters import plausible

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 200_000
_CONTROLS: Final = frozenset({*range(9), *range(14, 27), *range(28, 32), 127})
_LOST: Final = "\ufffd"
_PROSE: Final = 0.08
_MIXED_LEAST: Final = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in ("mixed" for several), how sure that is (0..1), and what to tell.

    `lost` counts characters that could not be read; they stand in `text` as U+FFFD.
    """

    text: str
    encoding: str
    confidence: float = 1.0
    lost: int = 0


def decode(data: bytes, name: str = "") -> Decoded:
    """The text in `data`, for people's files: UTF-8, UTF-16, GB 18030, Big5, or lines of several of them.

    Raises UserError("not-text") with `name` for what is no text in any of these.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _read(data[len(bom) :], encoding, 1.0)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8") if not _binary(data) else _refuse(name)
    except UnicodeDecodeError:
        return _legacy(data, name)


def _read(data: bytes, encoding: str, confidence: float) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, confidence, text.count(_LOST))


def _refuse(name: str) -> Decoded:
    raise UserError("not-text", path=name)


def _binary(data: bytes) -> bool:
    """Whether control characters, which text does not hold, are more than a stray few."""
    head = data[:_SAMPLE]
    return sum(b in _CONTROLS for b in head) > 0.01 * len(head) + 2


def _wide(data: bytes, name: str) -> Decoded:
    """UTF-16 without its mark: every newline, space and digit leaves a zero on one side."""
    even = len(data) - len(data) % 2
    best: Decoded | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data[:even].decode(encoding)
        except UnicodeDecodeError:
            continue
        if _sensible(text) > (_sensible(best.text) if best else 0.9):
            best = Decoded(text, encoding, 0.9)
    return best or _refuse(name)


def _sensible(text: str) -> float:
    """Share of characters in the ranges that Chinese and European text uses."""
    head = text[:_SAMPLE]
    usual = sum(c in "\t\n\r" or " " <= c < "\u0250" or "\u2000" <= c < "\u2700" or "\u3000" <= c < "\ua000"
                or "\uff00" <= c < "\uffef" for c in head)  # fmt: skip
    return usual / max(1, len(head))


def _legacy(data: bytes, name: str) -> Decoded:
    if _binary(data):
        return _refuse(name)
    mixed = _mixed(data)
    if mixed is not None:
        return mixed
    options = [_read(data, encoding, 0.95) for encoding in ("utf-8", "gb18030", "big5hkscs")]
    best = max(options, key=_worth)
    if _worth(best) >= _PROSE:
        return best
    text = data.decode("cp1252", "replace")
    if _sensible(text) > 0.95 and sum(b > 0x7F for b in data) < 0.2 * len(data):
        return Decoded(text, "cp1252", 0.6, text.count(_LOST))
    if options[1].lost == 0 and plausible(options[1].text) > 0:
        return Decoded(options[1].text, "gb18030", 0.6)
    return _refuse(name)


def _worth(decoded: Decoded) -> float:
    return plausible(decoded.text) - 5 * decoded.lost / max(1, len(decoded.text))


def _mixed(data: bytes) -> Decoded | None:
    """The text of a page whose lines differ in encoding, as when a template and its content do."""
    lines = data.split(b"\n")
    foreign = [line for line in lines if not line.isascii()]
    valid = [line for line in foreign if _utf8(line)]
    others = b"\n".join(line for line in foreign if not _utf8(line))
    if (
        len(b"\n".join(valid)) < _MIXED_LEAST * len(data)
        or plausible(b"\n".join(valid).decode("utf-8")) < _PROSE
    ):
        return None
    best = max((_read(others, encoding, 0.9) for encoding in ("utf-8", "gb18030", "big5hkscs")), key=_worth)
    if best.encoding == "utf-8" or _worth(best) < _PROSE:
        return None
    text = "\n".join(line.decode("utf-8" if _utf8(line) else best.encoding, "replace") for line in lines)
    return Decoded(text, "mixed", 0.85, text.count(_LOST))


def _utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
