"""Anki against deck: what the learner changed there, brought into the deck. Decides only.

Only what differs from what jinju last wrote into the note (see `jinju.model.written`) is the learner's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from jinju.model.cloze import Cloze, Mark, parse, render
from jinju.model.item import ItemId
from jinju.model.written import FIELD, TRACKED, digest, read_stamp, tag_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from jinju.model.deck import Deck
    from jinju.model.held import Held
    from jinju.model.item import Item
    from jinju.model.note import Note
    from jinju.model.written import Written

PullKind = Literal["text", "tags", "suspended", "leech", "deleted", "conflict", "no-blank", "not-taken"]
"""`conflict`: both sides changed it; the deck's stays. `no-blank`: the learner's text has no blank left.
`not-taken`: fields that jinju fills itself."""

SUSPENDED: Final = "anki::suspended"
"""Tag of an item all of whose cards are suspended; `anki::suspended::2` where only that of number 2 is."""

LEECH: Final = "leech"
_MAPPED: Final = {"Text": "text", "Cue": "cue", "Before": "before", "After": "after", "Theme": "theme"}


@dataclass(frozen=True, slots=True)
class PullChange:
    """One thing that the learner did to one item; `detail` names the fields or tags."""

    kind: PullKind
    item: ItemId
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pulled:
    """The deck as it would be, not yet dated, and why. `lost` is true where Anki holds none of the deck."""

    deck: Deck
    changes: tuple[PullChange, ...]
    lost: bool = False


def pull(
    deck: Deck,
    notes: Sequence[Note],
    held: Mapping[ItemId, Held],
    *,
    read: Callable[[str], Cloze],
    suspended: Mapping[int, Collection[int]],
    seen: Collection[ItemId],
    overwrite: bool = False,
) -> Pulled:
    """`deck` with the learner's changes; `notes` are those that it would export now.

    `read` turns a field's HTML into text and marks. `suspended` gives for Anki's number of a note the
    cloze numbers of its suspended cards. A kept item in `seen` but not `held` was deleted in Anki, unless
    Anki holds none of the deck: then another profile is open. `overwrite` lets Anki win where both changed.
    """
    by_item = {ItemId(n.fields["ItemId"]): n for n in notes}
    once = [name for name in by_item if name in seen]
    lost = bool(once) and not any(name in held for name in by_item)
    items = []
    changes: list[PullChange] = []
    for item in deck.items:
        now = item
        note, there = by_item.get(item.id), held.get(item.id)
        if note is not None and there is not None and "Text" in there.fields:
            now = _texts(item, note, there, read, changes, overwrite=overwrite)
            now = _tags(now, note, there, suspended.get(there.note, ()), changes)
        elif note is not None and item.id in seen and there is None and not lost:
            now = replace(item, keep=False)
            changes.append(PullChange("deleted", item.id))
        items.append(now)
    return Pulled(replace(deck, items=tuple(items)), tuple(changes), lost)


def _texts(
    item: Item,
    note: Note,
    held: Held,
    read: Callable[[str], Cloze],
    changes: list[PullChange],
    *,
    overwrite: bool,
) -> Item:
    base = read_stamp(held.fields.get(FIELD, ""))
    changed: list[str] = []
    both: list[str] = []
    others: list[str] = []
    new = item
    for name in TRACKED:
        state = _state(name, note, held, base)
        if state == "same":
            continue
        if name not in _MAPPED:
            (others if state == "theirs" else both).append(name)
            continue
        cloze = read(held.fields[name])
        if name == "Text" and not cloze.marks:
            changes.append(PullChange("no-blank", item.id))
            continue
        told = _retold(new, cloze) if name == "Text" else _with(new, name, cloze.plain)
        if told == new:  # only looks differ
            continue
        if state == "both" and not overwrite:
            both.append(name)
        else:
            changed.append(name)
            new = told
    if changed:
        changes.append(PullChange("text", item.id, tuple(changed)))
    if both:
        changes.append(PullChange("conflict", item.id, tuple(both)))
    if others:
        changes.append(PullChange("not-taken", item.id, tuple(others)))
    return new


def _with(item: Item, name: str, value: str) -> Item:
    changed: dict[str, Any] = {_MAPPED[name]: value}
    return replace(item, **changed)


def _state(name: str, note: Note, held: Held, base: Written | None) -> str:
    ours, theirs = digest(note.fields.get(name, "")), digest(held.fields.get(name, ""))
    was = base.fields.get(name, "") if base else None
    if theirs in {ours, was}:
        return "same"
    return "theirs" if ours == was else "both"


def _retold(item: Item, cloze: Cloze) -> Item:
    """The item with the learner's text; hints that they wrote into marks become first steps of ladders."""
    hints = {number: steps for number, steps in item.hints.items() if number in cloze.numbers}
    for mark in cloze.marks:
        if mark.hint and mark.hint not in hints.get(mark.number, ()):
            hints[mark.number] = (mark.hint, *hints.get(mark.number, ()))
    text = render(Cloze(cloze.plain, tuple(Mark(m.number, m.span) for m in cloze.marks)))
    back = {*cloze.numbers} & {*item.retired}  # the learner's card still has that number and its history
    lost = ({*item.hints, *item.kinds} | {*item.retired}) - {*cloze.numbers}
    before = set(parse(item.text).numbers)
    kinds = {n: item.kinds.get(n, "phrase") for n in cloze.numbers if n in item.kinds or n not in before}
    if text == item.text and hints == item.hints:
        return item
    return replace(
        item, text=text, hints=hints, kinds=kinds, retired=tuple(sorted({*item.retired, *lost} - back))
    )


def _tags(item: Item, note: Note, held: Held, suspended: Collection[int], changes: list[PullChange]) -> Item:
    base = read_stamp(held.fields.get(FIELD, ""))
    before = base.tags if base else frozenset()
    ours = {tag_digest(t) for t in note.tags}
    there = {tag_digest(t) for t in held.tags}
    added = [t for t in held.tags if tag_digest(t) not in ours | before and not _of_suspension(t)]
    removed = (before & ours) - there
    wanted = _suspension(note.cards, suspended)
    kept = tuple(t for t in note.tags if (t in wanted if _of_suspension(t) else tag_digest(t) not in removed))
    tags = (*kept, *added, *(t for t in wanted if t not in kept))
    if tags == tuple(note.tags):
        return item
    if LEECH in (t.casefold() for t in added):
        changes.append(PullChange("leech", item.id))
    new_suspension = tuple(t for t in wanted if t not in note.tags)
    if new_suspension:
        changes.append(PullChange("suspended", item.id, new_suspension))
    told = (*(f"+{t}" for t in added), *(f"-{t}" for t in note.tags if t not in kept))
    if told:
        changes.append(PullChange("tags", item.id, told))
    return replace(item, tags=tags)


def _of_suspension(tag: str) -> bool:
    return tag == SUSPENDED or tag.startswith(f"{SUSPENDED}::")


def _suspension(cards: Sequence[int], suspended: Collection[int]) -> tuple[str, ...]:
    there = [n for n in cards if n in suspended]
    if there and len(there) == len(cards):
        return (SUSPENDED,)
    return tuple(f"{SUSPENDED}::{n}" for n in there)
