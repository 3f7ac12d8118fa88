"""Deck against Anki: which notes to create, update, leave alone or delete. Decides only; nothing is sent.

Whether the learner edited a note is told by the stamp in it (see `jinju.model.written`): a field that does
not show what jinju last wrote there is the learner's. Fields that belong together are judged together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from jinju.model.item import ItemId
from jinju.model.written import FIELD, UNKNOWN, Written, digest, of_digests, read_stamp, tag_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from jinju.model.held import Held
    from jinju.model.note import Note

Action = Literal[
    "create", "update", "same", "theirs", "conflict", "deleted", "elsewhere", "surplus", "delete", "copy"
]
"""`theirs`: the learner edited it, the deck did not; left alone. `conflict`: both did; the learner's stays.
`deleted`: the learner deleted it in Anki; not created again. `elsewhere`: the note has another note type now.
`surplus`: the deck no longer has it, Anki still does. `copy`: a second note with the same item id."""

UNITS: Final = (
    ("Text", "Cue", "Hints", "Before", "After"),
    *((name,) for name in ("Paragraph", "Reason", "Theme", "Title", "Source", "TypeIn", "Speak")),
)
"""Fields that are taken over together: a hint must fit its text."""

_NUMBER = re.compile(r"\{\{c(\d+)::")


@dataclass(frozen=True, slots=True)
class Step:
    """What to do to one note. `fields` are those to write; `kept` those in which the learner's text stays.

    `note` is Anki's number, None where there is none. `emptied` are cloze numbers whose card has no blank
    any more once the step is done.
    """

    action: Action
    item: ItemId
    note: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    emptied: tuple[int, ...] = ()

    @property
    def touches(self) -> bool:
        """Whether anything is written to a note that Anki holds."""
        return bool(self.fields or self.add or self.remove)


def decide(
    notes: Sequence[Note],
    held: Iterable[Held],
    *,
    seen: Collection[ItemId] = (),
    gone: Collection[ItemId] = (),
    overwrite: bool = False,
    delete: bool = False,
    read: Callable[[str], object] = str,
) -> list[Step]:
    """The steps that bring Anki up to `notes`, in their order, then what is too much in Anki.

    `held` are the notes that Anki has of this deck; `seen` the items that it once had; `gone` the items
    that the deck had and has no longer. `overwrite` lets the deck win over the learner's edits and
    deletions, `delete` removes the surplus. `read` gives what a field says, whatever it looks like.
    """
    first: dict[ItemId, Held] = {}
    copies: list[Held] = []
    for one in sorted(held, key=lambda h: h.note):
        if one.item in first:
            copies.append(one)
        else:
            first[one.item] = one
    steps = []
    for note in notes:
        item = ItemId(note.fields["ItemId"])
        there = first.get(item)
        if there is not None:
            steps.append(_settled(note, item, there, read, overwrite=overwrite))
        elif item in seen and not overwrite:
            steps.append(Step("deleted", item))
        else:
            steps.append(Step("create", item))
    wanted = {s.item for s in steps}
    surplus = [h for name, h in first.items() if name in gone and name not in wanted]
    steps += [Step("delete" if delete else "surplus", h.item, h.note) for h in surplus]
    steps += [Step("copy", h.item, h.note) for h in copies if h.item in wanted]
    return steps


def _settled(note: Note, item: ItemId, held: Held, read: Callable[[str], object], *, overwrite: bool) -> Step:
    if "Text" not in held.fields:
        return Step("elsewhere", item, held.note)
    base = read_stamp(held.fields.get(FIELD, ""))
    write: dict[str, str] = {}
    known: dict[str, str] = {}
    theirs: list[str] = []
    both: list[str] = []
    for unit in UNITS:
        ours = {name: digest(note.fields.get(name, "")) for name in unit}
        there = {name: digest(held.fields.get(name, "")) for name in unit}
        was = {name: base.fields.get(name, "") if base else UNKNOWN for name in unit}
        differ = [n for n in unit if ours[n] != there[n]]
        if not overwrite:
            differ = [n for n in differ if there[n] == was[n] or not _alike(n, note, held, read)]
        known |= ours
        if overwrite or all(there[n] == was[n] for n in differ):
            write |= {n: note.fields.get(n, "") for n in differ if n in held.fields}
        else:
            known |= {n: was[n] for n in differ}
            (theirs if all(ours[n] == was[n] for n in differ) else both).extend(differ)
    add, remove = _tags(note, held, base, overwrite=overwrite)
    stamp = of_digests(known, {tag_digest(tag) for tag in note.tags})
    action: Action = "update" if write or add or remove else "same"
    if both or theirs:
        action = "conflict" if both else "theirs"
    if FIELD in held.fields and held.fields[FIELD].strip() != stamp:
        write[FIELD] = stamp
    return Step(
        action, item, held.note, write, add, remove, (*theirs, *both), _emptied(write.get("Text"), held)
    )


def _alike(name: str, note: Note, held: Held, read: Callable[[str], object]) -> bool:
    """Whether both say the same, though the learner's is set in bold, say; then theirs may stay."""
    return read(note.fields.get(name, "")) == read(held.fields.get(name, ""))


def _tags(
    note: Note, held: Held, base: Written | None, *, overwrite: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tags to add and to remove: only what jinju itself wrote and dropped goes, never a learner's own."""
    before = base.tags if base else frozenset()
    there = {tag_digest(tag) for tag in held.tags}
    ours = {tag_digest(tag) for tag in note.tags}
    taken_off = frozenset() if overwrite else before
    add = tuple(t for t in note.tags if tag_digest(t) not in there | taken_off)
    remove = tuple(t for t in held.tags if tag_digest(t) in before - ours)
    return add, remove


def _emptied(text: str | None, held: Held) -> tuple[int, ...]:
    if text is None:
        return ()
    lost = {*_NUMBER.findall(held.fields["Text"])} - {*_NUMBER.findall(text)}
    return tuple(sorted(map(int, lost)))
