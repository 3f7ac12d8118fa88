"""What a deck file remembers beside its items: what jinju made, what a person changed or refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from jinju.model.item import ArticleKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.deck import Deck
    from jinju.model.item import ItemId

_NOWHERE = ArticleKey("")

Mine = Literal["all", "tags"]
"""What of an item a person made their own: the whole item, or its tags only."""


@dataclass(frozen=True, slots=True)
class Made:
    """A clip that jinju wrote into the deck: where it was taken from, and its plain text ("" if unknown)."""

    article: ArticleKey
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item that the person deleted; it stays away for good, also where its sentence changes a little."""

    id: ItemId
    text: str = ""
    article: ArticleKey = _NOWHERE


@dataclass(frozen=True, slots=True)
class Ledger:
    """`made` holds every item jinju wrote last: one that is there and no longer in the deck was deleted."""

    mine: Mapping[ItemId, Mine] = field(default_factory=dict)
    made: Mapping[ItemId, Made] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()


class Stamped(NamedTuple):
    """A deck in which every edit is dated, and the ids of the items that were.

    `changed` says what of each item the person made theirs; None where only its article was edited.
    """

    deck: Deck
    changed: Mapping[ItemId, Mine | None]
