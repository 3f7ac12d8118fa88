"""A sheet to print: numbered blanks to fill in by hand, the answers on a page of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.exporters.faces import all_pieces, ladder
from jinju.adapters.exporters.html_parts import document, text
from jinju.messages import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.filled import FilledDeck, FilledItem

_LONGEST = 24
"""Characters; a longer answer gets ruled lines instead of a blank in the line."""
_A_LINE = 26
"""Characters a person writes on one ruled line."""

_TOUCHING = re.compile(
    r'([“‘《（「『]*)(<span class="blank" style="[^"]*"><sup>\d+</sup></span>)([”’》）」』，。；、：！？]*)'
)
_KEPT_TOGETHER = r'<span class="tight">\1\2\3</span>'
"""A blank keeps the quotation marks and punctuation that touch it on its line."""


class _Answer(NamedTuple):
    number: int
    text: str


def worksheet(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """One sheet for every deck, made for A4; blanks are numbered through, and so is the key."""
    title = " · ".join(f.deck.name for f in decks)
    yield from document(title, "worksheet.css", _body(decks))


def _body(decks: Sequence[FilledDeck]) -> Iterator[str]:
    keys: list[tuple[str, list[_Answer]]] = []
    for filled in decks:
        answers: list[_Answer] = []
        heading = filled.deck.name.split("::")[-1]
        keys.append((heading, answers))
        yield f'<section class="sheet">\n<header><h1>{text(heading)}</h1>'
        yield f"<p>{word('export.sheet-head')}</p></header>\n"
        entries = list(filled.items())
        gaps = [entry for entry in entries if not _is_long(entry)]
        lines = [entry for entry in entries if _is_long(entry)]
        for label, part, shown in (("fill", gaps, _gaps), ("recite", lines, _ruled)):
            if part:
                yield f"<h2>{word(f'export.sheet-{label}')}</h2>\n<ol>\n"
                for entry in part:
                    yield from shown(entry, answers)
                yield "</ol>\n"
        yield "</section>\n"
    yield f'<section class="key">\n<h1>{word("export.key")}</h1>\n'
    for heading, answers in keys:
        yield f"<h2>{text(heading)}</h2>\n" if len(keys) > 1 else ""
        yield '<ol class="answers">\n'
        for answer in answers:
            yield f'<li value="{answer.number}">{text(answer.text)}</li>\n'
        yield "</ol>\n"
    yield "</section>\n"


def _is_long(entry: FilledItem) -> bool:
    return any(len(p.text) > _LONGEST for p in all_pieces(entry.cloze) if p.number)


def _gaps(entry: FilledItem, answers: list[_Answer]) -> Iterator[str]:
    hints: list[str] = []
    told: set[int] = set()
    line: list[str] = []
    for piece in all_pieces(entry.cloze):
        if not piece.number:
            line.append(text(piece.text))
            continue
        answers.append(_Answer(len(answers) + 1, piece.text))
        width = f"{len(piece.text) * 1.35 + 2:.1f}em"
        line.append(f'<span class="blank" style="width:{width}"><sup>{len(answers)}</sup></span>')
        hint = _hint(entry, piece.number)
        if hint and piece.number not in told:
            told.add(piece.number)
            hints.append(f"<span>({len(answers)}) {text(hint)}</span>")
    yield f"<li><p>{_TOUCHING.sub(_KEPT_TOGETHER, ''.join(line))}</p>"
    yield f'<p class="hints">{"".join(hints)}</p>' if hints else ""
    yield "</li>\n"


def _hint(entry: FilledItem, number: int) -> str:
    """The weakest hint that names no answer; on paper all blanks of a sentence are open at once."""
    hidden = [mark.span.of(entry.cloze.plain) for mark in entry.cloze.marks]
    steps = ladder(entry.item.hints.get(number, ()), entry.cloze.marks, number)
    return next((step for step in steps if not any(answer in step for answer in hidden)), "")


def _ruled(entry: FilledItem, answers: list[_Answer]) -> Iterator[str]:
    item, _, cloze, note = entry
    cue = note.fields.get("Cue", "") or text(item.theme)
    yield f'<li><p class="cue">{cue}</p><p>'
    for piece in all_pieces(cloze):
        if not piece.number:
            yield text(piece.text)
            continue
        answers.append(_Answer(len(answers) + 1, piece.text))
        yield f"<sup>{len(answers)}</sup>"
        yield '<span class="rule"></span>' * -(-len(piece.text) // _A_LINE)
    yield "</p></li>\n"
