"""`jinju pull`: what the learner changed in the running Anki, into the deck file."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.deck_file import parse_deck, save, stamp_text
from jinju.adapters.deck_file.store import read_text
from jinju.adapters.seen_notes import note_seen, seen_items
from jinju.cards.note import notes_of
from jinju.cards.unfield import read_field
from jinju.model.item import ItemId
from jinju.model.ledger import Stamped
from jinju.revise.edits import stamp
from jinju.revise.identity import clip
from jinju.revise.pull import pull as decide
from jinju.workflows.anki import AnkiOptions, open_anki

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinju.model.cloze import Cloze
    from jinju.revise.pull import PullChange


@dataclass(frozen=True, slots=True)
class PullReport:
    """What the learner changed, the change to the deck file as a unified diff, and whether it was written.

    `lost` is true where Anki holds none of the deck's notes, though it once did.
    """

    changes: tuple[PullChange, ...]
    diff: str
    written: bool
    lost: bool
    texts: Mapping[ItemId, str]


def pull(
    deck_file: Path, anki: AnkiOptions, *, now: int, write: bool = False, overwrite: bool = False
) -> PullReport:
    """Show what the learner changed in Anki, and with `write` put it into the deck file.

    `overwrite` lets Anki win where both sides changed. `now` is in seconds since 1970 UTC. Raises UserError.
    """
    text = read_text(deck_file)
    parsed = parse_deck(text, deck_file)
    notes = list(notes_of(parsed.deck, now))
    session = open_anki(anki)
    there = session.anki.held(ItemId(n.fields["ItemId"]) for n in notes)
    held = {one.item: one for one in sorted(there, key=lambda h: -h.note)}
    pulled = decide(
        parsed.deck,
        notes,
        held,
        read=_read,
        suspended=session.anki.suspended(held.values()),
        seen=seen_items(session.seen),
        overwrite=overwrite,
    )
    new = text
    if pulled.deck != parsed.deck:
        stamped = stamp(pulled.deck, now)
        aside = [c.item for c in pulled.changes if c.kind == "deleted"]
        changed = {**dict.fromkeys(aside), **stamped.changed}
        new = stamp_text(text, parsed, Stamped(stamped.deck, changed))
    if write:
        save(deck_file, new, text, anki.state)
        aside_too = [c.item for c in pulled.changes if c.kind == "deleted"]
        note_seen(session.seen, held, forget=aside_too)
    lines = difflib.unified_diff(
        text.splitlines(keepends=True),
        new.splitlines(keepends=True),
        str(deck_file),
        f"{deck_file} (Anki)",
    )
    diff = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    texts = {i.id: clip(i) for i in parsed.deck.items}
    return PullReport(pulled.changes, diff, write and new != text, pulled.lost, texts)


def _read(html: str) -> Cloze:
    return read_field(html).cloze
