"""The articles in a folder and its folders, in the order of their names."""

from __future__ import annotations

import os
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from jinju.adapters.sources.names import printable
from jinju.model.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLES = ".txt .text .md .markdown .mdown .mkd .html .htm .xhtml .xht .shtml .docx .pdf .epub"
_MISSED = ".doc .wps .rtf .odt .mobi .azw .azw3"
_WANTED = frozenset(f"{_ARTICLES} {_MISSED}".split())
"""The names that a folder is searched for: articles, and what a person would miss if it were passed over in
silence, which becomes a Problem."""


def files_in(folder: Path) -> Iterator[Path | Problem]:
    """Every article below `folder`; a Problem for a folder that cannot be listed, a link to nothing.

    Hidden names, backups (`~`) and other kinds of file are passed over. Links are followed, but no folder
    is entered twice, so that loops end.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_dir():
                waiting += [path / name for name in _names(path, seen)]
            elif path.suffix.lower() not in _WANTED:
                continue
            elif path.is_file():
                yield path
            elif path.is_symlink():
                yield _problem("source-broken-link", path)
        except OSError as error:
            yield _problem("source-unreadable", path, reason=error.strerror or str(error))


def matching(pattern: str) -> list[Path] | None:
    """The paths that a glob pattern finds, sorted; None where `pattern` is no pattern."""
    if not has_magic(pattern):
        return None
    return sorted(map(Path, glob(pattern, recursive=True)))  # noqa: PTH207 (a pattern may be absolute)


def _names(folder: Path, seen: set[tuple[int, int]]) -> list[str]:
    """The names in `folder`, last first; none if it was seen before."""
    state = folder.stat()
    if (state.st_dev, state.st_ino) in seen:
        return []
    seen.add((state.st_dev, state.st_ino))
    with os.scandir(folder) as entries:
        return sorted((e.name for e in entries if e.name[0] not in ".~" and e.name[-1] != "~"), reverse=True)


def _problem(code: str, path: Path, **details: object) -> Problem:
    where = printable(path)
    return Problem(where, None, code, tuple(sorted({"path": where, **details}.items())))
