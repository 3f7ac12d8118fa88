"""Which sentences a person refused in one deck, for the user's list that holds in all decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.revise.identity import clip, sentence_hash
from jinju.revise.refusals import deleted

if TYPE_CHECKING:
    from jinju.model.deck import Deck
    from jinju.model.ledger import Ledger


def refused_by(deck: Deck, ledger: Ledger) -> frozenset[str]:
    """Hashes of the sentences of items that the person deleted or marked `keep: no`."""
    texts = [r.text for r in (*ledger.refused, *deleted(deck, ledger))]
    texts += [clip(item) for item in deck.items if not item.keep]
    return frozenset(sentence_hash(text) for text in texts if text)
