"""Which reviews are new to somebody who knows some already: so that bringing them twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinju.model.review import CardKey, Review

NEAR: Final = 500
"""Milliseconds: Anki logs no two answers at one instant, so on the way there an answer may move on a little;
nobody answers one card twice alike within this time."""


def unknown_of(found: Iterable[Review], known: Iterable[Review]) -> list[Review]:
    """Those of `found`, in their order, that are not among `known`; none of these stands for two."""
    there: dict[CardKey, dict[int, Review]] = {}
    for review in known:
        there.setdefault(review.card, {})[review.when.at] = review
    wanted = list(found)
    left = [r for r in wanted if there.get(r.card, {}).pop(r.when.at, None) is None]
    return [r for r in left if not _taken(r, there.get(r.card, {}))]


def _taken(review: Review, there: dict[int, Review]) -> bool:
    """Whether one that is near and alike stands for `review`; that one then stands for no other."""
    near = [
        at
        for at, other in there.items()
        if other.rating is review.rating and abs(at - review.when.at) <= NEAR
    ]
    if not near:
        return False
    del there[min(near, key=lambda at: (abs(at - review.when.at), at))]
    return True
