"""An item is one clip of an article with its blanks; it becomes one Anki note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping

ItemId = NewType("ItemId", str)
"""Permanent id of an item and GUID of its note: a letter, then lower-case letters and digits."""

ArticleKey = NewType("ArticleKey", str)

BlankKind = Literal["phrase", "slot", "quote", "recite"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item as the deck file holds it.

    `text` is plain text with Anki's cloze marks (see `jinju.model.cloze` for the notation).
    `hints` gives for each cloze number a ladder of hints, weakest first.
    `changed` is when the content last changed, in seconds since 1970 UTC; `written` the digest of the
    content as jinju last wrote it, by which a person's edit is recognised.
    """

    id: ItemId
    article: ArticleKey
    text: str
    hints: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[int, BlankKind] = field(default_factory=dict)
    cue: str = ""
    before: str = ""
    after: str = ""
    paragraph: int = 0
    """Index into `ArticleEntry.paragraphs`."""
    theme: str = ""
    reasons: tuple[str, ...] = ()
    score: float = 0.0
    tags: tuple[str, ...] = ()
    keep: bool = True
    retired: tuple[int, ...] = ()
    changed: int = 0
    written: str = ""
