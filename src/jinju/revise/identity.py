"""Who is who: permanent ids, and digests by which a person's edit is recognised.

Ids are drawn once and then live in the deck file; nothing recomputes them. See docs/decisions/0001.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jinju.model.cloze import ClozeError, parse
from jinju.model.ids import article_key, draw, item_id

if TYPE_CHECKING:
    from jinju.model.deck import ArticleEntry, Deck
    from jinju.model.item import ArticleKey, Item

__all__ = [
    "article_key",
    "clip",
    "content_digest",
    "is_edited",
    "is_recite",
    "item_id",
    "mint",
    "sentence_hash",
]

_DIGEST_LENGTH = 6
_NOT_WORDS = re.compile(r"[\W_]+")


def is_recite(item: Item) -> bool:
    """Whether every blank of the item is a recitation."""
    return bool(item.kinds) and all(kind == "recite" for kind in item.kinds.values())


def clip(item: Item) -> str:
    """The item's text without marks; the text itself where the notation is broken."""
    return _plain(item.text)


@lru_cache(maxsize=32768)
def _plain(text: str) -> str:
    try:
        return parse(text).plain
    except ClozeError:
        return text


def mint(deck: Deck) -> Deck:
    """The deck with an id drawn for every item; same articles and clips, same ids."""
    seen: dict[tuple[ArticleKey, str, bool], int] = {}
    items = []
    for item in deck.items:
        key = (item.article, clip(item), is_recite(item))
        occurrence = seen.get(key, 0)
        seen[key] = occurrence + 1
        items.append(replace(item, id=item_id(key[0], key[1], occurrence, recite=key[2])))
    return replace(deck, items=tuple(items))


def content_digest(item: Item, article: ArticleEntry | None = None) -> str:
    """A digest of all that reaches the card, in three parts: the item, its tags, its article.

    Fields that are empty do not count, so a field added to `Item` later leaves old digests as they are.
    Each part has 30 bits: an edit goes unnoticed once in a billion. Without `article`, two parts.
    """
    body = {
        "text": item.text,
        "hints": [[n, list(steps)] for n, steps in sorted(item.hints.items()) if steps],
        "kinds": sorted(item.kinds.items()),
        "cue": item.cue,
        "before": item.before,
        "after": item.after,
        "theme": item.theme,
        "reasons": list(item.reasons),
    }
    filled = json.dumps({name: value for name, value in body.items() if value}, ensure_ascii=False)
    parts = [draw("body", filled, length=_DIGEST_LENGTH)]
    parts.append(draw("tags", *sorted(item.tags), length=_DIGEST_LENGTH))
    if article is not None:
        parts.append(_article_digest(article, item.paragraph))
    return ".".join(parts)


def _article_digest(article: ArticleEntry, paragraph: int) -> str:
    inside = 0 <= paragraph < len(article.paragraphs)
    text = article.paragraphs[paragraph] if inside else ""
    fields = (article.title, article.source, article.url, article.author, article.date, text)
    return draw("article", *fields, length=_DIGEST_LENGTH)


def is_edited(item: Item, article: ArticleEntry | None = None) -> bool:
    """Whether the item differs from what jinju last wrote, or was never written by jinju.

    With `article`, an edit of the article's title, source or paragraph counts too.
    """
    now = content_digest(item, article).split(".")
    return item.written.split(".")[: len(now)] != now


def sentence_hash(plain: str) -> str:
    """A hash of a sentence's words, whatever its punctuation, spacing, width or case; 80 bits."""
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", plain)).casefold()
    return draw("sentence", words, length=16)
