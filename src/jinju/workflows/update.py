"""A deck file met again: what a re-run makes of it, then the writing, so that a look need not be a change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinju.adapters.deck_file import Parsed, load, merge_text, render_deck, save
from jinju.adapters.deck_file.store import read_text
from jinju.adapters.refused import learn, read_refused
from jinju.revise.merge import begin, merge
from jinju.revise.repeats import without_repeats

if TYPE_CHECKING:
    from pathlib import Path

    from jinju.model.deck import Deck
    from jinju.revise.changes import Merged
    from jinju.revise.repeats import Repeat


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be written: `was` is the file's text (None: no file yet), `text` what it shall be."""

    path: Path
    was: str | None
    text: str
    merged: Merged
    repeats: tuple[Repeat, ...] = ()
    """What was left out because another article of the deck has the sentence."""


def prepare(
    path: Path, new: Deck, now: int, *, reblank: bool = False, rename: str | None = None, anew: bool = False
) -> Update:
    """Merge `new`, as made from its articles just now, into the deck file at `path`; writes nothing.

    `now` is in seconds since 1970 UTC; `reblank` as in `revise.merge.merge`. `rename` gives an existing deck
    another name, which it otherwise keeps; `anew` forgets what the file held. Raises UserError for a bad
    deck file.
    """
    refused = read_refused()
    if anew or not path.exists():
        new, repeats = without_repeats(replace(new, articles=(), items=()), new, {})
        merged = begin(new, now, refused)
        was = read_text(path) if path.exists() else None
        return Update(path, was, render_deck(merged.deck, merged.ledger), merged, tuple(repeats))
    deck, ledger, text = load(path)
    new, repeats = without_repeats(deck, new, ledger.made)
    merged = merge(deck, new, now, ledger, refused, reblank=reblank)
    if rename is not None:
        merged = replace(merged, deck=replace(merged.deck, name=rename))
    after = merge_text(text, Parsed(deck, ledger), Parsed(merged.deck, merged.ledger))
    return Update(path, text, after, merged, tuple(repeats))


def carry_out(update: Update) -> None:
    """Write the deck file, unless something changed it since, and remember what the person refused.

    Raises UserError, the file as it was.
    """
    save(update.path, update.text, update.was)
    learn(update.merged.refused, update.merged.allowed)
