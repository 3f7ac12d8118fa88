"""Other ways out than Anki's package: one format a file, all in the tuple below (docs/exports.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from jinju.adapters.exporters.anki_text import anki_text
from jinju.adapters.exporters.csv_table import csv_table
from jinju.adapters.exporters.json_file import json_file
from jinju.adapters.exporters.markdown import markdown
from jinju.adapters.exporters.page import page
from jinju.adapters.exporters.worksheet import worksheet
from jinju.adapters.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from jinju.model.filled import FilledDeck


class Exporter(NamedTuple):
    """A format: what it is called, the endings of its files, and how its text is made."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Sequence[FilledDeck]], Iterator[str]]


EXPORTERS: Final = (
    Exporter("anki-text", (".txt", ".tsv"), anki_text),
    Exporter("csv", (".csv",), csv_table),
    Exporter("markdown", (".md", ".markdown"), markdown),
    Exporter("json", (".json",), json_file),
    Exporter("worksheet", (".worksheet.html", ".print.html"), worksheet),
    Exporter("html", (".html", ".htm"), page),
)
"""Where two endings fit, the first counts."""


def exporter_named(name: str) -> Exporter | None:
    """The format of that name, None where there is none."""
    return next((e for e in EXPORTERS if e.name == name), None)


def exporter_for(path: Path) -> Exporter | None:
    """The format whose ending `path` has, None where none fits."""
    name = path.name.lower()
    return next((e for e in EXPORTERS if name.endswith(e.suffixes)), None)


def write_export(exporter: Exporter, decks: Sequence[FilledDeck], path: Path, *, bom: bool = False) -> None:
    """Write `decks` to `path`, whole or not at all, as UTF-8; `bom` puts a byte order mark first.

    Raises UserError as `whole_file` does.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    with (
        whole_file(path) as unfinished,
        unfinished.open("w", encoding=encoding, errors="replace", newline="") as out,
    ):
        out.writelines(exporter.render(decks))
