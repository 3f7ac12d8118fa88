"""A deck and what a new run makes of its articles -> the deck brought up to date, and what changed.

See docs/decisions/0001 for who wins: reviews first, then the person, then the program.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.item import ItemId
from jinju.model.ledger import Ledger, Made
from jinju.revise.articles import paired, updated
from jinju.revise.changes import Change, Merged
from jinju.revise.edits import edited_part, stamp
from jinju.revise.identity import clip, mint, sentence_hash
from jinju.revise.placing import placed
from jinju.revise.refusals import Refusals, deleted
from jinju.revise.rerun import Memory, rerun

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jinju.model.deck import Deck
    from jinju.model.item import ArticleKey, Item
    from jinju.model.ledger import Mine

_NOTHING: frozenset[str] = frozenset()


def merge(
    old: Deck,
    new: Deck,
    now: int,
    ledger: Ledger | None = None,
    refused: Collection[str] = _NOTHING,
    *,
    reblank: bool = False,
) -> Merged:
    """`old`, as it stands in the deck file, brought up to date with `new`, as made just now.

    `now` is in seconds since 1970 UTC; `ledger` is what the file remembers; `refused` holds hashes of
    sentences refused in any deck; `reblank` takes the program's new choice of blanks where a clip is the
    same. Merging the result with the same `new` again changes nothing.
    """
    ledger = ledger or Ledger()
    mine = dict(ledger.mine)
    for item in old.items:
        part = edited_part(item)
        if part is not None and mine.get(item.id) != "all":
            mine[item.id] = part
    refusals = [*ledger.refused, *deleted(old, ledger)]
    memory = Memory(mine, ledger.made, Refusals(refusals, refused))
    pairs = paired(old.articles, new.articles)
    fresh = _under_known_keys(new, pairs.keys)
    articles = {a.key: a for a in old.articles}
    items = {i.id: i for i in old.items}
    taken = {*items, *(r.id for r in refusals)}
    of_old, of_new = _by_article(old), _by_article(fresh)
    alike = {pairs.keys[key] for key in pairs.alike}
    changes: list[Change] = []
    runs: list[list[Item]] = []
    origins: dict[ItemId, str] = {}
    for article in fresh.articles:
        key = article.key
        was = articles.get(key)
        articles[key] = updated(was, article) if was else article
        if was and key in alike:
            changes.append(Change("updated", ItemId(key), "change-alike", was.title, article.title))
        out = rerun(
            was=was,
            now_is=articles[key],
            old=of_old.get(key, ()),
            new=of_new.get(key, ()),
            memory=memory,
            taken=taken,
            reblank=reblank,
        )
        items |= {i.id: i for i in out.settled}
        changes += out.changes
        runs.append(out.order)
        origins |= out.origins
        refusals += out.refusals
    merged = replace(
        old,
        articles=tuple(articles.values()),
        items=placed(list(items.values()), runs),
        settings={**old.settings, **new.settings},
    )
    merged = stamp(merged, now).deck
    mine = {name: part for name, part in mine.items() if name in items}
    made = _made(merged, ledger, mine, origins)
    return Merged(
        merged,
        Ledger(mine, made, tuple(refusals)),
        tuple(changes),
        frozenset(
            sentence_hash(text)
            for text in [
                *(r.text for r in refusals),
                *(clip(i) for i in merged.items if not i.keep),
                *(made[i.id].text for i in merged.items if not i.keep and i.id in made),
            ]
            if text
        ),
        frozenset(sentence_hash(clip(i)) for i in merged.items if i.keep).intersection(refused),
    )


def begin(new: Deck, now: int, refused: Collection[str] = _NOTHING) -> Merged:
    """A first make as a merge with nothing: ids drawn, refused sentences left out, everything dated."""
    return merge(replace(new, articles=(), items=()), new, now, None, refused)


def _under_known_keys(new: Deck, keys: Mapping[ArticleKey, ArticleKey]) -> Deck:
    """`new` with the article keys that the deck already has, ids drawn from them, and tags without spaces."""
    articles = tuple(replace(a, key=keys.get(a.key, a.key)) for a in new.articles)
    items = tuple(
        replace(
            i, article=keys.get(i.article, i.article), tags=tuple("_".join(t.split()) or t for t in i.tags)
        )
        for i in new.items
    )
    return mint(replace(new, articles=articles, items=items))


def _by_article(deck: Deck) -> dict[ArticleKey, list[Item]]:
    groups: dict[ArticleKey, list[Item]] = {}
    for item in deck.items:
        groups.setdefault(item.article, []).append(item)
    return groups


def _made(
    deck: Deck, ledger: Ledger, mine: Mapping[ItemId, Mine], origins: Mapping[ItemId, str]
) -> dict[ItemId, Made]:
    """What jinju made of the deck's items; of those that a person holds, what it would make now."""
    made: dict[ItemId, Made] = {}
    for item in deck.items:
        before = ledger.made.get(item.id)
        if item.id in origins:
            made[item.id] = Made(item.article, origins[item.id], item.paragraph)
        elif before is not None and (mine.get(item.id) == "all" or not item.keep):
            made[item.id] = replace(before, paragraph=item.paragraph)
        elif mine.get(item.id) != "all":
            made[item.id] = Made(item.article, clip(item), item.paragraph)
    return made
