"""A note as Anki will hold it: the fields of our note type, filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final = (
    "Text",
    "Cue",
    "ItemId",
    "Hints",
    "Before",
    "After",
    "Paragraph",
    "Reason",
    "Theme",
    "Title",
    "Source",
    "TypeIn",
    "Speak",
    "Spare1",
    "Spare2",
    "Spare3",
    "Spare4",
    "Written",
)
"""Names of the note type's fields, in order. Frozen: one more, one less or another order forks the note
type in every learner's collection and updates nothing there. New needs take a spare."""


@dataclass(frozen=True, slots=True)
class Note:
    """One Anki note.

    `guid` is what Anki knows it by (see `jinju.model.guid`), the field `ItemId` what jinju does.
    `mod` is when its content last changed, in seconds since 1970 UTC; `fields` are HTML by field name, a
    missing one is empty; `due` is its place among the new cards, from 1; `cards` are the cloze numbers in
    use, ascending, one card each.
    """

    guid: str
    mod: int
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    due: int
    cards: tuple[int, ...]
