"""What is wrong with a card, where, and how it may be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinju.model.item import Item, ItemId

Severity = Literal["error", "warn", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one item. `check.<rule>` and `remedy.<rule>` in `jinju.messages` say it in words.

    `deck` and `place` count from 0: which of the decks, which of its items. `key` is the field of the
    deck file in which the fault stands. `fix` mends the item where that is safe.
    """

    rule: str
    severity: Severity
    deck: int
    place: int
    item: ItemId
    key: str = "text"
    details: tuple[tuple[str, object], ...] = ()
    fix: Callable[[Item], Item] | None = None
