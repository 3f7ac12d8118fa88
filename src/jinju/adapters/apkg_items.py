"""The cloze notes of an Anki package as items, faults and all, to be looked at; never to be written back.

`jinju.cards.unnote` takes in what is sound and leaves the rest out; a check wants to see just that rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.adapters.field_text import hint_ladders, notation, visible
from jinju.adapters.package_file import read_package
from jinju.model.cloze import ClozeError, parse
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.item import ArticleKey, Item, ItemId
from jinju.model.note import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jinju.model.item import BlankKind

_KEY: Final = ArticleKey("package")


def package_deck(path: Path) -> Deck:
    """All cloze notes of a package, in the order of their making; other notes are left out.

    Raises UserError as `package_file.read_package` does.
    """
    items = tuple(
        _ours(note.guid, note.fields, note.tags)
        if set(note.fields) >= set(FIELDS)
        else _other(note.guid, note.fields, note.tags)
        for note in read_package(path)
        if note.cloze
    )
    return Deck(path.stem, (ArticleEntry(_KEY, "", ""),), items)


def _ours(guid: str, fields: Mapping[str, str], tags: Iterable[str]) -> Item:
    text = notation(fields["Text"])
    return Item(
        id=ItemId(guid),
        article=_KEY,
        text=text,
        hints=hint_ladders(fields["Hints"]),
        kinds=_kinds(text),
        before=visible(fields["Before"]),
        after=visible(fields["After"]),
        theme=visible(fields["Theme"]),
        reasons=tuple(r for r in visible(fields["Reason"]).split(" · ") if r),
        tags=tuple(tags),
    )


def _other(guid: str, fields: Mapping[str, str], tags: Iterable[str]) -> Item:
    """A note of another cloze type: its first field with a mark, else its first field, is the clip."""
    text = next((v for v in fields.values() if "{{c" in v), next(iter(fields.values()), ""))
    clip = notation(text)
    return Item(ItemId(guid), _KEY, clip, kinds=_kinds(clip), tags=tuple(tags))


def _kinds(text: str) -> dict[int, BlankKind]:
    """A package does not say the kinds of its blanks; one that hides the whole clip is a recitation."""
    try:
        cloze = parse(text)
    except ClozeError:
        return {}
    whole = len(cloze.marks) == 1 and cloze.marks[0].span.of(cloze.plain).strip() == cloze.plain.strip()
    return {cloze.marks[0].number: "recite"} if whole else {}
