"""Readers' verdicts on notes that jinju made: keep, mend or drop, and what is wrong in those to be mended.

A row of verdicts.jsonl holds the article's `id`, the beginning of its cleaned text's SHA-256, and its notes:
start and end in the cleaned text, blanks as [card, start, end] from the clip's start, the `verdict`, and in
`bad` the numbers of the cards whose blank is wrong, or 0 where the clip's edges are. `mended` is the note as
the reader would have it, `missed` are notes that the reader would add to the article. A note that two
readers judged stands twice. The verdict `same` means that a tutor wrote the very note, so that no reader was
asked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deck_fit.tutor import Note, digest, document_of
from jinju.model.article import Span
from jinju.workflows.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from jinju.model.document import Document


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of one note."""

    span: Span
    blanks: tuple[tuple[int, Span], ...]
    verdict: str
    bad: frozenset[int]
    mended: Note | None = None

    @property
    def kept(self) -> bool:
        """Whether the note may stay as it is."""
        return self.verdict in ("keep", "same")

    @property
    def clip_is_good(self) -> bool:
        """Whether the clip is worth a note, as it was cut."""
        return self.verdict != "drop" and 0 not in self.bad

    def judged_blanks(self) -> Iterator[tuple[Span, bool]]:
        """The blanks of a clip worth having, and whether each was right."""
        if self.verdict in ("keep", "mend"):
            for card, span in self.blanks:
                yield span, card not in self.bad


@dataclass(frozen=True, slots=True)
class Judged:
    """An article and the verdicts on its notes."""

    id: str
    reader: Reader
    document: Document
    verdicts: tuple[Verdict, ...]
    missed: tuple[Note, ...]

    def better(self) -> tuple[Note, ...]:
        """The notes that readers wrote themselves, no place twice."""
        mended = [v.mended for v in self.verdicts if v.mended is not None]
        return tuple({note.span: note for note in [*mended, *self.missed]}.values())


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
                _blanks(note),
                note["verdict"],
                frozenset(note["bad"]),
                _note(note["mended"]) if "mended" in note else None,
            )
            for note in row["notes"]
        )
        yield Judged(row["id"], reader, document, notes, tuple(map(_note, row.get("missed", ()))))


def _blanks(note: Mapping[str, Any]) -> tuple[tuple[int, Span], ...]:
    return tuple((card, Span(start, end)) for card, start, end in note["blanks"])


def _note(note: Mapping[str, Any]) -> Note:
    return Note(Span(note["start"], note["end"]), _blanks(note))
