"""Which format some bytes are in, told by what they hold; the name decides only between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinju.model.errors import UserError

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Raw

_HEAD = 64 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"ID3", "MP3"),
    (b"SQLite format 3", "SQLite"),
    (b"RIFF", "RIFF"),
    (b"OggS", "Ogg"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])"
    rb"|<(?:!--[^\x00]{0,4000}?-->\s*)<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE,
)
_TAG = re.compile(rb"</(?:p|div|span|h[1-6]|article|section|td)>|<br\s*/?>", re.IGNORECASE)
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1a\x1b")
_CONTROL_SHARE = 0.02
_PLAUSIBLE_SHARE = 0.9
_MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})


def sniff(raw: Raw) -> str:
    """The kind of `raw`: `pdf`, `docx`, `epub`, `html`, `markdown` or `text`.

    `markdown` and `text` differ by name only here; a text is looked at again once it is decoded.
    Raises UserError for an empty source and for formats that hold no text that could be read.
    """
    head = raw.data[:_HEAD]
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0b\x0c\x00"):
        raise UserError("source-empty", path=raw.name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from jinju.adapters.sources.archive import kind_of_archive

        return kind_of_archive(raw)
    _refuse(raw, head)
    suffix = _suffix(raw)
    if _is_html(head, suffix):
        return "html"
    return "markdown" if suffix in _MARKDOWN_NAMES else "text"


def _suffix(raw: Raw) -> str:
    return PurePath(raw.path or urlsplit(raw.url).path or ".").suffix.lower()


def _refuse(raw: Raw, head: bytes) -> None:
    if head.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in raw.data
        raise UserError("source-docx-encrypted" if encrypted else "source-old-office", path=raw.name)
    if head.startswith(b"{\\rtf"):
        raise UserError("source-rtf", path=raw.name)
    if head[60:68] == b"BOOKMOBI":
        raise UserError("source-kindle", path=raw.name)
    if not _is_text(head):
        kind = next((name for magic, name in _OTHER if head.startswith(magic)), "")
        raise UserError("source-binary", path=raw.name, format=f" ({kind})" if kind else "")


def _is_text(head: bytes) -> bool:
    """Whether these bytes can be text in some encoding: few control characters, or plausible UTF-16."""
    if head.startswith(_BOMS):
        return True
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls <= _CONTROL_SHARE * len(head) or any(
        _plausible(head[: len(head) // 2 * 2], encoding) for encoding in ("utf-16-le", "utf-16-be")
    )


def _plausible(head: bytes, encoding: str) -> bool:
    text = head.decode(encoding, "replace")
    usual = sum(
        " " <= c <= "~" or c in "\t\r\n‘’“”…—·" or "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef"
        for c in text
    )
    return usual >= _PLAUSIBLE_SHARE * len(text)


def _is_html(head: bytes, suffix: str) -> bool:
    """HTML by its first tags, in UTF-16 as well; a name that says HTML needs only some tag."""
    flat = head.replace(b"\x00", b"") if head.startswith(_BOMS[1:]) else head
    start = flat.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _HTML.match(start) or (start.startswith(b"<?xml") and _HTML.search(start[:2000])):
        return True
    tags = len(_TAG.findall(flat))
    return tags > 0 if suffix in _HTML_NAMES else start.startswith(b"<") and tags >= 3
