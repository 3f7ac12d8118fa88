"""The tutors' notes as rows for fit_spans.py.

tutor_rows.py ARTICLES.jsonl > blanks_tutor.jsonl

Each line has a clip as its `sentence` and what the tutor hid in it as its `blanks`, [start, end].
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from deck_fit.tutor import tutor_decks  # noqa: E402


def main(articles: Path) -> None:
    """Print the rows."""
    for deck in tutor_decks(articles, HERE / "deck_fit" / "tutor_decks.jsonl"):
        text = deck.reader.clean(deck.document).text
        for note in deck.notes:
            blanks = [[span.start, span.end] for _, span in note.blanks]
            row = {"sentence": note.span.of(text), "blanks": blanks}
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
