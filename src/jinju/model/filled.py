"""A deck with its notes filled: what every exporter is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from jinju.model.cloze import parse
from jinju.model.guid import guid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.cloze import Cloze
    from jinju.model.deck import ArticleEntry, Deck
    from jinju.model.item import Item
    from jinju.model.note import Note


class FilledItem(NamedTuple):
    """One item that is exported: as the deck file holds it, taken apart, and as its note."""

    item: Item
    article: ArticleEntry
    cloze: Cloze
    note: Note


@dataclass(frozen=True, slots=True)
class FilledDeck:
    """A deck and the notes of the items it keeps, in the order in which they are to be learnt."""

    deck: Deck
    notes: tuple[Note, ...]

    def items(self) -> Iterator[FilledItem]:
        """What is exported, in the order of the notes."""
        items = {guid_of(item.id): item for item in self.deck.items}
        articles = {article.key: article for article in self.deck.articles}
        for note in self.notes:
            item = items[note.guid]
            yield FilledItem(item, articles[item.article], parse(item.text), note)
