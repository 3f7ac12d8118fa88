"""Interleaving: neighbours come from other articles and themes, siblings apart, the order else as it was."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.study.queue import Queued

AHEAD = 12
"""A card moves forward by fewer places than this."""
APART = 5
"""So many cards stand between two of one item, where there are others."""
AT_ONCE = 3
"""Articles from which new cards come in turn; more at a time, and none would be finished."""


def interleaved(cards: Iterable[Queued]) -> list[Queued]:
    """The same cards; each time the first of the next few that is furthest from what was just shown."""
    waiting = iter(cards)
    window: list[Queued] = []
    recent: deque[str] = deque(maxlen=APART)
    found: list[Queued] = []
    while True:
        while len(window) < AHEAD and (more := next(waiting, None)) is not None:
            window.append(more)
        if not window:
            return found
        last = found[-1] if found else None
        best = min(range(len(window)), key=lambda i: (_nearness(window[i], last, recent), i))
        found.append(window.pop(best))
        recent.append(found[-1].group)


def spread(cards: Sequence[Queued]) -> list[Queued]:
    """The same cards, the siblings of an item as far apart as they can be; without siblings as they were."""
    count = Counter(card.group for card in cards)
    first: dict[str, float] = {}
    nth: Counter[str] = Counter()
    places = []
    for i, card in enumerate(cards):
        start = first.setdefault(card.group, i / len(cards))
        places.append(((start + nth[card.group]) / count[card.group], i))
        nth[card.group] += 1
    return [cards[i] for _, i in sorted(places)]


def in_turn(cards: Iterable[Queued]) -> list[Queued]:
    """New cards in the order of their article, one from each of the first few articles in turn."""
    by_article: dict[str, deque[Queued]] = {}
    for card in sorted(cards, key=lambda c: (c.position, c.article, c.key)):
        by_article.setdefault(card.article, deque()).append(card)
    waiting = deque(by_article.values())
    active: deque[deque[Queued]] = deque()
    found: list[Queued] = []
    while waiting or active:
        while waiting and len(active) < AT_ONCE:
            active.append(waiting.popleft())
        article = active.popleft()
        found.append(article.popleft())
        if article:
            active.append(article)
    return found


def mixed(reviews: Sequence[Queued], new: Sequence[Queued]) -> list[Queued]:
    """New cards spread evenly among the reviews, each kind in its order."""
    places = [
        ((i + 0.5) / len(cards), kind, card)
        for kind, cards in enumerate((reviews, new))
        for i, card in enumerate(cards)
    ]
    return [card for _, _, card in sorted(places, key=lambda p: p[:2])]


def _nearness(card: Queued, last: Queued | None, recent: Iterable[str]) -> int:
    if last is None:
        return 0
    same_theme = bool(card.theme) and card.theme == last.theme
    return 4 * (card.group in recent) + 2 * (card.article == last.article) + same_theme
