"""`jinju export`: deck files in, a package or another format out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from jinju.adapters.apkg import ApkgReport, write_decks
from jinju.adapters.deck_file import parse_deck, save
from jinju.adapters.deck_file.rewrite import stamp_text
from jinju.adapters.deck_file.store import read_text
from jinju.adapters.exporters import EXPORTERS, exporter_for, exporter_named, write_export
from jinju.adapters.refused import learn
from jinju.model.errors import UserError
from jinju.revise.edits import stamp
from jinju.revise.lint.twins import Twin, twins
from jinju.revise.refused_by import refused_by
from jinju.workflows.filling import filled_decks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.exporters import Exporter
    from jinju.model.deck import Deck
    from jinju.model.filled import FilledDeck
    from jinju.model.ledger import Stamped
    from jinju.model.note import Note

APKG = "apkg"


class Packer(Protocol):
    """Writes decks, each a name and its notes, as a package."""

    def __call__(self, decks: Sequence[tuple[str, Iterable[Note]]], path: Path, /) -> ApkgReport:
        """Raises UserError where it cannot be written."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: the file, and the ids of the items that a person had edited.

    `twins` are items that stand twice: of those with one id the first is exported, of those with one
    sentence both.
    """

    package: ApkgReport
    edited: tuple[str, ...]
    twins: tuple[Twin, ...] = ()
    format: str = APKG
    emptied: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By item the numbers whose blank a person took out: in Anki, empty cards to delete."""


def formats() -> tuple[str, ...]:
    """The names that `to` may have."""
    return (APKG, *(e.name for e in EXPORTERS))


def export(
    paths: Sequence[Path],
    out: Path | None = None,
    *,
    now: int,
    to: str | None = None,
    bom: bool = False,
    write: Packer = write_decks,
) -> ExportReport:
    """Export deck files to `out`, whose ending decides on the format unless `to` names one.

    Into a package, edited items get a new time, which is written back to their deck file. `now` is in
    seconds since 1970 UTC. Raises UserError for a bad deck file, an unknown format or an unwritable
    target; then no file is touched. `write` is what writes a package.
    """
    exporter, out = _target(paths, out, to)
    texts = [read_text(path) for path in paths]
    parsed = [parse_deck(text, path) for text, path in zip(texts, paths, strict=True)]
    if exporter is not None:
        filled, found = filled_decks([p.deck for p in parsed], now), tuple(twins([p.deck for p in parsed]))
        write_export(exporter, filled, out, bom=bom)
        return _report(exporter, filled, found, out)
    stamped = [stamp(p.deck, now) for p in parsed]
    filled, found = filled_decks([s.deck for s in stamped], now), tuple(twins([s.deck for s in stamped]))
    package = write([(f.deck.name, f.notes) for f in filled], out)
    for path, text, was, is_now in zip(paths, texts, parsed, stamped, strict=True):
        if is_now.changed:
            save(path, stamp_text(text, was, is_now), text)
    learn({name for was in parsed for name in refused_by(was.deck, was.ledger)})
    emptied = {name: gone for p, s in zip(parsed, stamped, strict=True) for name, gone in _emptied(p.deck, s)}
    return ExportReport(package, _edited(stamped), found, emptied=emptied)


def _target(paths: Sequence[Path], out: Path | None, to: str | None) -> tuple[Exporter | None, Path]:
    """The format, None for the package, and the file to write."""
    if to is not None and to not in formats():
        raise UserError("export-no-format", name=to, names=", ".join(formats()))
    if out is None:
        if len(paths) != 1:
            raise UserError("export-no-out")
        chosen = exporter_named(to) if to else None
        return chosen, paths[0].with_suffix(chosen.suffixes[0] if chosen else f".{APKG}")
    if any(_same(out, path) for path in paths):
        raise UserError("export-over-itself", path=out)
    if to is not None:
        return exporter_named(to), out
    if out.suffix.lower() == f".{APKG}":
        return None, out
    chosen = exporter_for(out)
    if chosen is None:
        raise UserError("export-no-suffix", path=out, names=", ".join(formats()))
    return chosen, out


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _report(
    exporter: Exporter, filled: Sequence[FilledDeck], found: tuple[Twin, ...], out: Path
) -> ExportReport:
    notes = [note for f in filled for note in f.notes]
    names = ", ".join(dict.fromkeys(f.deck.name for f in filled))
    cards = sum(len(note.cards) for note in notes)
    return ExportReport(
        ApkgReport(out, names, len(notes), cards, out.stat().st_size), (), found, exporter.name
    )


def _edited(stamped: Sequence[Stamped]) -> tuple[str, ...]:
    return tuple(name for s in stamped for name in s.changed)


def _emptied(old: Deck, stamped: Stamped) -> Iterator[tuple[str, tuple[int, ...]]]:
    for was, item in zip(old.items, stamped.deck.items, strict=True):
        gone = tuple(n for n in item.retired if n not in was.retired)
        if gone and item.keep:
            yield item.id, gone
