"""What a reader hands on: the text of one article as it was found, not yet cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """One article as a source gave it, decoded, with newlines between its paragraphs, and not cleaned.

    `name` is what to call it in a message: the path as given, the address, or `stdin`. `path` is the file
    it stands in, None for addresses and standard input. `title`, `author`, `date`, `url` and `site` are
    empty where the source does not say; a title taken from the source's structure is not in `text` again.
    `kind` is the format (`text`, `markdown`, `html`, `docx`, `pdf`, `epub`). `part` numbers, from 1, the
    articles of a source that was split; 0 is a whole source.
    """

    text: str
    name: str
    path: Path | None = None
    title: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    site: str = ""
    kind: str = "text"
    part: int = 0
