"""A deck made again: what did not change keeps its time, so that Anki leaves the learner's note alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.revise.edits import seal
from jinju.revise.identity import content_digest

if TYPE_CHECKING:
    from jinju.model.deck import Deck


def renew(new: Deck, old: Deck | None, now: int) -> Deck:
    """`new` with digests and times; an item that `old` holds with the same content keeps its time.

    `now` is in seconds since 1970 UTC; a changed item gets max(now, old time + 1).
    """
    if old is None:
        return seal(new, now)
    before = {item.id: item for item in old.items}
    articles = {a.key: a for a in new.articles}
    items = []
    for item in new.items:
        was = before.get(item.id)
        if was is not None:
            same = content_digest(item, articles.get(item.article)) == was.written
            item = replace(  # noqa: PLW2901
                item, changed=was.changed if same else max(now, was.changed + 1), retired=was.retired
            )
        items.append(item)
    return seal(replace(new, items=tuple(items)), now)
