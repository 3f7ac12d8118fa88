"""Permanent ids, drawn from what they name at the first make; afterwards the deck file keeps them."""

from __future__ import annotations

import base64
import hashlib
import json

from jinju.model.item import ArticleKey, ItemId

_LENGTH = 13


def draw(*fields: str | int, length: int) -> str:
    """The first `length` (16 at most) base32 characters of the SHA-256 of `fields`, kept apart."""
    raw = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b32encode(hashlib.sha256(raw).digest()[:10]).decode("ascii").lower()[:length]


def article_key(clean_text: str) -> ArticleKey:
    """The permanent key of an article, drawn from its cleaned text at the first make.

    A letter and 65 bits; the odds that two of n articles share one are about n² / 2⁶⁶.
    """
    return ArticleKey("a" + draw("article", clean_text, length=_LENGTH))


def item_id(article: ArticleKey, clip: str, occurrence: int = 0, *, recite: bool = False) -> ItemId:
    """The permanent id of an item, drawn from its article, its plain clip and which of its equals it is.

    A letter and 65 bits: among a million items the odds that any two share an id are about 1 in 70
    million. `recite` keeps the recitation of a line apart from the note on the same line.
    """
    kind = "recite" if recite else "item"
    return ItemId("i" + draw(kind, article, clip, occurrence, length=_LENGTH))


def article_digest(clean_text: str) -> str:
    """The SHA-256 of an article's cleaned text, hexadecimal."""
    return hashlib.sha256(clean_text.encode("utf-8", "surrogatepass")).hexdigest()
