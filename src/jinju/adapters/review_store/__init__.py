"""The store of reviews: one SQLite file that loses nothing (docs/store.md)."""

from jinju.adapters.review_store.cards import Counts
from jinju.adapters.review_store.decks import KnownDeck, Refreshed
from jinju.adapters.review_store.reviews import Added, Fold, Logged, Recent, Recorded
from jinju.adapters.review_store.rows import StoredCard
from jinju.adapters.review_store.store import Store, open_store

__all__ = [
    "Added",
    "Counts",
    "Fold",
    "KnownDeck",
    "Logged",
    "Recent",
    "Recorded",
    "Refreshed",
    "Store",
    "StoredCard",
    "open_store",
]
