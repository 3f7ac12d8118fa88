"""Which item of a new run is which item of the deck, within one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.revise.alike import matched, words
from jinju.revise.articles import stands
from jinju.revise.identity import clip, is_recite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.model.item import Item, ItemId
    from jinju.model.ledger import Made


def same_items(
    old: Sequence[Item],
    new: Sequence[Item],
    made: Mapping[ItemId, Made],
    old_text: str,
    new_text: str,
) -> dict[int, int]:
    """Index in `new` -> index in `old`: the same clip, else the same id, else the clip changed a little.

    Where a person edited an item, what jinju had made of it counts too. The texts are the article's before
    and after, as `words`; a recitation is never taken for a note.
    """
    clips = [clip(i) for i in old]
    origins = [made[i.id].text if i.id in made and made[i.id].text else clips[n] for n, i in enumerate(old)]
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for texts in (clips, origins):
        known: dict[tuple[bool, str], list[int]] = {}
        for n in reversed(free):
            known.setdefault((is_recite(old[n]), texts[n]), []).append(n)
        for n, item in enumerate(new):
            places = known.get((is_recite(item), clip(item)))
            if n not in found and places:
                found[n] = places.pop()
                del free[found[n]]
    ids = {old[n].id: n for n in free}
    for n, item in enumerate(new):
        if n not in found and item.id in ids:
            found[n] = ids[item.id]
            del free[found[n]]
    for recite in (False, True):
        left = [n for n in free if is_recite(old[n]) == recite]
        fresh = [n for n, item in enumerate(new) if n not in found and is_recite(item) == recite]
        if not left or not fresh:
            continue
        still = [stands(origins[n], new_text) for n in left]
        before = [stands(clip(new[n]), old_text) for n in fresh]
        pairs = matched(
            [origins[n] for n in left],
            [clip(new[n]) for n in fresh],
            lambda a, b, still=still, before=before: not still[a] and not before[b],  # type: ignore[misc]
        )
        for b, a in pairs.items():
            found[fresh[b]] = left[a]
            del free[left[a]]
    return found


def text_words(paragraphs: Sequence[str]) -> str:
    """All words of an article, run together."""
    return words("".join(paragraphs))
