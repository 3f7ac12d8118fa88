"""`jinju push`: a deck file into the running Anki."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.adapters.deck_file import parse_deck, save, stamp_text
from jinju.adapters.deck_file.store import read_text
from jinju.adapters.seen_notes import note_seen, seen_items
from jinju.cards.note import notes_of
from jinju.cards.unfield import read_field
from jinju.model.errors import UserError
from jinju.model.item import ItemId
from jinju.model.written import FIELD, digest
from jinju.revise.edits import stamp
from jinju.revise.identity import clip
from jinju.revise.sync import Step, decide
from jinju.workflows.anki import AnkiOptions, open_anki

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.deck_file import Parsed
    from jinju.adapters.running_anki import RunningAnki
    from jinju.model.held import Held
    from jinju.model.note import Note


@dataclass(frozen=True, slots=True)
class PushOptions:
    """What a push may do beyond adding and updating."""

    overwrite: bool = False
    delete: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class PushReport:
    """What became of each note. `refused` are items that Anki would not take, with what it said.

    `look` is false where Anki shows the note type otherwise than we would: the learner's own design.
    `texts` gives the plain start of each item for a person to know it by.
    """

    deck: str
    steps: tuple[Step, ...]
    texts: Mapping[ItemId, str]
    refused: Mapping[ItemId, str]
    edited: tuple[ItemId, ...]
    look: bool
    dry_run: bool

    def count(self, action: str) -> int:
        """How many notes went that way; an update that Anki refused does not count."""
        return sum(s.action == action and s.item not in self.refused for s in self.steps)


def push(deck_file: Path, options: PushOptions, anki: AnkiOptions, *, now: int) -> PushReport:
    """Bring Anki up to the deck file; `now` is in seconds since 1970 UTC.

    Run again after any interruption: what is done already is left alone. Raises UserError.
    """
    text = read_text(deck_file)
    parsed = parse_deck(text, deck_file)
    stamped = stamp(parsed.deck, now)
    deck = stamped.deck
    notes = list(notes_of(deck, now))
    gone = _gone(parsed)
    session = open_anki(anki)
    there = session.anki.held({*(ItemId(n.fields["ItemId"]) for n in notes), *gone})
    steps = decide(
        notes,
        there,
        seen=seen_items(session.seen),
        gone=gone,
        overwrite=options.overwrite,
        delete=options.delete,
        read=_read,
    )
    refused: dict[ItemId, str] = {}
    look = True
    if not options.dry_run:
        if stamped.changed:
            save(deck_file, stamp_text(text, parsed, stamped), text, anki.state)
        look = _apply(steps, notes, deck.name, session.anki, refused)
        touched = [s for s in steps if s.action == "create" or s.touches]
        after = session.anki.held(s.item for s in touched)
        _verify(touched, after, refused)
        deleted = [s.item for s in steps if s.action == "delete"]
        note_seen(session.seen, [h.item for h in (*there, *after)], forget=deleted)
    return PushReport(
        deck=deck.name,
        steps=tuple(replace(s, note=None) if s.action == "create" else s for s in steps),
        texts={i.id: clip(i) for i in deck.items},
        refused=refused,
        edited=tuple(stamped.changed),
        look=look,
        dry_run=options.dry_run,
    )


def _read(html: str) -> object:
    """What a field says: its text and blanks, without looks and without hints."""
    cloze = read_field(html).cloze
    return cloze.plain, {(m.number, m.span) for m in cloze.marks}


def _gone(parsed: Parsed) -> set[ItemId]:
    """The items that the deck once had: put aside, refused, or taken out."""
    here = {i.id for i in parsed.deck.items if i.keep}
    aside = {i.id for i in parsed.deck.items if not i.keep}
    return (aside | {r.id for r in parsed.ledger.refused} | {*parsed.ledger.made}) - here


def _apply(
    steps: Sequence[Step], notes: Sequence[Note], deck: str, anki: RunningAnki, refused: dict[ItemId, str]
) -> bool:
    """Do the steps; an interruption says how far they came. Whether Anki shows the note type as ours."""
    new = {s.item for s in steps if s.action == "create"}
    changed = [s for s in steps if s.touches and s.note is not None]
    done = 0
    try:
        if new:
            anki.take_in(deck, [n for n in notes if n.fields["ItemId"] in new])
            done += len(new)
        look = anki.renew_look()
        anki.retag((s.note, s.add, s.remove) for s in changed if s.note is not None)
        written = [s for s in changed if s.fields and s.note is not None]
        answers = anki.update((s.note, dict(s.fields)) for s in written if s.note is not None)
        for step, said in zip(written, answers, strict=True):
            done += 1
            if said:
                refused[step.item] = said
        surplus = [s.note for s in steps if s.action == "delete" and s.note is not None]
        if surplus:
            anki.delete(surplus)
    except UserError as error:
        if error.code in {"anki-gone", "anki-not-running", "anki-slow"}:
            raise UserError("push-interrupted", done=done, all=len(new) + len(changed)) from error
        raise
    return look


def _verify(steps: Sequence[Step], there: Sequence[Held], refused: dict[ItemId, str]) -> None:
    """Ask Anki what it holds now: a note open in its browser keeps the old text and says nothing."""
    held: dict[ItemId, Held] = {}
    for one in sorted(there, key=lambda h: -h.note):
        held[one.item] = one
    for step in steps:
        found = held.get(step.item)
        if step.action == "create" and found is None:
            refused.setdefault(step.item, "other-type")
        elif step.note is not None and found is not None and found.note == step.note:
            lost = any(
                digest(found.fields.get(n, "")) != digest(v) for n, v in step.fields.items() if n != FIELD
            )
            if lost:
                refused.setdefault(step.item, "not-written")
