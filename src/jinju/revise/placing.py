"""New items at their place in article order, among items whose order is the person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinju.model.item import ArticleKey, Item, ItemId


def placed(items: Sequence[Item], runs: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """`items` in their order, with what only the runs hold put in.

    Each run is one article's items in article order, those among `items` included. A new item follows the
    one before it in its run; one without such stands before the first of its article, else at the end.
    """
    here = {i.id for i in items}
    after: dict[ItemId, list[Item]] = {}
    ahead: dict[ArticleKey, list[Item]] = {}
    for run in runs:
        last: ItemId | None = None
        for item in run:
            if item.id in here:
                last = item.id
            elif last is None:
                ahead.setdefault(item.article, []).append(item)
            else:
                after.setdefault(last, []).append(item)
    out: list[Item] = []
    for item in items:
        out += [*ahead.pop(item.article, ()), item, *after.get(item.id, ())]
    return (*out, *(item for group in ahead.values() for item in group))
