"""A deck: the editable source of an Anki package."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.item import ArticleKey, Item

FORMAT = 1
"""Version of the deck file's layout; a file with a higher one is from a newer jinju."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What a deck keeps of an article, so that it can be exported without it.

    `digest` is the SHA-256 of the cleaned text, hexadecimal.
    """

    key: ArticleKey
    title: str
    digest: str
    paragraphs: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A named deck with its articles, the settings it was made with, and its items in article order."""

    name: str
    articles: tuple[ArticleEntry, ...]
    items: tuple[Item, ...]
    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    format: int = FORMAT
