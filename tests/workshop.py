"""What is at hand while the notes of an article are built, for tests of single clips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.cards.build import Workshop
from jinju.model.ids import article_key, item_id

if TYPE_CHECKING:
    from jinju.workflows.reading import Picked


def workshop_of(picked: Picked) -> Workshop:
    """The workshop of an article in which no clip stands twice."""
    key = article_key(picked.article.text)
    return Workshop(
        picked.article,
        key,
        picked.words,
        picked.cut,
        picked.topics,
        lambda clip, *, recite: item_id(key, clip, 0, recite=recite),
        picked.judges,
        picked.ranked,
    )
