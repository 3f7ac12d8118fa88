"""An article met again: which one it is, and where its paragraphs have gone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from jinju.revise.alike import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.deck import ArticleEntry
    from jinju.model.item import ArticleKey

_SAME_ARTICLE = 0.5
"""The share of their pieces that two articles must have in common, each of its own, to be versions of one."""
_SAME_NAMED = 0.3
"""The share of the shorter one's that is enough where title, address or source is the same."""
_PIECE = 8
_CROWD = 20
_CLAUSE = re.compile(r"[，。！？；：、,.!?;:\n“”‘’\"—…()（）《》]+")


class Paired(NamedTuple):
    """`keys`: key in `new` -> key in `old`. `alike`: those of `new` told by nothing but their text."""

    keys: dict[ArticleKey, ArticleKey]
    alike: frozenset[ArticleKey]


def paired(old: Sequence[ArticleEntry], new: Sequence[ArticleEntry]) -> Paired:
    """The articles that are versions of each other.

    Told by key, text or address, else by likeness: both have most of their text in common, or they bear
    the same name and have a good part of the shorter one in common.
    """
    found: dict[ArticleKey, ArticleKey] = {}
    free = {a.key: a for a in old}
    for by in ("key", "digest", "url"):
        known = {getattr(a, by): a.key for a in free.values() if getattr(a, by)}
        for article in new:
            key = known.get(getattr(article, by))
            if article.key not in found and key in free:
                found[article.key] = key
                del free[key]
    alike: set[ArticleKey] = set()
    if not free or len(found) == len(new):
        return Paired(found, frozenset())
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
        shares = {}
        for key, count in shared.items():
            named = _same_name(free[key], article)
            of = min(len(pieces), sizes[key]) if named else max(len(pieces), sizes[key])
            if count / max(1, of) >= (_SAME_NAMED if named else _SAME_ARTICLE):
                shares[key] = (count / max(len(pieces), sizes[key]), named)
        best = max(shares, key=lambda key: shares[key][0], default=None)
        if best is not None:
            found[article.key] = best
            del sizes[best]
            if not shares[best][1]:
                alike.add(article.key)
    return Paired(found, frozenset(alike))


def _same_name(a: ArticleEntry, b: ArticleEntry) -> bool:
    return any(x and x == y for x, y in ((a.title, b.title), (a.url, b.url), (a.source, b.source)))


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
