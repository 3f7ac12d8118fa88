"""Decks with their schedules and answers -> an .apkg.

Anki moves due days by the distance between the first days of the two collections, so the package says on
which learner's day its own began, on a clock of the learner's. Real Anki takes this in for cards that it
does not hold yet, where the person asks for the learning progress to be imported.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from jinju.adapters.anki_history import preset
from jinju.adapters.anki_history.cards import card_row, log_rows
from jinju.adapters.apkg import write_decks
from jinju.model.guid import item_id_of
from jinju.model.review import CardKey

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinju.adapters.anki_history.cards import LogRow
    from jinju.adapters.apkg import ApkgReport
    from jinju.model.anki_history import CardHistory
    from jinju.model.note import Note
    from jinju.model.review import Moment
    from jinju.model.study_settings import StudySettings

_DAY: Final = 86_400
_HOUR: Final = 3_600
_CARDS = "select c.id, n.guid, c.ord, c.due from cards c join notes n on n.id = c.nid order by c.id"
_CARD = (
    "update cards set type = ?, queue = ?, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?, left = ?, "
    "flags = ?, data = ? where id = ?"
)
_LOG = "insert into revlog values (?,?,-1,?,?,?,?,?,?)"


def write_history(
    decks: Sequence[tuple[str, Iterable[Note]]],
    history: Mapping[CardKey, CardHistory],
    path: Path,
    *,
    now: Moment,
    settings: StudySettings,
) -> ApkgReport:
    """Write the decks with what `history` says of their cards; otherwise as `write_decks`."""
    day = _first_day(history, now, settings.rollover)

    def then(db: sqlite3.Connection) -> None:
        _collection(db, day, now, settings)
        rows = [
            (number, history[key], position)
            for number, guid, ordinal, position in db.execute(_CARDS)
            if (key := CardKey(item_id_of(guid), ordinal + 1)) in history
        ]
        db.executemany(_CARD, (_columns(n, h, position, day, settings) for n, h, position in rows))
        db.executemany(_LOG, _log((number, log_rows(h)) for number, h, _ in rows))

    return write_decks(decks, path, then)


def _first_day(history: Mapping[CardKey, CardHistory], now: Moment, rollover: int) -> int:
    """The learner's day of the first answer, or today; no card is due before it."""
    first = min((h.steps[0][0].when for h in history.values() if h.steps), default=now)
    when = min(first, now)
    return (when.at // 1000 + when.offset - rollover * _HOUR) // _DAY - 1


def _collection(db: sqlite3.Connection, day: int, now: Moment, settings: StudySettings) -> None:
    """When the collection began, the hour at which its days begin, and the preset of its decks."""
    conf, decks, presets = map(json.loads, db.execute("select conf, decks, dconf from col").fetchone())
    conf |= {
        "schedVer": 2,
        "sched2021": True,
        "rollover": settings.rollover,
        "creationOffset": -(now.offset // 60),
    }
    for number, deck in decks.items():
        if number != "1":
            deck["conf"] = preset.ID
    presets[str(preset.ID)] = preset.preset(settings, now.at // 1000)
    began = day * _DAY + settings.rollover * _HOUR - now.offset
    db.execute(
        "update col set crt = ?, conf = ?, decks = ?, dconf = ?",
        (began, json.dumps(conf), json.dumps(decks), json.dumps(presets)),
    )


def _columns(
    number: int, history: CardHistory, position: int, day: int, settings: StudySettings
) -> tuple[int | str, ...]:
    row = card_row(history, position, day, settings)
    return (
        *(row.type, row.queue, row.due, row.ivl, row.factor, row.reps, row.lapses, row.left),
        *(row.flags, row.data_text, number),
    )


def _log(cards: Iterable[tuple[int, list[LogRow]]]) -> Iterator[tuple[int, ...]]:
    """The rows in order of time; where two fell on one millisecond, the later one moves on by some."""
    rows = sorted(((row.at, card, row) for card, found in cards for row in found), key=lambda r: r[:2])
    taken = 0
    for at, card, row in rows:
        taken = max(at, taken + 1)
        yield taken, card, row.ease, row.ivl, row.last_ivl, row.factor, row.taken, row.kind
