"""Markdown with the clozes that Obsidian's Spaced Repetition plugin reads.

`==answer==` is a blank, each a card of its own; `==answer==^[hint]` shows the hint in the gap; where
blanks share a card every one carries its group, `==answer==[^1]`. A tag line says the deck. Source: the
plugin's documentation, "Basic Cloze Cards".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.adapters.exporters.faces import all_pieces, ladder
from jinju.adapters.exporters.plain import one_line
from jinju.messages import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.filled import FilledDeck, FilledItem

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|<>~=$%^:&]|^\d+(?=[.)]))")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")


def markdown(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """A section a deck, a part an article, a paragraph a note with its source lines below it."""
    for place, filled in enumerate(decks):
        name = filled.deck.name
        yield "\n" if place else ""
        yield f"# {_escaped(one_line(name))}\n\n#flashcards/{_tag(name)}\n"
        title = None
        for entry in filled.items():
            if entry.article.title != title:
                title = entry.article.title
                yield f"\n## {_escaped(one_line(title))}\n"
            yield f"\n{_note(entry)}\n"


def _note(entry: FilledItem) -> str:
    item, _, cloze, _ = entry
    shared = len(cloze.numbers) < sum(1 for p in all_pieces(cloze) if p.number)
    out = []
    for piece in all_pieces(cloze):
        text = _escaped(one_line(piece.text))
        if piece.number:
            out.append(f"=={text}==")
            if shared:
                out.append(f"[^{piece.number}]")
            elif steps := ladder(item.hints.get(piece.number, ()), cloze.marks, piece.number):
                out.append(f"^[{_escaped(one_line(steps[0]))}]")
        else:
            out.append(text)
    cue = f"{_escaped(one_line(item.cue))} " if item.cue.strip() else ""
    about = [(word("export.theme"), item.theme), (word("export.reasons"), " · ".join(item.reasons))]
    lines = [f"> {label}：{_escaped(one_line(value))}" for label, value in about if value.strip()]
    return "\n".join([cue + "".join(out), *(["", *lines] if lines else [])])


def _escaped(text: str) -> str:
    """`text` in which nothing is Markdown, a tag, a comment or a card."""
    return _SPECIAL.sub(lambda m: m[0] + "\\" if m[0].isdigit() else f"\\{m[0]}", text)


def _tag(name: str) -> str:
    """The deck's name as a tag: its levels between slashes."""
    levels = (_NOT_IN_TAG.sub("-", level).strip("-") for level in name.split("::"))
    return "/".join(level for level in levels if level)
