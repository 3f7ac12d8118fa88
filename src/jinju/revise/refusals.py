"""What a person does not want: sentences deleted from this deck, and those refused in any deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.model.ledger import Refusal
from jinju.revise.alike import matched
from jinju.revise.articles import stands
from jinju.revise.identity import clip, sentence_hash

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jinju.model.deck import Deck
    from jinju.model.item import ArticleKey, Item
    from jinju.model.ledger import Ledger


def deleted(deck: Deck, ledger: Ledger) -> tuple[Refusal, ...]:
    """Items that jinju wrote and that are no longer there: the person deleted them."""
    here = {i.id for i in deck.items}
    known = {r.id for r in ledger.refused}
    return tuple(
        Refusal(name, made.text, made.article)
        for name, made in ledger.made.items()
        if name not in here and name not in known
    )


class Refusals:
    """All that is refused; `everywhere` holds hashes of sentences refused in any deck."""

    def __init__(self, refusals: Sequence[Refusal], everywhere: Collection[str]) -> None:
        self.ids = {r.id for r in refusals}
        self.everywhere = everywhere
        self.here = {sentence_hash(r.text) for r in refusals if r.text}
        self.texts: dict[ArticleKey, list[str]] = {}
        for refusal in refusals:
            if refusal.text:
                self.texts.setdefault(refusal.article, []).append(refusal.text)

    def knows(self, item: Item) -> bool:
        """Whether the very sentence is among those refused here."""
        return sentence_hash(clip(item)) in self.here


def refused_among(
    new: Sequence[Item],
    refusals: Refusals,
    old_text: str,
    new_text: str,
) -> dict[int, str]:
    """Index in `new`, the items of one article, -> why it stays away.

    The texts are the article's before and after, as `words`.
    """
    found: dict[int, str] = {}
    if not refusals.ids and not refusals.everywhere:
        return found
    for n, item in enumerate(new):
        sentence = sentence_hash(clip(item))
        if item.id in refusals.ids or sentence in refusals.here:
            found[n] = "change-deleted"
        elif sentence in refusals.everywhere:
            found[n] = "change-refused"
    texts = refusals.texts.get(new[0].article, ()) if new else ()
    if not texts:
        return found
    rest = [n for n in range(len(new)) if n not in found]
    still = [stands(t, new_text) for t in texts]
    before = [stands(clip(new[n]), old_text) for n in rest]
    for b in matched(texts, [clip(new[n]) for n in rest], lambda a, b: not still[a] and not before[b]):
        found[rest[b]] = "change-deleted"
    return found
