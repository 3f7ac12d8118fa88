"""Who is who: permanent ids, and digests by which a person's edit is recognised.

Ids are drawn once and then live in the deck file; nothing recomputes them. See docs/decisions/0001.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.cloze import ClozeError, parse
from jinju.model.item import ArticleKey, Item, ItemId

if TYPE_CHECKING:
    from jinju.model.deck import ArticleEntry, Deck

_ID_LENGTH = 13
_DIGEST_LENGTH = 6
_NOT_WORDS = re.compile(r"[\W_]+")


def _base32(*fields: str | int, length: int) -> str:
    """The first `length` base32 characters of the SHA-256 of `fields`, each kept apart from the next."""
    raw = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.sha256(raw).digest()).decode("ascii").lower()[:length]


def article_key(clean_text: str) -> ArticleKey:
    """The permanent key of an article, drawn from its cleaned text at the first make.

    A letter and 65 bits; the odds that two of n articles share one are about n² / 2⁶⁶.
    """
    return ArticleKey("a" + _base32("article", clean_text, length=_ID_LENGTH))


def article_digest(clean_text: str) -> str:
    """The SHA-256 of an article's cleaned text, hexadecimal."""
    return hashlib.sha256(clean_text.encode("utf-8", "surrogatepass")).hexdigest()


def item_id(article: ArticleKey, clip: str, occurrence: int = 0, *, recite: bool = False) -> ItemId:
    """The permanent id of an item, drawn from its article, its plain clip and which of its equals it is.

    A letter and 65 bits: among a million items the odds that any two share an id are about 1 in 70
    million. `recite` keeps the recitation of a line apart from the note on the same line.
    """
    kind = "recite" if recite else "item"
    return ItemId("i" + _base32(kind, article, clip, occurrence, length=_ID_LENGTH))


def is_recite(item: Item) -> bool:
    """Whether every blank of the item is a recitation."""
    return bool(item.kinds) and all(kind == "recite" for kind in item.kinds.values())


def clip(item: Item) -> str:
    """The item's text without marks; the text itself where the notation is broken."""
    try:
        return parse(item.text).plain
    except ClozeError:
        return item.text


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
        "paragraph": item.paragraph,
    }
    filled = json.dumps({name: value for name, value in body.items() if value}, ensure_ascii=False)
    parts = [_base32("body", filled, length=_DIGEST_LENGTH)]
    parts.append(_base32("tags", *sorted(item.tags), length=_DIGEST_LENGTH))
    if article is not None:
        parts.append(_article_digest(article, item.paragraph))
    return ".".join(parts)


def _article_digest(article: ArticleEntry, paragraph: int) -> str:
    inside = 0 <= paragraph < len(article.paragraphs)
    text = article.paragraphs[paragraph] if inside else ""
    fields = (article.title, article.source, article.url, article.author, article.date, text)
    return _base32("article", *fields, length=_DIGEST_LENGTH)


def is_edited(item: Item, article: ArticleEntry | None = None) -> bool:
    """Whether the item differs from what jinju last wrote, or was never written by jinju.

    With `article`, an edit of the article's title, source or paragraph counts too.
    """
    now = content_digest(item, article).split(".")
    return item.written.split(".")[: len(now)] != now


def sentence_hash(plain: str) -> str:
    """A hash of a sentence's words, whatever its punctuation, spacing, width or case; 80 bits."""
    words = _NOT_WORDS.sub("", unicodedata.normalize("NFKC", plain)).casefold()
    return _base32("sentence", words, length=16)
