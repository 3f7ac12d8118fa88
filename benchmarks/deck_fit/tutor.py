"""Decks written by hand for real articles: which clips a tutor takes, and what is hidden in them.

A row of tutor_decks.jsonl holds the article's `id`, the beginning of its cleaned text's SHA-256, and its
notes: start and end in the cleaned text, a grade (A outstanding, B good), and blanks as [card, start, end]
from the clip's start. The text itself stands in the articles' own file. A row whose article is cleaned
otherwise today is left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from jinju.model.article import Span
from jinju.model.document import Document
from jinju.workflows.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a tutor's: its clip in the article, and its blanks with their cards' numbers."""

    span: Span
    blanks: tuple[tuple[int, Span], ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """An article with what jinju sees in it and the notes that a tutor took from it."""

    id: str
    reader: Reader
    document: Document
    notes: tuple[Note, ...]


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return sha256(text.encode()).hexdigest()[:16]


def document_of(row: Mapping[str, str]) -> Document:
    """A row of ARTICLES as a document."""
    title = f"{row['title']}\n\n" if row["title"] else ""
    return Document(text=f"{title}{row['text']}", name=row["id"])


def tutor_decks(articles: Path, decks: Path) -> Iterator[Deck]:
    """The decks whose article is cleaned today as it was when they were written."""
    reader = Reader()
    texts = {row["id"]: row for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    for line in decks.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        raw = texts[row["id"]]
        document = document_of(raw)
        if digest(reader.clean(document).text) != row["digest"]:
            continue
        notes = tuple(
            Note(
                Span(note["start"], note["end"]),
                tuple((card, Span(start, end)) for card, start, end in note["blanks"]),
            )
            for note in row["notes"]
        )
        yield Deck(row["id"], reader, document, notes)
