"""A note as a running Anki holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.item import ItemId


@dataclass(frozen=True, slots=True)
class Held:
    """`note` is Anki's number of the note, `item` what its field `ItemId` says; `fields` are HTML by name."""

    note: int
    item: ItemId
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[int, ...]
    """Anki's numbers of its cards."""
