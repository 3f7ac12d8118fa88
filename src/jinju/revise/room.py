"""Which stretches of an article are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.revise.identity import clip, is_recite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.deck import ArticleEntry
    from jinju.model.item import Item


class Room:
    """Where in an article some items stand, so that no other is laid over them; recitations may be."""

    def __init__(self, article: ArticleEntry, items: Iterable[Item]) -> None:
        self._article = article
        self._held: dict[int, list[tuple[int, int]]] = {}
        for item in items:
            span = self._span(item)
            if span is not None and not is_recite(item):
                self._held.setdefault(item.paragraph, []).append(span)

    def overlaps(self, item: Item) -> bool:
        """Whether the item, if no recitation, shares a character of the article with one of them."""
        if is_recite(item):
            return False
        span = self._span(item)
        held = self._held.get(item.paragraph, ())
        return span is not None and any(a < span[1] and span[0] < b for a, b in held)

    def _span(self, item: Item) -> tuple[int, int] | None:
        if item.paragraph >= len(self._article.paragraphs):
            return None
        text = clip(item)
        start = self._article.paragraphs[item.paragraph].find(text)
        return None if start < 0 else (start, start + len(text))
