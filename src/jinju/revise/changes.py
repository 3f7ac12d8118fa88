"""What a re-run did to a deck, item by item, for a person to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jinju.model.deck import Deck
    from jinju.model.item import ItemId
    from jinju.model.ledger import Ledger

ChangeKind = Literal["added", "updated", "kept", "theirs", "gone", "rejected"]
"""`theirs`: the program would write it otherwise, the person's version stays. `gone`: kept, though its
sentence no longer stands in the article. `rejected`: not added, or kept out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One item's fate. `reason` is a message code; texts are in cloze notation, "" where there is none.

    With the reason "change-alike" it is an article's: `id` its key, the texts its titles; it was told by
    nothing but its text.
    """

    kind: ChangeKind
    id: ItemId
    reason: str
    before: str = ""
    after: str = ""
    retired: tuple[int, ...] = ()
    """Cloze numbers that lost their blank: in Anki, empty cards to delete."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A deck brought up to date, for the deck file, and what the user's own list of refusals should learn.

    `refused` are hashes of sentences to keep away from all decks, `allowed` those to take off that list,
    because the deck holds them again.
    """

    deck: Deck
    ledger: Ledger
    changes: tuple[Change, ...]
    refused: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
