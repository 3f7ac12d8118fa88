"""The same sentence in several articles of one deck is asked once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from jinju.revise.articles import paired
from jinju.revise.identity import clip, is_recite, sentence_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinju.model.deck import Deck
    from jinju.model.item import ArticleKey, Item, ItemId
    from jinju.model.ledger import Made

_Sentence = tuple[str, bool]


class Repeat(NamedTuple):
    """A sentence that stands twice.

    `once`: left out of the article `here`, as the article `there` has it. `twice`: asked in two decks. `id`:
    in two decks as one note, which Anki keeps in the one that it met first.
    """

    kind: Literal["once", "twice", "id"]
    text: str
    here: str
    there: str


def without_repeats(old: Deck, new: Deck, made: Mapping[ItemId, Made]) -> tuple[Deck, list[Repeat]]:
    """`new` without items whose sentence another article of it, or of `old`, has, and what was left out.

    What `old` already holds stays in `new`, too: nobody's reviews end for it. `made` is what jinju once made
    of the items of `old`, by which it knows those that a person edited. A note and the recitation of its
    line are no repeats.
    """
    keys = paired(old.articles, new.articles).keys
    titles = {a.key: a.title for a in old.articles} | {keys.get(a.key, a.key): a.title for a in new.articles}
    holders: dict[_Sentence, ArticleKey] = {}
    held: set[tuple[_Sentence, ArticleKey]] = set()
    for item in old.items:
        texts = {clip(item), made[item.id].text if item.id in made else ""}
        for sentence in [(sentence_hash(text), is_recite(item)) for text in sorted(texts) if text]:
            held.add((sentence, item.article))
            if item.keep:
                holders.setdefault(sentence, item.article)
    kept: list[Item] = []
    found: list[Repeat] = []
    for item in new.items:
        article = keys.get(item.article, item.article)
        sentence = (sentence_hash(clip(item)), is_recite(item))
        holder = holders.setdefault(sentence, article)
        if holder == article or (sentence, article) in held:
            kept.append(item)
        else:
            found.append(Repeat("once", clip(item), titles[article], titles.get(holder, holder)))
    return replace(new, items=tuple(kept)), found


def across(decks: Sequence[Deck]) -> Iterator[Repeat]:
    """The sentences that stand in two of the decks."""
    from jinju.revise.lint.twins import twins  # noqa: PLC0415 - the whole lint comes with it

    items = [{i.id: i for i in deck.items} for deck in decks]
    for twin in twins(decks):
        if twin.deck != twin.other_deck:
            text = clip(items[twin.deck][twin.item])
            here, there = decks[twin.deck].name, decks[twin.other_deck].name
            yield Repeat("id" if twin.kind == "id" else "twice", text, here, there)
