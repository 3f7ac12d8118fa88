"""Which rows of Anki's review log are answers that made the schedule what it is.

The rules are those by which Anki itself computes FSRS's memory state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from jinju.model.review import Moment, Rating, Review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinju.model.anki_history import LeftOut
    from jinju.model.review import CardKey

LEARNING, REVIEW, RELEARNING, FILTERED, MANUAL, RESCHEDULED = range(6)
"""Kinds of rows: the column `type`."""

_BUTTONS: Final = range(1, 5)
_EARLIEST: Final = 1_136_073_600_000
_LATEST: Final = 4_102_444_800_000
"""2006, before the first Anki, to 2100, in milliseconds."""

_LONGEST: Final = 86_400_000
"""Milliseconds of thinking that are believed."""


class Row(NamedTuple):
    """One row: `at` and `taken` in milliseconds, `ease` the button or 0, `factor` 0 where none was kept."""

    at: int
    ease: int
    factor: int
    taken: int
    kind: int


def answers(rows: Sequence[Row]) -> tuple[list[Row], dict[LeftOut, int]]:
    """The rows of one card, oldest first, that count as answers, and the number of others by their kind."""
    left: dict[LeftOut, int] = {}
    start = _start(rows)
    counting = []
    for index, row in enumerate(rows):
        why = _why_not(row)
        if why is None and index < start:
            why = "forgotten"
        if why is None:
            counting.append(row)
        else:
            left[why] = left.get(why, 0) + 1
    return counting, left


def review_of(key: CardKey, row: Row, offset: Callable[[int], int]) -> Review:
    """An answer as a review; `offset` gives the learner's clock at an instant, in seconds east of UTC."""
    taken = min(max(0, row.taken), _LONGEST)
    return Review(key, Moment(row.at, offset(row.at)), Rating(row.ease), taken=taken, mode="anki")


def _why_not(row: Row) -> LeftOut | None:
    if row.kind == RESCHEDULED:
        return "rescheduled"
    if row.kind == MANUAL or (row.ease == 0 and row.kind in {LEARNING, REVIEW, RELEARNING}):
        return "manual"
    if row.kind == FILTERED and row.factor == 0:
        return "preview"
    if row.ease not in _BUTTONS or row.kind > RESCHEDULED or not _EARLIEST < row.at < _LATEST:
        return "odd"
    return None


def _start(rows: Sequence[Row]) -> int:
    """Where the card's present life begins: after it was last forgotten on purpose, else at the first row.

    Anki writes a manual row without a factor for that; versions that did not are known by learning steps
    that follow reviews.
    """
    learning: int | None = None
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.kind == FILTERED and row.factor == 0:
            continue
        if row.kind == MANUAL and row.factor == 0:
            return index + 1
        if row.ease and row.kind == LEARNING:
            learning = index
        elif learning is not None and row.ease and row.kind in {REVIEW, RELEARNING}:
            return learning
    return 0
