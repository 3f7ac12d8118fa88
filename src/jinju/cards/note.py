"""Items -> notes: every field filled, every card counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from jinju.cards.field import clean, field_html
from jinju.cards.ladder import ladder_html
from jinju.cards.seen import SHORT, shows_any, squashed
from jinju.cards.source import paragraph_html, sentence_after, sentence_before, source_html
from jinju.model import written
from jinju.model.cloze import ClozeError, parse
from jinju.model.errors import UserError
from jinju.model.guid import guid_of
from jinju.model.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinju.model.cloze import Cloze
    from jinju.model.deck import ArticleEntry, Deck
    from jinju.model.item import Item

MAX_DEPTH: Final = 3
"""Older Anki understands three marks in one another, the newest ten."""

_ON: Final = "1"


def notes_of(deck: Deck, now: int) -> Iterator[Note]:
    """The notes of the items that `deck` keeps, in the order in which they are to be learnt.

    That is article by article, in each the recitations after the rest; `due` counts from 1. The deck's
    settings `type_in` and `speak` switch typing and speech on. An item that has never been dated
    gets `now` (seconds since 1970 UTC). Raises UserError naming the item that cannot become a note.
    """
    if not deck.name.strip():
        raise UserError("note-deck-no-name")
    entries = {entry.key: (place, entry) for place, entry in enumerate(deck.articles)}
    kept = [item for item in deck.items if item.keep]
    for item in kept:
        if item.article not in entries:
            raise UserError("note-no-article", item=item.id, article=item.article)
    if not kept:
        raise UserError("note-deck-empty")
    for guid, count in Counter(item.id for item in kept).items():
        if count > 1:
            raise UserError("note-same-id", item=guid)
    kept.sort(key=lambda item: (entries[item.article][0], is_recitation(item)))
    type_in, speak = (deck.settings.get(name) is True for name in ("type_in", "speak"))
    for due, item in enumerate(kept, 1):
        yield note_fields(item, entries[item.article][1], due=due, now=now, type_in=type_in, speak=speak)


def note_fields(
    item: Item,
    article: ArticleEntry,
    *,
    due: int,
    now: int,
    type_in: bool = False,
    speak: bool = False,
) -> Note:
    """The note of one item of `article`; what stands around the clip on its front shows no answer whole.

    So a cue or a previous sentence that does is left out. The title stands in for a missing cue, unless it
    holds an answer. A hint written inside a mark becomes the first step of that number's ladder.
    Raises UserError where the marks are broken or missing.
    """
    cloze = _parsed(item)
    answers = {number: cloze.answers(number) for number in cloze.numbers}
    hints = {number: list(item.hints.get(number, ())) for number in answers}
    for mark in reversed(cloze.marks):
        if mark.hint and mark.hint not in hints[mark.number]:
            hints[mark.number].insert(0, mark.hint)
    hidden = [answer for found in answers.values() for answer in found]
    fields = {
        "Text": field_html(cloze.plain, cloze.marks),
        "Cue": field_html(_cue(item, article, hidden)),
        "ItemId": item.id,
        "Hints": ladder_html(hints, answers),
        "Before": "" if shows_any(item.before, hidden) else field_html(sentence_before(item.before)),
        "After": field_html(sentence_after(item.after)),
        "Paragraph": paragraph_html(article, item.paragraph, cloze.plain),
        "Reason": field_html(" · ".join(item.reasons)),
        "Theme": field_html(item.theme),
        "Title": field_html(article.title),
        "Source": source_html(article),
        "TypeIn": _ON if type_in else "",
        "Speak": _ON if speak else "",
    }
    tags = tags_of(item.tags)
    fields[written.FIELD] = written.stamp(fields, tags)
    return Note(guid_of(item.id), item.changed or now, fields, tags, due, cloze.numbers)


def _cue(item: Item, article: ArticleEntry, hidden: Iterable[str]) -> str:
    if item.cue.strip():
        return "" if shows_any(item.cue, hidden, longer_than=SHORT) else item.cue
    return "" if shows_any(article.title, hidden) else article.title


def is_recitation(item: Item) -> bool:
    """Whether every blank of the item asks for the whole line."""
    return bool(item.kinds) and all(kind == "recite" for kind in item.kinds.values())


def tags_of(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags as Anki takes them: no white space, no empty level of `::`, none twice, in their order."""
    seen: dict[str, str] = {}
    for tag in tags:
        levels = ("_".join(clean(level).split()) for level in tag.split("::"))
        whole = "::".join(level for level in levels if level)
        if whole:
            seen.setdefault(whole.casefold(), whole)
    return tuple(seen.values())


def _parsed(item: Item) -> Cloze:
    try:
        cloze = parse(item.text)
    except ClozeError as error:
        raise UserError("note-bad-marks", item=item.id, at=error.at + 1, problem=error.problem) from error
    if not cloze.marks:
        raise UserError("note-no-blank", item=item.id)
    for mark in cloze.marks:
        if not squashed(clean(mark.span.of(cloze.plain))):
            raise UserError("note-empty-blank", item=item.id, number=mark.number)
    if depth(cloze) > MAX_DEPTH:
        raise UserError("note-too-deep", item=item.id, most=MAX_DEPTH)
    return cloze


def depth(cloze: Cloze) -> int:
    """How many marks stand in one another at the deepest place."""
    deepest = 0
    ends: list[int] = []
    for mark in cloze.marks:
        while ends and ends[-1] <= mark.span.start:
            ends.pop()
        ends.append(mark.span.end)
        deepest = max(deepest, len(ends))
    return deepest
