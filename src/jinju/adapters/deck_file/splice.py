"""Changes to some lines of a YAML text that leave every other byte and comment as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinju.adapters.deck_file.tree import Node

_BEHIND = re.compile(r"[ \t]+#.*")
_NUMBERED = re.compile(r" *(\d+): (.*)")
_DASH_LINE = re.compile(r" *-(?:[ \t]|\r?\n)")


class CannotSpliceError(Exception):
    """The text is laid out in a way that only writing it anew can change."""


class Edit(NamedTuple):
    """Replace `text[start:end]` by `by`."""

    start: int
    end: int
    by: str


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; where two insert at the same place, in the order given."""
    newline = "\r\n" if "\r\n" in text else "\n"
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise CannotSpliceError
        out += [text[at : edit.start], edit.by.replace("\n", newline) if newline != "\n" else edit.by]
        at = edit.end
    return "".join([*out, text[at:]])


class Source:
    """A text whose nodes are to be changed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def fields(self, node: Node, old: Mapping[str, str], new: Mapping[str, str], base: int) -> list[Edit]:
        """The edits that turn the fields `old` of a block mapping into `new`.

        Values are as rendered where the keys stand in column `base`. A key that `old` and `new` share is
        left alone; so is one that only the text has.
        """
        if node.pairs is None or not node.block:
            raise CannotSpliceError
        here = {key.text or "": (key, value) for key, value in node.pairs}
        shift = node.column - base
        indent = " " * node.column
        edits: list[Edit] = []
        after: int | None = None
        first: list[str] = []
        for name, value in new.items():
            shifted = _shift(value, shift)
            gap = "" if value.startswith("\n") else " "
            if name in here:
                key, there = here[name]
                end = self.end_of(there)
                parts = (
                    self._entries(there, old.get(name, ""), value, base) if old.get(name) != value else None
                )
                if parts is not None:
                    edits += parts[0]
                    end = parts[1]
                elif old.get(name) != value:
                    by = f":{gap}{self._commented(there, shifted)}"
                    edits.append(Edit(key.end, max(key.end + 1, end), by))
                after = self.line_end(end)
            elif old.get(name) == value and name not in {"id", "article"}:
                continue
            elif after is None:
                first.append(f"{name}:{gap}{shifted}\n{indent}")
            else:
                edits.append(Edit(after, after, f"\n{indent}{name}:{gap}{shifted}"))
        if first:
            edits.append(Edit(node.start, node.start, "".join(first)))
        edits += [self._without(*here[name]) for name in old if name not in new and name in here]
        return edits

    def _entries(self, node: Node, old: str, new: str, base: int) -> tuple[list[Edit], int] | None:
        """The edits of single entries where a field is itself a block mapping of numbers, each on its line.

        With them the place where the last entry that stays ends; None where the whole is to be replaced.
        """
        before, now = _numbered(old), _numbered(new)
        if node.pairs is None or not node.block or not before or not now:
            return None
        staying = [value for key, value in node.pairs if key.text in before and key.text in now]
        if not staying or len(node.pairs) != len(before):
            return None
        return self.fields(node, before, now, base + 2), self.end_of(staying[-1])

    def _commented(self, node: Node, value: str) -> str:
        """`value` with the comment that stands behind the sign of a block text, as in `text: |-  # mine`."""
        if not node.block or node.text is None:
            return value
        comment = _BEHIND.search(self.text[node.start : self.line_end(node.start)])
        first, *rest = value.split("\n")
        return "\n".join([first + (comment[0] if comment else ""), *rest])

    def end_of(self, node: Node) -> int:
        """Where the node's own text ends, without the blank lines that YAML counts to a block."""
        end = node.end
        while end > node.start and self.text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def line_end(self, at: int) -> int:
        """The end of the line that holds `at`, before its line break."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def line_start(self, at: int) -> int:
        """The start of the line that holds `at`."""
        return self.text.rfind("\n", 0, at) + 1

    def element_start(self, node: Node, before: int) -> tuple[int, int]:
        """Where an element of a block list begins, the comments above it included; the column of its dash.

        `before` is where what stands before it ends.
        """
        start = self.line_start(node.start)
        while not _DASH_LINE.match(self.text, start, node.start):
            if start <= before:
                raise CannotSpliceError
            start = self.line_start(start - 1)
        column = self._indent(start)
        return self._above(start, before, column), column

    def list_end(self, last: int, column: int) -> int:
        """Where a new element can follow the last one, which ends at `last`.

        Comments that are indented further than the list still belong to that element.
        """
        at = self._next_line(last)
        end = at
        while at < len(self.text):
            line = self.text[at : self._next_line(at)]
            if line.strip() and not (line.lstrip().startswith("#") and self._indent(at) > column):
                break
            at += len(line)
            if line.strip():
                end = at
        return end

    def _above(self, start: int, before: int, indent: int) -> int:
        """`start`, moved up over comment lines that are indented no further than `indent`."""
        low = self._next_line(before) if before else 0
        best = at = start
        while at > low:
            at = self.line_start(at - 1)
            line = self.text[at : self._next_line(at)].strip()
            if line.startswith("#"):
                if self._indent(at) > indent:
                    break
                best = at
            elif line:
                break
        return best

    def _next_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def _indent(self, at: int) -> int:
        end = at
        while end < len(self.text) and self.text[end] == " ":
            end += 1
        return end - at

    def _without(self, key: Node, value: Node) -> Edit:
        start = self.line_start(key.start)
        if self.text[start : key.start].strip():
            raise CannotSpliceError
        return Edit(start, self._next_line(self.end_of(value)), "")


def shifted(element: str, column: int) -> str:
    """A rendered list element, moved to the column where the list's dashes stand."""
    return " " * column + _shift(element.rstrip("\n"), column) + "\n"


def _numbered(value: str) -> dict[str, str]:
    """The entries of a rendered mapping of numbers; empty where it is none."""
    entries = [_NUMBERED.fullmatch(line) for line in value.split("\n")[1:]]
    return {m[1]: m[2] for m in entries if m is not None} if all(entries) else {}


def _shift(value: str, by: int) -> str:
    if by == 0 or "\n" not in value:
        return value
    first, *rest = value.split("\n")
    if by > 0:
        return "\n".join([first, *(" " * by + line if line else "" for line in rest)])
    return "\n".join([first, *(line[-by:] for line in rest)])
