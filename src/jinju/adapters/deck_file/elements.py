"""The elements of one list of the deck file: found as the text is read, then changed, added or taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from jinju.adapters.deck_file.render import element
from jinju.adapters.deck_file.splice import CannotSpliceError, Edit, Source, shifted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinju.adapters.deck_file.render import Field
    from jinju.adapters.deck_file.tree import Node

E = TypeVar("E")


class Elements(Generic[E]):
    """`old` stands in the text, in this order; `new` shall. Both by name; `fields` renders one."""

    def __init__(
        self,
        source: Source,
        old: Mapping[str, E],
        new: Mapping[str, E],
        fields: Callable[[E], Iterable[Field]],
        *,
        blank_between: bool,
    ) -> None:
        self._source = source
        self._old = old
        self._new = new
        self._fields = fields
        self._blank = "\n" if blank_between else ""
        self._names = list(old)
        self._starts: list[int] = []
        self._changed: list[tuple[str, Node]] = []
        self._end = 0
        self._column = 0

    def take(self, node: Node) -> None:
        """The next element as it stands in the text."""
        if len(self._starts) >= len(self._names):
            raise CannotSpliceError
        name = self._names[len(self._starts)]
        start, self._column = self._source.element_start(node, self._end)
        self._starts.append(start)
        self._end = self._source.end_of(node)
        if self.wants(len(self._starts) - 1):
            self._changed.append((name, node))

    def wants(self, number: int) -> bool:
        """Whether the element of that number is to be changed, and so must be read in full."""
        if number >= len(self._names):
            return False
        name = self._names[number]
        return name in self._new and self._new[name] != self._old[name]

    def edits(self, key: Node, value: Node) -> list[Edit]:
        """What to do to the text; `key` and `value` are those of the whole list."""
        if not self._names:
            return self._filled(key, value)
        if not value.block or len(self._starts) != len(self._names):
            raise CannotSpliceError
        if [n for n in self._new if n in self._old] != [n for n in self._old if n in self._new]:
            raise CannotSpliceError
        close = self._source.list_end(self._end, self._column)
        starts = [*self._starts, close]
        places = {name: n for n, name in enumerate(self._names)}
        edits: list[Edit] = []
        for name, node in self._changed:
            old, new = dict(self._fields(self._old[name])), dict(self._fields(self._new[name]))
            edits += self._source.fields(node, old, new, 2)
        edits += [Edit(starts[n], starts[n + 1], "") for name, n in places.items() if name not in self._new]
        at = starts[0]
        for name, entry in self._new.items():
            if name in places:
                at = starts[places[name] + 1]
                continue
            text = shifted(element(self._fields(entry)), self._column)
            if at == close:
                text = self._blank + text
                if not self._source.text.endswith("\n") and close == len(self._source.text):
                    text = "\n" + text
            else:
                text += self._blank
            edits.append(Edit(at, at, text))
        return edits

    def _filled(self, key: Node, value: Node) -> list[Edit]:
        """For a list that was empty."""
        if not self._new:
            return []
        rendered = self._blank.join(element(self._fields(entry)) for entry in self._new.values())
        end = max(key.end + 1, self._source.end_of(value))
        return [Edit(key.end, end, ":\n" + rendered.rstrip("\n"))]
