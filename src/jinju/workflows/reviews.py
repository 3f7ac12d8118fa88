"""`jinju reviews`: all reviews as JSON lines, out and in."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.files import whole_file
from jinju.adapters.review_store import open_store
from jinju.adapters.review_store.lines import from_lines, to_line
from jinju.adapters.review_store.opening import default_path
from jinju.model.errors import Problem, UserError
from jinju.workflows.fold import fold_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from jinju.adapters.review_store import Added, Store


class ExportedReviews(NamedTuple):
    """How many reviews were written, those taken back among them."""

    path: Path
    reviews: int


class ImportedReviews(NamedTuple):
    """What an import brought; `problems` are lines that were left out."""

    path: Path
    added: Added
    problems: tuple[Problem, ...]


def export_reviews(path: Path, store: Path | None = None) -> ExportedReviews:
    """Write every review to `path` (`-`: standard output), oldest first. Raises UserError."""
    source = store or default_path()
    if not source.exists():
        raise UserError("backup-no-store", path=source)
    with open_store(store) as opened:
        if str(path) == "-":
            return ExportedReviews(path, _write(opened, sys.stdout))
        with whole_file(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="\n") as file:
            return ExportedReviews(path, _write(opened, file))


def import_reviews(path: Path, store: Path | None = None) -> ImportedReviews:
    """Add the reviews in `path` (`-`: standard input) that the store lacks; doing it twice changes nothing.

    Schedules are folded anew, for the cards concerned only. Raises UserError.
    """
    problems: list[Problem] = []
    with _read(path) as lines, open_store(store) as opened:
        added = opened.reviews.add(from_lines(lines, str(path), problems), fold_of(opened))
        return ImportedReviews(path, added, (*opened.problems, *problems))


def _write(store: Store, file: TextIO) -> int:
    count = 0
    for logged in store.reviews.log():
        file.write(to_line(logged) + "\n")
        count += 1
    return count


@contextmanager
def _read(path: Path) -> Iterator[TextIO]:
    if str(path) == "-":
        stream = getattr(sys.stdin, "buffer", None)
        yield sys.stdin if stream is None else io.TextIOWrapper(stream, "utf-8", errors="replace")
        return
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield file
    except FileNotFoundError:
        raise UserError("no-such-file", path=path) from None
    except IsADirectoryError as error:
        raise UserError("deck-unreadable", path=path, reason=error.strerror) from error
