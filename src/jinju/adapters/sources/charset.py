"""The text of an HTML page, whose encoding may be declared in two places and be another one still."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Decode, Raw

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META = re.compile(
    rb"<(?:meta\b[^>]{0,400}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_WHERE = 16 * 1024
_MULTIBYTE = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "shift_jis": "cp932",
    "euc_jp": "euc_jp",
    "euc_kr": "euc_kr",
}
_SLIPS = 0.002


def page_text(raw: Raw, decode: Decode) -> str:
    """The page as text: by its byte order mark, else as UTF-8 if it is that, else as it declares.

    A declaration counts only if the bytes bear it out; else `decode` has to find the encoding.
    """
    data = raw.data
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    meta = _META.search(data[:_WHERE])
    declared = [meta[1].decode("ascii")] if meta else []
    for name in ("utf-8", *declared, raw.charset):
        text = _borne_out(data, name)
        if text is not None:
            return text
    return decode(data)


def _borne_out(data: bytes, name: str) -> str | None:
    """`data` in the encoding `name`, if that is one that can be wrong and hardly anything is."""
    try:
        encoding = _MULTIBYTE.get(codecs.lookup(name).name)
    except (LookupError, ValueError):
        return None
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    slips = text.count("\ufffd")
    return text if slips <= _SLIPS * sum(not c.isascii() for c in text) else None
