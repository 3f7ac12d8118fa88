"""An article met again: which one it is, and where its paragraphs have gone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from jinju.revise.alike import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.deck import ArticleEntry
    from jinju.model.item import ArticleKey

_SAME_ARTICLE = 0.3
"""The share of its pieces that an article must share with another to be a version of it."""
_PIECE = 8
_CROWD = 20
_CLAUSE = re.compile(r"[，。！？；：、,.!?;:\n“”‘’\"—…()（）《》]+")


def paired(old: Sequence[ArticleEntry], new: Sequence[ArticleEntry]) -> dict[ArticleKey, ArticleKey]:
    """Key in `new` -> key in `old`, for the articles that are versions of each other."""
    found: dict[ArticleKey, ArticleKey] = {}
    free = {a.key: a for a in old}
    for by in ("key", "digest", "url"):
        known = {getattr(a, by): a.key for a in free.values() if getattr(a, by)}
        for article in new:
            key = known.get(getattr(article, by))
            if article.key not in found and key in free:
                found[article.key] = key
                del free[key]
    if not free or len(found) == len(new):
        return found
    holders: dict[str, list[ArticleKey]] = {}
    sizes: dict[ArticleKey, int] = {}
    for key, entry in free.items():
        pieces = _pieces(entry)
        sizes[key] = len(pieces)
        for piece in pieces:
            holders.setdefault(piece, []).append(key)
    for article in new:
        if article.key in found:
            continue
        pieces = _pieces(article)
        shared = Counter(key for piece in pieces for key in _few(holders.get(piece, ())) if key in sizes)
        shares = {key: count / max(1, min(len(pieces), sizes[key])) for key, count in shared.items()}
        best = max(shares, key=lambda key: shares[key], default=None)
        if best is not None and shares[best] >= _SAME_ARTICLE:
            found[article.key] = best
            del sizes[best]
    return found


def _few(keys: Sequence[ArticleKey]) -> Sequence[ArticleKey]:
    """What stands in many articles tells none of them apart."""
    return keys if len(keys) <= _CROWD else ()


def _pieces(article: ArticleEntry) -> set[str]:
    text = words("".join(article.paragraphs))
    return {text[i : i + _PIECE] for i in range(max(1, len(text) - _PIECE + 1))}


def updated(old: ArticleEntry, new: ArticleEntry) -> ArticleEntry:
    """`old` with the text of `new`: its key and all that is known of it stay, gaps are filled.

    Where the text is the same, the paragraphs stay too, as the person may have edited them.
    """
    same = old.digest == new.digest and len(old.paragraphs) == len(new.paragraphs)
    return replace(
        old,
        title=old.title or new.title,
        source=old.source or new.source,
        url=old.url or new.url,
        author=old.author or new.author,
        date=old.date or new.date,
        digest=new.digest,
        paragraphs=old.paragraphs if same else new.paragraphs,
    )


def moved(old: ArticleEntry, new: ArticleEntry) -> list[int]:
    """For each paragraph of `old` its index in `new`; for one that is gone, that of its neighbour."""
    last = max(0, len(new.paragraphs) - 1)
    if old.paragraphs == new.paragraphs:
        return list(range(len(old.paragraphs)))
    places: dict[int, int] = {}
    matcher = SequenceMatcher(None, old.paragraphs, new.paragraphs, autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        for place in range(a, a_end):
            places[place] = min(b + place - a, max(b, b_end - 1), last)
    return [places[p] for p in range(len(old.paragraphs))]


def stands(clip: str, text: str) -> bool:
    """Whether every clause of the clip stands in the text, given as `words`."""
    clauses = [w for w in map(words, _CLAUSE.split(clip)) if w]
    return bool(clauses) and all(clause in text for clause in clauses)
