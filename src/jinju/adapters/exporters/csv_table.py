"""CSV: one row a card, plain text, for spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from jinju.adapters.exporters.faces import ladder, pieces
from jinju.adapters.exporters.plain import GAP, answers, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.filled import FilledDeck

COLUMNS: Final = (
    *("deck", "title", "id", "card", "question", "answer", "text", "hints"),
    *("cue", "before", "after", "theme", "reasons", "tags", "kind"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """A heading, then a row for every card, ended as RFC 4180 says.

    Several values in one cell stand on lines of their own. A cell that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    yield _row(COLUMNS)
    for filled in decks:
        for item, article, cloze, _ in filled.items():
            for number in cloze.numbers:
                question = "".join(GAP if p.number else plain(p.text) for p in pieces(cloze, number))
                yield _row(
                    (
                        *(filled.deck.name, article.title, item.id, str(number)),
                        *(question, answers(cloze, number), plain(cloze.plain)),
                        "\n".join(ladder(item.hints.get(number, ()), cloze.marks, number)),
                        *(item.cue, item.before, item.after, item.theme),
                        *("\n".join(item.reasons), "\n".join(item.tags), item.kinds.get(number, "")),
                    )
                )


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([_harmless(plain(cell)) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
