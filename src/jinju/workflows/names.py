"""Names of decks and files made from titles, and the theme under which an article is filed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

LONGEST = 60
"""Characters of a file's stem; most file systems allow 255 bytes, and a Chinese character takes three."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
ROOT = "金句"


def deck_name(title: str, themes: Iterable[str] = (), root: str = ROOT) -> str:
    """The deck name `<root>::<theme>::<title>`; colons that would open a sub-deck are written full width."""
    levels = [_level(theme).strip(" :") for theme in themes]
    return "::".join([root, *(level for level in levels if level), _level(title)])


def _level(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().replace("::", "：：")


def sub_folders(path: Path | None, folders: Sequence[Path]) -> tuple[str, ...]:
    """The folders, outermost first, in which the file lies below the first of `folders` that holds it."""
    for folder in folders:
        if path is not None and path != folder and path.is_relative_to(folder):
            return path.relative_to(folder).parts[:-1]
    return ()


def file_name(title: str) -> str:
    """A file stem that every system takes; `金句` where nothing of the title remains."""
    clean = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    return re.sub(r"\s+", " ", clean).strip(" .")[:LONGEST].strip(" .") or ROOT
