"""Readers' verdicts on notes that jinju made: keep, mend or drop, and what is wrong in those to be mended.

A row of verdicts.jsonl holds the article's `id`, the beginning of its cleaned text's SHA-256, and its notes:
start and end in the cleaned text, blanks as [card, start, end] from the clip's start, the `verdict`, and in
`bad` the numbers of the cards whose blank is wrong, or 0 where the clip's edges are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deck_fit.tutor import digest, document_of
from jinju.model.article import Span
from jinju.workflows.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinju.model.document import Document
    from jinju.workflows.reading import Picked


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of one note."""

    span: Span
    blanks: tuple[tuple[int, Span], ...]
    verdict: str
    bad: frozenset[int]

    @property
    def clip_is_good(self) -> bool:
        """Whether the clip is worth a note, as it was cut."""
        return self.verdict != "drop" and 0 not in self.bad

    def judged_blanks(self) -> Iterator[tuple[Span, bool]]:
        """The blanks of a clip worth having, and whether each was right."""
        if self.verdict != "drop":
            for card, span in self.blanks:
                yield span, card not in self.bad


@dataclass(frozen=True, slots=True)
class Judged:
    """An article and the verdicts on its notes."""

    id: str
    reader: Reader
    document: Document
    verdicts: tuple[Verdict, ...]

    def picked(self) -> Picked:
        """All that jinju sees in the article."""
        return self.reader.picked(self.document)


def judged_articles(articles: Path, verdicts: Path) -> Iterator[Judged]:
    """The judged articles that are cleaned today as they were when they were read."""
    reader = Reader()
    texts = {row["id"]: row for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = document_of(texts[row["id"]])
        if digest(reader.clean(document).text) != row["digest"]:
            continue
        notes = tuple(
            Verdict(
                Span(note["start"], note["end"]),
                tuple((card, Span(start, end)) for card, start, end in note["blanks"]),
                note["verdict"],
                frozenset(note["bad"]),
            )
            for note in row["notes"]
        )
        yield Judged(row["id"], reader, document, notes)
