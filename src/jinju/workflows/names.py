"""Names of decks and files made from titles."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters of a file's stem; most file systems allow 255 bytes, and a Chinese character takes three."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def deck_name(title: str) -> str:
    """The default deck name, `金句::<title>`; colons that would open a sub-deck are written full width."""
    clean = re.sub(r"\s+", " ", title).strip().replace("::", "：：")
    return f"金句::{clean}"


def file_name(title: str) -> str:
    """A file stem that every system takes; `金句` where nothing of the title remains."""
    clean = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    return re.sub(r"\s+", " ", clean).strip(" .")[:LONGEST].strip(" .") or "金句"
