"""JSON for programs, as docs/deck.schema.json describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters.exporters.faces import ladder, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.filled import FilledDeck, FilledItem

VERSION: Final = 1
"""Raised when a key changes its meaning or goes; new keys may come without."""


def json_file(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """All decks with their articles, notes and cards."""
    whole = {"jinju": VERSION, "decks": [_deck(filled) for filled in decks]}
    yield from json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(whole)
    yield "\n"


def _deck(filled: FilledDeck) -> dict[str, Any]:
    return {
        "name": filled.deck.name,
        "articles": [
            {
                "key": article.key,
                "title": article.title,
                "source": article.source,
                "url": article.url,
                "author": article.author,
                "date": article.date,
                "paragraphs": list(article.paragraphs),
            }
            for article in filled.deck.articles
        ],
        "notes": [_note(entry) for entry in filled.items()],
    }


def _note(entry: FilledItem) -> dict[str, Any]:
    item, _, cloze, _ = entry
    return {
        "id": item.id,
        "article": item.article,
        "paragraph": item.paragraph,
        "text": cloze.plain,
        "cloze": item.text,
        "cue": item.cue,
        "before": item.before,
        "after": item.after,
        "theme": item.theme,
        "reasons": list(item.reasons),
        "score": item.score,
        "tags": list(item.tags),
        "cards": [
            {
                "number": number,
                "kind": item.kinds.get(number),
                "answers": list(cloze.answers(number)),
                "pieces": [{"text": p.text, "hidden": bool(p.number)} for p in pieces(cloze, number)],
                "hints": list(ladder(item.hints.get(number, ()), cloze.marks, number)),
            }
            for number in cloze.numbers
        ],
    }
