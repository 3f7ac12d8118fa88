"""Each study setting as a person writes it, in the settings file or behind a flag."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from jinju.model.review import Day
from jinju.model.study_settings import MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WEIGHTS: Final = 21
"""How many parameters FSRS-6 has."""
_EPOCH: Final = date(1970, 1, 1).toordinal()
_STEP: Final = re.compile(r"(\d{1,5}) ?(s|m|min|h|d)?")
_UNITS: Final = {"s": 1000, "m": MINUTE, "min": MINUTE, None: MINUTE, "h": 60 * MINUTE, "d": 1440 * MINUTE}
_YES: Final = frozenset({"yes", "true", "on", "y", "是", "1"})
_NO: Final = frozenset({"no", "false", "off", "n", "否", "0"})


class BadWish(ValueError):  # noqa: N818 - a wish that cannot be granted
    """A value that a setting cannot have; `want` names the message that says what it can."""

    def __init__(self, name: str, value: str, want: str) -> None:
        super().__init__(name, value, want)
        self.name, self.value, self.want = name, value, want

    def details(self, where: str, want: str) -> dict[str, str]:
        """What a message about it needs; `where` is the file and line, or the flag."""
        return {"where": where, "name": self.name, "value": self.value[:40], "want": want}


@dataclass(frozen=True, slots=True)
class _Wish:
    """How a setting is read, and the message for what it can be."""

    read: Callable[[Sequence[str]], Any]
    want: str


def _one(values: Sequence[str]) -> str:
    (value,) = values
    return value.strip()


def _whole(low: int, high: int) -> Callable[[Sequence[str]], int]:
    def read(values: Sequence[str]) -> int:
        text = _one(values)
        if not re.fullmatch(r"[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(text)
        return int(text)

    return read


def _share(values: Sequence[str]) -> float:
    text = _one(values)
    number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0.7 <= number <= 0.99:
        raise ValueError(text)
    return number


def _yes(values: Sequence[str]) -> bool:
    text = _one(values).lower()
    if text not in _YES | _NO:
        raise ValueError(text)
    return text in _YES


def _order(values: Sequence[str]) -> str:
    text = _one(values).lower()
    if text not in {"due", "retrievability"}:
        raise ValueError(text)
    return text


def _steps(values: Sequence[str]) -> tuple[int, ...]:
    found: list[int] = []
    for text in " ".join(values).replace(",", " ").split():
        match = _STEP.fullmatch(text)
        if match is None or int(match[1]) == 0:
            raise ValueError(text)
        found.append(int(match[1]) * _UNITS[match[2]])
    return tuple(found)


def _numbers(values: Sequence[str]) -> tuple[float, ...]:
    found = tuple(float(text) for text in " ".join(values).replace(",", " ").split())
    if len(found) not in {0, WEIGHTS} or not all(math.isfinite(number) for number in found):
        raise ValueError(len(found))
    return found


def _day(values: Sequence[str]) -> Day:
    return Day(date.fromisoformat(_one(values)).toordinal() - _EPOCH)


WISHES: Final[Mapping[str, _Wish]] = {
    "retention": _Wish(_share, "want.share"),
    "weights": _Wish(_numbers, "want.weights"),
    "learning_steps": _Wish(_steps, "want.steps"),
    "relearning_steps": _Wish(_steps, "want.steps"),
    "maximum_interval": _Wish(_whole(1, 36_500), "want.interval"),
    "new_a_day": _Wish(_whole(0, 9_999), "want.cards"),
    "reviews_a_day": _Wish(_whole(0, 99_999), "want.cards"),
    "rollover": _Wish(_whole(0, 23), "want.hour"),
    "order": _Wish(_order, "want.order"),
    "bury_siblings": _Wish(_yes, "want.yes"),
    "leech": _Wish(_whole(1, 99), "want.leech"),
    "exam": _Wish(_day, "want.date"),
    "progressive": _Wish(_yes, "want.yes"),
}
"""The settings by their names in `StudySettings`."""


def read_wish(name: str, values: Sequence[str]) -> Any:
    """The value of a setting from what a person wrote. Raises BadWish, KeyError for an unknown name."""
    wish = WISHES[name]
    try:
        return wish.read(values)
    except (ValueError, OverflowError):
        raise BadWish(name, " ".join(values), wish.want) from None
