"""A note as an Anki package holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PackedNote:
    """One note of a package; `fields` are HTML by name, in the order of the note type.

    `mod` is in seconds since 1970 UTC, 0 where it makes no sense. `deck` is the deck of its first card,
    levels apart by `::`. `cards` are the cloze numbers of its cards, ascending. `cloze` says whether its
    note type is for clozes.
    """

    guid: str
    mod: int
    kind: str
    cloze: bool
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    deck: str
    cards: tuple[int, ...]
