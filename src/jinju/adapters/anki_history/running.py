"""The review log and the schedules of cards in a running Anki, through the AnkiConnect add-on.

Anki's own importer brings no answers to cards that a collection holds already; this does. It needs of the
add-on `cardsInfo`, `getReviewsOfCards`, `insertReviews` and `setSpecificValueOfCard`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters.anki_connect import Refused
from jinju.adapters.anki_history.rows import Row
from jinju.model.cloze import MAX_NUMBER
from jinju.model.errors import UserError
from jinju.model.review import CardKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinju.adapters.anki_connect import AnkiConnect
    from jinju.adapters.anki_history.cards import CardRow, LogRow
    from jinju.model.held import Held

_CARDS_A_LOOK: Final = 200
_ROWS_A_TIME: Final = 500
_MOST_DAYS: Final = 36_500
"""No collection is older."""

_MOVES: Final = 500
"""Milliseconds by which an answer moves on where Anki has another one at its instant."""


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card in Anki: its number and answers there, its queue (below 0: put aside), if in a filtered deck."""

    number: int
    reps: int
    queue: int
    filtered: bool


class RunningHistory:
    """History in the collection that is open in Anki. Raises UserError wherever it cannot be reached."""

    def __init__(self, connect: AnkiConnect) -> None:
        self._connect = connect

    def cards(self, held: Iterable[Held]) -> dict[CardKey, HeldCard]:
        """The cards of notes; of notes with one item the oldest."""
        items = {one.note: one.item for one in sorted(held, key=lambda h: -h.note)}
        numbers = [n for one in held for n in one.cards]
        filtered: set[int] = set()
        found: dict[CardKey, HeldCard] = {}
        oldest: dict[CardKey, int] = {}
        for part in _parts(numbers, _CARDS_A_LOOK):
            names = ",".join(map(str, part))
            filtered.update(self._ask("findCards", query=f"deck:filtered cid:{names}"))
            for info in filter(None, self._ask("cardsInfo", cards=part)):
                note, number = int(info["note"]), int(info["ord"]) + 1
                if note not in items or number > MAX_NUMBER:
                    continue
                key = CardKey(items[note], number)
                if note > oldest.get(key, note):
                    continue
                oldest[key] = note
                card = int(info["cardId"])
                found[key] = HeldCard(card, int(info["reps"]), int(info["queue"]), card in filtered)
        return found

    def rows(self, cards: Mapping[CardKey, HeldCard]) -> dict[CardKey, list[Row]]:
        """The review log of the cards, oldest first."""
        names = {str(card.number): key for key, card in cards.items()}
        found: dict[CardKey, list[Row]] = {key: [] for key in cards}
        for part in _parts([c.number for c in cards.values()], _CARDS_A_LOOK):
            for name, rows in self._ask("getReviewsOfCards", cards=part).items():
                key = names.get(str(name))
                if key is not None:
                    found[key] = sorted(
                        Row(int(r["id"]), int(r["ease"]), int(r["factor"]), int(r["time"]), int(r["type"]))
                        for r in rows
                    )
        return found

    def insert(self, rows: Iterable[tuple[int, LogRow]]) -> int:
        """Add rows to the log, each with Anki's number of its card; how many."""
        done = 0
        for part in _parts(list(rows), _ROWS_A_TIME):
            try:
                self._connect.ask(
                    "insertReviews", reviews=[_columns(card, row, row.at) for card, row in part]
                )
            except Refused:  # one of them stands at an instant that Anki has already: one by one
                for card, row in part:
                    self._insert_one(card, row)
            done += len(part)
        return done

    def _insert_one(self, card: int, row: LogRow) -> None:
        said = ""
        for at in range(row.at, row.at + _MOVES):
            try:
                self._connect.ask("insertReviews", reviews=[_columns(card, row, at)])
            except Refused as refused:
                said = refused.said
                if "UNIQUE" not in said.upper():
                    break
            else:
                return
        raise UserError("anki-refused", action="insertReviews", said=said)

    def today(self, card: HeldCard) -> int:
        """The number that Anki has for today; `card` is one whose schedule is about to be set.

        The add-on does not tell. So the card is made due on day 0, and asked for how long it has been due.
        """
        probe = {"type": 2, "queue": 2, "due": 0, "ivl": 1}
        self._set([(card.number, probe)])
        low, high = 0, _MOST_DAYS
        while low < high:
            middle = (low + high + 1) // 2
            if self._ask("findCards", query=f"cid:{card.number} prop:due<={-middle}"):
                low = middle
            else:
                high = middle - 1
        if card.queue < 0:
            self._set([(card.number, {"queue": card.queue})])
        return low

    def reschedule(self, cards: Iterable[tuple[HeldCard, CardRow]]) -> int:
        """Set the schedules of cards; one that is put aside stays so. How many."""
        return self._set([(card.number, _values(card, row)) for card, row in cards])

    def _set(self, cards: Sequence[tuple[int, dict[str, Any]]]) -> int:
        """Set columns of cards, given Anki's numbers."""
        actions = [
            (
                "setSpecificValueOfCard",
                {"card": n, "keys": [*wanted], "newValues": [*wanted.values()], "warning_check": True},
            )
            for n, wanted in cards
        ]
        for answer in self._connect.ask_all(actions):
            if answer != [True]:
                said = answer.said if isinstance(answer, Refused) else str(answer)
                raise UserError("anki-refused", action="setSpecificValueOfCard", said=said)
        return len(actions)

    def _ask(self, action: str, **params: Any) -> Any:
        try:
            return self._connect.ask(action, **params)
        except Refused as refused:
            raise UserError("anki-refused", action=refused.action, said=refused.said) from refused


def _columns(card: int, row: LogRow, at: int) -> list[int]:
    return [at, card, -1, row.ease, row.ivl, row.last_ivl, row.factor, row.taken, row.kind]


def _values(card: HeldCard, row: CardRow) -> dict[str, Any]:
    wanted: dict[str, Any] = {
        "type": row.type,
        "queue": row.queue,
        "due": row.due,
        "ivl": row.ivl,
        "factor": row.factor,
        "reps": row.reps,
        "lapses": row.lapses,
        "left": row.left,
    }
    if card.queue < 0:
        del wanted["queue"]
    if "s" in row.data:
        wanted |= {
            "memory_state": {"stability": row.data["s"], "difficulty": row.data["d"]},
            "desired_retention": row.data["dr"],
            "decay": row.data["decay"],
            "last_review_time": row.data["lrt"],
        }
    return wanted


def _parts(values: Sequence[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part
