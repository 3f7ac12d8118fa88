"""What a person edited in the deck file: found by digest, dated, and marked as theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.blanks import blanks_told, told
from jinju.model.cloze import ClozeError, parse
from jinju.model.ledger import Stamped
from jinju.revise.identity import content_digest, is_edited

if TYPE_CHECKING:
    from jinju.model.deck import Deck
    from jinju.model.item import Item, ItemId
    from jinju.model.ledger import Mine


def seal(deck: Deck, now: int) -> Deck:
    """A deck as jinju wrote it just now: every item with its digest, and a time where it has none."""
    articles = {a.key: a for a in deck.articles}
    items = tuple(
        replace(i, changed=i.changed or now, written=told(i, content_digest(i, articles.get(i.article))))
        for i in deck.items
    )
    return replace(deck, items=items)


def stamp(deck: Deck, now: int) -> Stamped:
    """Date what a person edited: `changed` becomes max(now, old + 1), for Anki skips what is not newer.

    Numbers that the person took out of the text are retired, so that no other blank gets them.
    `now` is in seconds since 1970 UTC. A second call changes nothing.
    """
    articles = {a.key: a for a in deck.articles}
    items: list[Item] = []
    changed: dict[ItemId, Mine | None] = {}
    for item in deck.items:
        article = articles.get(item.article)
        if not is_edited(item, article):
            items.append(item)
            continue
        changed[item.id] = edited_part(item)
        items.append(
            replace(
                item,
                retired=tuple(sorted({*item.retired, *_missing(item)})),
                changed=max(now, item.changed + 1),
                written=told(item, content_digest(item, article)),
            )
        )
    return Stamped(replace(deck, items=tuple(items)), changed)


def edited_part(item: Item) -> Mine | None:
    """What of the item a person edited since jinju last wrote it."""
    body, tags = content_digest(item).split(".")
    old_body, old_tags, *_ = [*item.written.split("."), "", ""]
    if body != old_body:
        return "all"
    return "tags" if tags != old_tags else None


def _missing(item: Item) -> set[int]:
    """Numbers that once had a blank, as kinds and the last stamp still tell, and have none now."""
    try:
        here = parse(item.text).numbers
    except ClozeError:
        return set()
    return {*item.kinds, *blanks_told(item.written)} - {*here}
