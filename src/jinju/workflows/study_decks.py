"""Which deck files a session is about, and where in them an item stands."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from jinju.adapters.deck_file import read_text
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinju.adapters.review_store import Refreshed, Store
    from jinju.model.review import CardKey


class Chosen(NamedTuple):
    """The deck files of a session by their numbers in the store, and what is wrong with some of them."""

    ids: tuple[int, ...]
    problems: tuple[Problem, ...]
    refreshed: tuple[Refreshed, ...]


def chosen(store: Store, paths: Sequence[Path]) -> Chosen:
    """Read the deck files named, or all that the store knows, where they changed.

    A file named that is missing or broken is studied as the store last knew it. Without names a missing
    one rests until it is back; a broken one is studied as it was. Raises UserError where nothing is left.
    """
    named = bool(paths)
    wanted = list(dict.fromkeys(paths if named else (k.path for k in store.decks.known())))
    if not wanted:
        raise UserError("study-no-decks")
    refreshed = tuple(store.decks.refresh(path, now_ns=time.time_ns()) for path in wanted)
    problems = [r.problem for r in refreshed if r.problem is not None]
    ids = [
        r.deck
        for r in refreshed
        if r.deck is not None and (named or r.problem is None or r.problem.code != "no-such-file")
    ]
    if not ids and len(problems) == 1:
        raise UserError(problems[0].code, **dict(problems[0].details))
    if not ids:
        raise UserError("study-no-decks-left", paths="\n".join(f"  {r.path}" for r in refreshed))
    return Chosen(tuple(dict.fromkeys(ids)), tuple(problems), refreshed)


def place(store: Store, decks: Sequence[int], key: CardKey) -> tuple[Path, int]:
    """The first of these deck files that holds the item, and the line of its id.

    The file is searched as text, so that one which is broken can be opened for mending. Raises UserError.
    """
    paths = {k.id: k.path for k in store.decks.known()}
    holding = store.cards.decks_of(key.item)
    mark = re.compile(
        rf"^[ \t]*-?[ \t]*[\"']?id[\"']?[ \t]*:[ \t]*[\"']?{re.escape(key.item)}\b", re.MULTILINE
    )
    missing: UserError | None = None
    for deck in sorted(holding, key=lambda d: (d not in decks, d)):
        try:
            text = read_text(paths[deck])
        except UserError as error:
            missing = error
            continue
        found = mark.search(text)
        if found is not None:
            return paths[deck], text.count("\n", 0, found.start()) + 1
    if missing is not None:
        raise missing
    raise UserError("study-no-place", item=key.item)
