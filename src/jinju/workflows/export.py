"""`jinju export`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.apkg import ApkgReport, write_apkg
from jinju.adapters.deck_file import parse_deck, save
from jinju.adapters.deck_file.rewrite import stamp_text
from jinju.adapters.deck_file.store import read_text
from jinju.cards.note import notes_of
from jinju.revise.edits import stamp

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: the package, and the ids of the items that a person had edited."""

    package: ApkgReport
    edited: tuple[str, ...]


def export(deck_file: Path, out: Path, *, now: int) -> ExportReport:
    """Build the package of a deck file; edited items get a new time, which is written back.

    `now` is in seconds since 1970 UTC. Raises UserError for a bad deck file or an unwritable target;
    then neither file is touched.
    """
    text = read_text(deck_file)
    parsed = parse_deck(text, deck_file)
    stamped = stamp(parsed.deck, now)
    report = write_apkg(stamped.deck.name, notes_of(stamped.deck, now), out)
    if stamped.changed:
        save(deck_file, stamp_text(text, parsed, stamped), text)
    return ExportReport(report, tuple(stamped.changed))
