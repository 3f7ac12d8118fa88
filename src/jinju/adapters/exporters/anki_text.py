"""Anki's text import: a table that the app reads with File → Import, ids and decks included.

Source: Anki manual, "Importing text files"; what the engine makes of it is held by a test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters import note_type
from jinju.adapters.apkg import deck_name
from jinju.model.note import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.filled import FilledDeck

_NEEDS_QUOTES = frozenset('"\t\n\r')


def anki_text(decks: Sequence[FilledDeck]) -> Iterator[str]:
    """A header, then one line a note: id, deck, tags and the fields of our note type."""
    yield "#separator:tab\n#html:true\n"
    yield f"#notetype:{note_type.NAME}\n"
    yield "#guid column:1\n#deck column:2\n#tags column:3\n"
    yield "#columns:" + "\t".join(("GUID", "Deck", "Tags", *FIELDS)) + "\n"
    for filled in decks:
        name = deck_name(filled.deck.name)
        for note in filled.notes:
            fields = (note.fields.get(field, "") for field in FIELDS)
            yield "\t".join(map(_quoted, (note.guid, name, " ".join(note.tags), *fields))) + "\n"


def _quoted(value: str) -> str:
    """`value` as one field: in quotation marks where it holds a separator or one of those marks."""
    if _NEEDS_QUOTES.isdisjoint(value) and not value.startswith("#"):
        return value
    return '"' + value.replace('"', '""') + '"'
