"""Reviews as JSON lines: one review a line, plain enough for other programs (docs/store.md)."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final, get_args

from jinju.adapters.review_store.reviews import Logged
from jinju.model.cloze import MAX_NUMBER
from jinju.model.errors import Problem
from jinju.model.item import ItemId
from jinju.model.review import CardKey, Mode, Moment, Rating, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_ID: Final = re.compile(r"[^\s\x00-\x1f\ud800-\udfff]{1,200}")
_LONGEST: Final = 1 << 40
_LATEST: Final = 1 << 48
"""More than any thinking time, and any time, in milliseconds."""


class _BadLine(ValueError):  # noqa: N818 - becomes a Problem
    """A line that is no review; the message names what is wrong with it."""


def to_line(logged: Logged) -> str:
    """One review as a line, without the line break. Keys at their usual value are left out."""
    review = logged.review
    line: dict[str, Any] = {
        "item": review.card.item,
        "number": review.card.number,
        "at": _written(review.when),
        "rating": int(review.rating),
        "taken": review.taken,
        "hints": review.hints,
        "mode": review.mode,
    }
    if logged.source:
        line["source"] = logged.source
    if logged.turn is not None and logged.turn != review.when.at:
        line["turn"] = logged.turn
    if logged.retracted is not None:
        line["retracted"] = _written(Moment(logged.retracted))
    return json.dumps(line, ensure_ascii=False)


def from_lines(lines: Iterable[str], where: str, problems: list[Problem]) -> Iterator[Logged]:
    """The reviews in `lines`; a bad line is added to `problems` and left out. Empty lines are skipped."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _from_line(line)
        except _BadLine as bad:
            problems.append(Problem(where, number, "review-bad", (("key", str(bad)),)))


def _from_line(line: str) -> Logged:
    try:
        held = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise _BadLine("JSON") from None
    if not isinstance(held, dict):
        raise _BadLine("JSON")
    item = held.get("item")
    if not isinstance(item, str) or not _ID.fullmatch(item):
        raise _BadLine("item")
    mode = held.get("mode", "reveal")
    if mode not in get_args(Mode):
        raise _BadLine("mode")
    source = held.get("source", "")
    if not isinstance(source, str) or len(source) > 200:
        raise _BadLine("source")
    review = Review(
        CardKey(ItemId(item), _number(held, "number", 1, MAX_NUMBER)),
        _moment(held, "at"),
        Rating(_number(held, "rating", 1, 4)),
        _number(held, "taken", 0, _LONGEST, 0),
        _number(held, "hints", 0, _LONGEST, 0),
        mode,
    )
    turn = _number(held, "turn", 0, _LATEST) if "turn" in held else None
    return Logged(review, source, turn, _moment(held, "retracted").at if "retracted" in held else None)


def _number(held: dict[str, Any], key: str, low: int, high: int, default: int | None = None) -> int:
    value = held.get(key, default)
    if type(value) is not int or not low <= value <= high:
        raise _BadLine(key)
    return value


def _written(when: Moment) -> str:
    """ISO 8601 with milliseconds and the offset of the learner's clock."""
    zone = timezone(timedelta(seconds=when.offset))
    return (_EPOCH + when.at * _MILLISECOND).astimezone(zone).isoformat(timespec="milliseconds")


def _moment(held: dict[str, Any], key: str) -> Moment:
    try:
        time = datetime.fromisoformat(held[key])
        offset = time.utcoffset()
        if offset is None or time < _EPOCH:
            raise _BadLine(key)
        return Moment((time - _EPOCH) // _MILLISECOND, int(offset.total_seconds()))
    except (KeyError, TypeError, ValueError, OverflowError):
        raise _BadLine(key) from None
