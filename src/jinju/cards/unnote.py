"""Notes of a package -> the items and articles of decks: the way back from `jinju.cards.note`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING, Final, Literal

from jinju.cards.note import MAX_DEPTH, depth
from jinju.cards.unfield import plain_of, read_field
from jinju.model.cloze import Cloze, Mark, render
from jinju.model.deck import ArticleEntry, Deck
from jinju.model.guid import item_id_of
from jinju.model.ids import article_digest, article_key
from jinju.model.item import ArticleKey, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinju.model.item import BlankKind, ItemId
    from jinju.model.package import PackedNote

SkipReason = Literal["not-cloze", "no-blank", "image", "too-deep", "same-guid"]
"""`image`: image occlusion, which has no text. `same-guid`: a second note of that name."""

_OURS: Final = frozenset(
    {"Text", "ItemId", "Cue", "Before", "After", "Theme", "Hints", "Reason", "Title", "Source", "Paragraph"}
)
_MARK = re.compile(r"\{\{c[\d,]+::")
_IMAGE = re.compile(r"\{\{c\d+::image-occlusion:")
_LADDER = re.compile(r'<div class="jj-ladder jj-n(\d+|x)"')
_STEP = re.compile(r"</summary><div>(.*?)</div>", re.DOTALL)
_NUMBER_ON_IT = re.compile(r"第 (\d+) 空")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_DATE = re.compile(r"\d{4}\b.*")
_BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Skipped:
    """A note that gives no item; `text` is how its first field begins."""

    guid: str
    reason: SkipReason
    text: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The decks of a package, by name; `lost` says of some items what plain text could not hold."""

    decks: tuple[Deck, ...]
    skipped: tuple[Skipped, ...]
    lost: Mapping[ItemId, frozenset[str]]


@dataclass(slots=True)
class _Draft:
    """One deck as it grows; articles by title and source."""

    name: str
    articles: dict[tuple[str, str], ArticleEntry] = field(default_factory=dict)
    paragraphs: dict[ArticleKey, dict[str, int]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)


def take_in(notes: Iterable[PackedNote]) -> TakenIn:
    """Decks of the cloze notes, ids kept (see `jinju.model.guid`), the rest named with a reason."""
    drafts: dict[str, _Draft] = {}
    skipped: list[Skipped] = []
    lost: dict[ItemId, frozenset[str]] = {}
    seen: set[str] = set()
    for note in notes:
        main = _main_field(note)
        reading = read_field(note.fields.get(main, "")) if main else None
        why = _unfit(note, main, reading.cloze if reading else None, seen)
        if why is not None or reading is None:
            first = plain_of(next(iter(note.fields.values()), ""))
            skipped.append(Skipped(note.guid, why or "no-blank", first[:40]))
            continue
        seen.add(note.guid)
        draft = drafts.setdefault(note.deck, _Draft(note.deck))
        item = _item(note, main, reading.cloze, draft)
        draft.items.append(item)
        lacking = reading.lost.union(
            *(read_field(v).lost for n, v in note.fields.items() if n in _plain(note))
        )
        if lacking:
            lost[item.id] = frozenset(lacking)
    return TakenIn(tuple(map(_deck, drafts.values())), tuple(skipped), lost)


def _ours(note: PackedNote) -> bool:
    return note.cloze and set(note.fields) >= _OURS


def _plain(note: PackedNote) -> set[str]:
    """Fields beside the main one whose text is taken over."""
    return {"Cue", "Before", "After", "Theme"} if _ours(note) else {*note.fields} - {_main_field(note)}


def _main_field(note: PackedNote) -> str:
    return next((name for name, value in note.fields.items() if _MARK.search(value)), "")


def _unfit(note: PackedNote, main: str, cloze: Cloze | None, seen: set[str]) -> SkipReason | None:
    if not note.cloze:
        return "not-cloze"
    if main and _IMAGE.search(note.fields[main]):
        return "image"
    if cloze is None or not cloze.marks:
        return "no-blank"
    if depth(cloze) > MAX_DEPTH:
        return "too-deep"
    return "same-guid" if note.guid in seen else None


def _item(note: PackedNote, main: str, cloze: Cloze, draft: _Draft) -> Item:
    hints: dict[int, tuple[str, ...]] = {}
    for mark in cloze.marks:
        if mark.hint and mark.hint not in hints.get(mark.number, ()):
            hints[mark.number] = (*hints.get(mark.number, ()), mark.hint)
    whole = any(m.span.start == 0 and m.span.end == len(cloze.plain) for m in cloze.marks)
    kind: BlankKind = "recite" if whole and len(cloze.marks) == 1 else "phrase"
    item = Item(
        id=item_id_of(note.guid),
        article=ArticleKey(""),
        text=render(Cloze(cloze.plain, tuple(Mark(m.number, m.span) for m in cloze.marks))),
        hints=hints,
        kinds=dict.fromkeys(cloze.numbers, kind),
        tags=note.tags,
        retired=tuple(sorted({*note.cards, *range(1, max(cloze.numbers))} - {*cloze.numbers})),
        changed=max(0, note.mod),
    )
    if _ours(note):
        return _own(item, note, cloze, draft)
    rest = (plain_of(value) for name, value in note.fields.items() if name != main)
    key, _ = _article(draft, draft.name.rsplit("::", 1)[-1], "", "")
    return replace(item, article=key, after="\n".join(filter(None, rest)))


def _own(item: Item, note: PackedNote, cloze: Cloze, draft: _Draft) -> Item:
    """A note of jinju's own type gives back all that it was made of."""
    text = {name: plain_of(value) for name, value in note.fields.items() if name != "Text"}
    paragraph = text["Paragraph"] or cloze.plain
    key, place = _article(draft, text["Title"], note.fields["Source"], paragraph)
    return replace(
        item,
        article=key,
        hints={n: h for n, h in _ladders(note.fields["Hints"]).items() if n in cloze.numbers} or item.hints,
        cue="" if text["Cue"] == text["Title"] else text["Cue"],
        before=text["Before"],
        after=text["After"],
        theme=text["Theme"],
        reasons=tuple(r for r in text["Reason"].split(_BETWEEN) if r),
        paragraph=place,
    )


def _ladders(source: str) -> dict[int, tuple[str, ...]]:
    parts = _LADDER.split(source)
    found: dict[int, tuple[str, ...]] = {}
    for name, ladder in zip(parts[1::2], parts[2::2], strict=True):
        told = _NUMBER_ON_IT.search(ladder)
        number = int(name) if name != "x" else int(told[1]) if told else 0
        steps = tuple(filter(None, (plain_of(step) for step in _STEP.findall(ladder))))
        if number and steps:
            found[number] = steps
    return found


def _article(draft: _Draft, title: str, source: str, paragraph: str) -> tuple[ArticleKey, int]:
    """The article of that title and source in the draft, and the place of the paragraph in it."""
    entry = draft.articles.get((title, source))
    if entry is None:
        key = article_key(f"imported\x1f{draft.name}\x1f{title}\x1f{source}")
        entry = draft.articles[title, source] = _entry(title or draft.name, source, key)
    places = draft.paragraphs.setdefault(entry.key, {})
    return entry.key, places.setdefault(paragraph, len(places)) if paragraph else 0


def _entry(title: str, source: str, key: ArticleKey) -> ArticleEntry:
    link = _LINK.search(source)
    name, *rest = [*plain_of(_LINK.sub(r"\2", source)).split(_BETWEEN), ""]
    told = [part for part in rest if part]
    date = told.pop() if told and _DATE.fullmatch(told[-1]) else ""
    return ArticleEntry(
        key=key,
        title=title,
        digest="",
        source=name,
        url=unescape(link[1]) if link else "",
        author=told[0] if told else "",
        date=date,
    )


def _deck(draft: _Draft) -> Deck:
    articles = []
    for entry in draft.articles.values():
        paragraphs = tuple(draft.paragraphs.get(entry.key, ()))
        articles.append(replace(entry, paragraphs=paragraphs, digest=article_digest("\n".join(paragraphs))))
    return Deck(draft.name, tuple(articles), tuple(draft.items))
