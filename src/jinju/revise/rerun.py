"""One article run again: what becomes of each item that the deck has, and of each that the run brings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jinju.model.ledger import Refusal
from jinju.revise.articles import moved, stands
from jinju.revise.changes import Change
from jinju.revise.follow import followed
from jinju.revise.identity import clip, is_recite, item_id
from jinju.revise.matching import same_items, text_words
from jinju.revise.refusals import Refusals, refused_among
from jinju.revise.room import Room
from jinju.revise.update import updated

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from jinju.model.deck import ArticleEntry
    from jinju.model.item import Item, ItemId
    from jinju.model.ledger import Made, Mine


@dataclass(frozen=True, slots=True)
class Memory:
    """What a person decided before."""

    mine: Mapping[ItemId, Mine]
    made: Mapping[ItemId, Made]
    refusals: Refusals


@dataclass(slots=True)
class Outcome:
    """What a run came to.

    `settled`: the deck's own items as they are now. `order`: all items in the order of the article.
    `origins`: for items that do not follow their sentence, what it has become. `refusals`: more of them,
    for sentences that changed.
    """

    settled: list[Item] = field(default_factory=list)
    order: list[Item] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    origins: dict[ItemId, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)


def rerun(
    *,
    was: ArticleEntry | None,
    now_is: ArticleEntry,
    old: Sequence[Item],
    new: Sequence[Item],
    memory: Memory,
    taken: set[ItemId],
    reblank: bool = False,
) -> Outcome:
    """What becomes of `old` when the article yields `new`; ids given out are added to `taken`."""
    old_text = text_words(was.paragraphs) if was else ""
    new_text = text_words(now_is.paragraphs)
    found = same_items(old, new, memory.made, old_text, new_text)
    left = [n for n in range(len(new)) if n not in found]
    why = refused_among([new[n] for n in left], memory.refusals, old_text, new_text)
    reasons = {left[n]: reason for n, reason in why.items()}
    out = Outcome()
    met = Room(now_is, [new[n] for n in found])
    kept = _kept(
        was=was,
        now_is=now_is,
        old=old,
        met={*found.values()},
        memory=memory,
        new_text=new_text,
        room=met,
        out=out,
    )
    room = Room(now_is, [i for i in kept if i.keep])
    for n, item in enumerate(new):
        if n in found:
            settled = _settled(old[found[n]], item, memory, out, reblank=reblank)
            out.settled.append(settled)
            out.order.append(settled)
        elif n in reasons:
            out.changes.append(Change("rejected", item.id, reasons[n], after=item.text))
            if reasons[n] == "change-deleted" and not memory.refusals.knows(item):
                out.refusals.append(Refusal(_free_id(item, taken), clip(item), item.article))
                taken.add(out.refusals[-1].id)
        elif room.overlaps(item):
            out.changes.append(Change("rejected", item.id, "change-overlap", after=item.text))
        else:
            added = replace(item, id=_free_id(item, taken))
            taken.add(added.id)
            out.order.append(added)
            out.changes.append(Change("added", added.id, "change-new", after=item.text))
    return out


def _settled(old: Item, new: Item, memory: Memory, out: Outcome, *, reblank: bool) -> Item:
    """The deck's item after the run met its sentence again."""
    moved_only = replace(old, paragraph=new.paragraph)
    mine = memory.mine.get(old.id)
    if mine == "all" or not old.keep:
        out.origins[old.id] = clip(new)
    if not old.keep:
        out.changes.append(Change("rejected", old.id, "change-keep-no", old.text))
        return moved_only
    fresh = updated(old, new, mine, reblank=reblank)
    if mine == "all":
        if fresh.text != old.text:
            out.changes.append(Change("theirs", old.id, "change-theirs", old.text, fresh.text))
        else:
            out.changes.append(Change("kept", old.id, "change-same", old.text))
        return moved_only
    if replace(fresh, score=old.score) == moved_only:
        out.changes.append(Change("kept", old.id, "change-same", old.text))
        return moved_only
    reason = "change-context" if fresh.text == old.text else "change-text"
    retired = tuple(sorted({*fresh.retired} - {*old.retired}))
    out.changes.append(Change("updated", old.id, reason, old.text, fresh.text, retired))
    return fresh


def _kept(
    *,
    was: ArticleEntry | None,
    now_is: ArticleEntry,
    old: Sequence[Item],
    met: Collection[int],
    memory: Memory,
    new_text: str,
    room: Room,
    out: Outcome,
) -> list[Item]:
    """The deck's items that the run did not bring: kept, on their mended sentence, or reported gone."""
    places = moved(was, now_is) if was else []
    before, now = "\n".join(was.paragraphs if was else ()), "\n".join(now_is.paragraphs)

    def lost(item: Item) -> bool:
        """Whether the very clip stood in the article and no longer does, be it for a comma."""
        text = clip(item)
        return text not in now and (text in before or not stands(text, new_text))

    kept = []
    for n, item in enumerate(old):
        if n in met:
            continue
        place = places[item.paragraph] if item.paragraph < len(places) else item.paragraph
        stays = replace(item, paragraph=place)
        theirs = memory.mine.get(item.id) == "all"
        made = memory.made.get(item.id)
        origin = made.text if made is not None and made.text else clip(item)
        if not item.keep:
            change = Change("rejected", item.id, "change-keep-no", item.text)
        elif not theirs and lost(item) and (fresh := _follow(stays, now_is, room)) is not None:
            stays = fresh
            retired = tuple(sorted({*fresh.retired} - {*item.retired}))
            change = Change("updated", item.id, "change-text", item.text, fresh.text, retired)
        elif stands(origin, new_text):
            change = Change("kept", item.id, "change-not-picked", item.text)
        elif theirs and made is None:
            change = Change("theirs", item.id, "change-own", item.text)
        else:
            change = Change("gone", item.id, "change-gone", item.text)
        kept.append(stays)
        out.changes.append(change)
    out.settled += kept
    return kept


def _follow(item: Item, article: ArticleEntry, room: Room) -> Item | None:
    """The item over its mended sentence, where that is in its paragraph and nobody else's."""
    if item.paragraph >= len(article.paragraphs):
        return None
    fresh = followed(item, article.paragraphs[item.paragraph])
    return None if fresh is None or room.overlaps(fresh) else fresh


def _free_id(item: Item, taken: Collection[ItemId]) -> ItemId:
    name, occurrence = item.id, 0
    while name in taken:
        occurrence += 1
        name = item_id(item.article, clip(item), occurrence, recite=is_recite(item))
    return name
