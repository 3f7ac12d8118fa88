"""Items and articles as JSON in the store, so that a card can be shown without its deck file."""

from __future__ import annotations

import json
from typing import Any

from jinju.model.deck import ArticleEntry
from jinju.model.item import ArticleKey, Item, ItemId


def pack_item(item: Item) -> str:
    """What of an item studying needs; its id, article and theme have columns of their own."""
    return _pack(
        {
            "text": item.text,
            "hints": {str(n): list(ladder) for n, ladder in item.hints.items()},
            "kinds": {str(n): kind for n, kind in item.kinds.items()},
            "cue": item.cue,
            "before": item.before,
            "after": item.after,
            "paragraph": item.paragraph,
            "reasons": list(item.reasons),
            "tags": list(item.tags),
            "retired": list(item.retired),
        }
    )


def unpack_item(guid: str, article: str, theme: str, content: str) -> Item:
    """The item again."""
    held: dict[str, Any] = json.loads(content)
    return Item(
        ItemId(guid),
        ArticleKey(article),
        held["text"],
        {int(n): tuple(ladder) for n, ladder in held["hints"].items()},
        {int(n): kind for n, kind in held["kinds"].items()},
        held["cue"],
        held["before"],
        held["after"],
        held["paragraph"],
        theme,
        tuple(held["reasons"]),
        tags=tuple(held["tags"]),
        retired=tuple(held["retired"]),
    )


def pack_article(article: ArticleEntry) -> str:
    """An article; its key and title have columns of their own."""
    return _pack(
        {
            "digest": article.digest,
            "paragraphs": list(article.paragraphs),
            "source": article.source,
            "url": article.url,
            "author": article.author,
            "date": article.date,
        }
    )


def unpack_article(key: str, title: str, content: str) -> ArticleEntry:
    """The article again."""
    held: dict[str, Any] = json.loads(content)
    return ArticleEntry(ArticleKey(key), title, **{**held, "paragraphs": tuple(held["paragraphs"])})


def _pack(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))
