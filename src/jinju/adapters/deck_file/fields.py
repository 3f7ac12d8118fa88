"""One mapping of the deck file, taken apart key by key; what is wrong becomes a Problem with its line."""

from __future__ import annotations

import difflib
import math
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jinju.adapters.deck_file.scalars import key_without_colon
from jinju.model.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.adapters.deck_file.tree import Node

MAX_PROBLEMS = 20
YES = frozenset({"yes", "true", "on", "y", "是"})
NO = frozenset({"no", "false", "off", "n", "否"})


class TooManyProblems(Exception):  # noqa: N818 - not an error: the reader's way out when it has seen enough
    """Enough has been found; reading on would only repeat it."""


class Problems:
    """What is wrong with one file, in the order in which it was found."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.found: list[Problem] = []

    def add(self, line: int | None, code: str, **details: object) -> None:
        """One more; raises TooManyProblems at the twentieth."""
        self.found.append(Problem(self.where, line, code, tuple(details.items())))
        if len(self.found) >= MAX_PROBLEMS:
            raise TooManyProblems


class Fields:
    """A mapping whose keys are among `known`; each is asked for once, by the type it must have."""

    def __init__(self, node: Node, known: tuple[str, ...], what: str, problems: Problems) -> None:
        self.line = node.line
        self.nodes: dict[str, tuple[Node, Node]] = {}
        self._problems = problems
        self._known = known
        if node.pairs is None:
            slip = key_without_colon(node.text or "", known)
            if slip is not None:
                problems.add(node.line, "deck-colon", key=slip)
            else:
                problems.add(node.line, "deck-want-mapping", what=what, keys=", ".join(known))
            return
        for key, value in node.pairs:
            name = key.text or ""
            if name not in known:
                nearest = difflib.get_close_matches(name, known, 1, 0.5)
                hint = nearest[0] if nearest else ", ".join(known)
                problems.add(key.line, "deck-unknown-key", key=name, what=what, nearest=hint)
            elif name in self.nodes:
                problems.add(key.line, "deck-key-twice", key=name, first=self.nodes[name][0].line)
            else:
                self.nodes[name] = (key, value)

    def line_of(self, name: str) -> int:
        """The line of the key, or that of the mapping where the key is missing."""
        return self.nodes[name][0].line if name in self.nodes else self.line

    def text(self, name: str, *, needed: bool = False) -> str:
        """A string; "" where it is missing."""
        value = self._scalar(name)
        if needed and not value.strip() and not self._wrong(name):
            self._problems.add(self.line_of(name), "deck-missing", key=name)
        return value

    def integer(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._scalar(name)
        if not value:
            return default
        return self._integer(name, value, low, high, self.line_of(name)) or default

    def decimal(self, name: str) -> float:
        """A number; 0.0 where it is missing."""
        value = self._scalar(name)
        try:
            number = float(value) if value else 0.0
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self._problems.add(self.line_of(name), "deck-want-number", key=name, value=short(value))
            return 0.0
        return number

    def flag(self, name: str, *, default: bool) -> bool:
        """`yes` or `no`."""
        value = self._scalar(name).lower()
        if value and value not in YES | NO:
            self._problems.add(self.line_of(name), "deck-want-flag", key=name, value=short(value))
        return value in YES if value in YES | NO else default

    def moment(self, name: str) -> int:
        """A time in ISO 8601 as seconds since 1970 UTC; 0 where it is missing."""
        value = self._scalar(name)
        if not value:
            return 0
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is None or moment.year < 1970:
            self._problems.add(self.line_of(name), "deck-want-time", key=name, value=short(value))
            return 0
        return max(0, int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one."""
        return tuple(self._texts(name, self.nodes[name][1])) if name in self.nodes else ()

    def integers(self, name: str, low: int, high: int) -> tuple[int, ...]:
        """A list of whole numbers."""
        if name not in self.nodes:
            return ()
        line = self.line_of(name)
        numbers = (self._integer(name, t, low, high, line) for t in self._texts(name, self.nodes[name][1]))
        return tuple(n for n in numbers if n is not None)

    def by_number(self, name: str, low: int, high: int) -> Iterator[tuple[int, Node]]:
        """The pairs of a mapping whose keys are whole numbers."""
        if name not in self.nodes:
            return
        node = self.nodes[name][1]
        if node.text == "":
            return
        if node.pairs is None:
            slip = key_without_colon(node.text or "", ())
            if slip is not None:
                self._problems.add(node.line, "deck-colon", key=slip)
            else:
                self._problems.add(self.line_of(name), "deck-want-by-number", key=name)
            return
        seen: dict[int, int] = {}
        for key, value in node.pairs:
            if key.text in self._known:
                self._problems.add(key.line, "deck-indent", near=key.text)
                continue
            number = self._integer(name, key.text or "", low, high, key.line)
            if number is None:
                continue
            if number in seen:
                self._problems.add(key.line, "deck-key-twice", key=number, first=seen[number])
            seen[number] = key.line
            yield number, value

    def ladders(self, name: str, low: int, high: int) -> dict[int, tuple[str, ...]]:
        """Number -> list of strings; what an emptied list leaves behind is nothing."""
        found = {n: tuple(self._texts(name, node)) for n, node in self.by_number(name, low, high)}
        return {n: texts for n, texts in found.items() if texts}

    def elements(self, name: str) -> tuple[Node, ...]:
        """The elements of a list."""
        if name not in self.nodes:
            return ()
        node = self.nodes[name][1]
        if node.elements is None and node.text != "":
            self._problems.add(self.line_of(name), "deck-want-list", key=name)
        return node.elements or ()

    def _wrong(self, name: str) -> bool:
        return name in self.nodes and self.nodes[name][1].text is None

    def _scalar(self, name: str) -> str:
        if name not in self.nodes:
            return ""
        node = self.nodes[name][1]
        if node.text is None:
            self._problems.add(self.line_of(name), "deck-want-text", key=name)
            return ""
        return node.text

    def _texts(self, name: str, node: Node) -> Iterator[str]:
        if node.text is not None:
            if node.text or not node.plain:
                yield node.text
            return
        if node.elements is None:
            self._problems.add(self.line_of(name), "deck-want-list", key=name)
            return
        for element in node.elements:
            if element.text is None:
                self._problems.add(element.line, "deck-want-text", key=name)
            else:
                yield element.text

    def _integer(self, name: str, value: str, low: int, high: int, line: int) -> int | None:
        number = int(value) if re.fullmatch(r"[0-9]{1,9}", value) else -1
        if not low <= number <= high:
            self._problems.add(line, "deck-want-integer", key=name, value=short(value), low=low, high=high)
            return None
        return number


def short(value: str) -> str:
    """As much of a value as helps to find it."""
    return value if len(value) <= 40 else value[:39] + "…"
