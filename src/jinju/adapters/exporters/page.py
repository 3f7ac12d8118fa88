"""One HTML page: the articles with their picks highlighted, then every card, front and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.exporters.faces import ladder, pieces
from jinju.adapters.exporters.highlights import paragraphs
from jinju.adapters.exporters.html_parts import document, text
from jinju.messages import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jinju.model.deck import ArticleEntry
    from jinju.model.filled import FilledDeck, FilledItem


def page(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """The page; it runs no script, loads nothing, and follows the reader's day or night."""
    yield from document(" · ".join(f.deck.name for f in decks), "page.css", _body(decks))


def _body(decks: Sequence[FilledDeck]) -> Iterator[str]:
    yield "<main>\n"
    for place, filled in enumerate(decks):
        entries = list(filled.items())
        names: dict[str, str] = {entry.item.id: f"d{place}-{n}" for n, entry in enumerate(entries, 1)}
        cards = sum(len(entry.cloze.numbers) for entry in entries)
        yield f'<header class="deck">\n<p class="name">{text(filled.deck.name.replace("::", " › "))}</p>\n'
        yield f"<p>{word('export.counts', notes=len(entries), cards=cards)}</p>\n</header>\n"
        for article in filled.deck.articles:
            mine = [entry for entry in entries if entry.article.key == article.key]
            yield from _article(article, mine, names)
    yield "</main>\n"


def _article(article: ArticleEntry, entries: list[FilledItem], names: Mapping[str, str]) -> Iterator[str]:
    yield f'<article>\n<h1>{text(article.title)}</h1>\n<p class="meta">'
    yield next((entry.note.fields["Source"] for entry in entries if entry.note.fields.get("Source")), "")
    yield '</p>\n<div class="essay">\n'
    yield from paragraphs(article, entries, names)
    yield f'</div>\n</article>\n<section class="cards">\n<h2>{word("export.cards")}</h2>\n'
    for number, entry in enumerate(entries, 1):
        yield from _note(number, entry, names[entry.item.id])
    yield "</section>\n"


def _note(number: int, entry: FilledItem, name: str) -> Iterator[str]:
    item, _, cloze, note = entry
    yield f'<section class="note" id="{name}" tabindex="-1">\n<header><b>{number}</b>'
    yield f'<span class="theme">{text(item.theme)}</span>' if item.theme.strip() else ""
    yield f'<span class="reasons">{text(" · ".join(item.reasons))}</span></header>\n'
    cue = "".join(
        f'<p class="near">{note.fields[field]}</p>' for field in ("Cue", "Before") if note.fields.get(field)
    )
    after = f'<p class="near">{note.fields["After"]}</p>' if note.fields.get("After") else ""
    for card in cloze.numbers:
        steps = ladder(item.hints.get(card, ()), cloze.marks, card)
        front = "".join(
            '<span class="gap">[…]</span>' if p.number else text(p.text) for p in pieces(cloze, card)
        )
        back = "".join(
            f"<mark>{text(p.text)}</mark>" if p.number else text(p.text) for p in pieces(cloze, card)
        )
        yield '<div class="card">\n'
        yield f'<div class="face front"><h3>{word("export.front", number=card)}</h3>{cue}'
        yield f'<p class="clip">{front}</p>{_hints(steps)}</div>\n'
        yield f'<div class="face back"><h3>{word("export.back")}</h3>'
        yield f'<p class="clip">{back}</p>{after}</div>\n</div>\n'
    yield "</section>\n"


def _hints(steps: Sequence[str]) -> str:
    if not steps:
        return ""
    inner = "".join(f"<li>{text(step)}</li>" for step in steps)
    return f"<details><summary>{word('export.hints')}</summary><ol>{inner}</ol></details>"
