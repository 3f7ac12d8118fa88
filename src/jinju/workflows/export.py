"""`jinju export`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.apkg import ApkgReport, write_apkg
from jinju.adapters.deck_file import read_deck, write_stamps
from jinju.revise.edits import stamp

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote: the package, and the ids of the items that a person had edited."""

    package: ApkgReport
    path: Path
    edited: tuple[str, ...]


def export(deck_file: Path, out: Path, *, now: int) -> ExportReport:
    """Build the package of a deck file; edited items get a new time, which is written back first.

    `now` is in seconds since 1970 UTC. Raises UserError for a bad deck file or an unwritable target.
    """
    deck = read_deck(deck_file)
    stamped, edited = stamp(deck, now)
    if edited:
        write_stamps(deck_file, stamped, edited)
    return ExportReport(write_apkg(stamped, out, now), out, tuple(edited))
