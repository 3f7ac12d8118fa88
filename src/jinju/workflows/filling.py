"""Decks -> what goes into one package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.cards.note import notes_of
from jinju.model.filled import FilledDeck

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.deck import Deck


def filled_decks(decks: Iterable[Deck], now: int) -> list[FilledDeck]:
    """The decks with their notes; of items with one id the first only.

    `due` runs on where two decks have one name. `now` is in seconds since 1970 UTC.
    """
    seen: set[str] = set()
    due: dict[str, int] = {}
    filled = []
    for deck in decks:
        fresh = replace(deck, items=tuple(i for i in deck.items if not i.keep or i.id not in seen))
        seen |= {i.id for i in fresh.items if i.keep}
        start = due.get(deck.name, 0)
        repeated = len(fresh.items) < len(deck.items) and not any(i.keep for i in fresh.items)
        found_notes = () if repeated else notes_of(fresh, now)
        notes = tuple(replace(n, due=n.due + start) if start else n for n in found_notes)
        due[deck.name] = start + len(notes)
        filled.append(FilledDeck(fresh, notes))
    return filled
