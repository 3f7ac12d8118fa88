r"""Anki's cloze notation over plain text.

An item's text is plain text with `{{c1::answer}}` marks. Literal braces and double colons, which Anki
would read as marks, are written with a backslash: `\{`, `\}`, `\:\:`, and a backslash itself as `\\`;
a backslash before any other character stands for itself. Marks may nest. A hint
(`{{c1::answer::hint}}`) is understood, never written. Source: Anki manual, "Cloze deletion"; the
importer's parser ends the innermost mark at `}}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinju.model.article import Span

MAX_NUMBER = 499
"""Anki makes no card for a higher cloze number."""

_MARK = re.compile(r"\\[{}:\\]|\{\{c(\d+)::|\}\}|::")
_ESCAPE = re.compile(r"[\\{}]|:(?=:)|(?<=:):")


class ClozeError(ValueError):
    """The notation is broken; `at` is the offset into the text."""

    def __init__(self, problem: str, at: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.at = at


@dataclass(frozen=True, slots=True)
class Mark:
    """One cloze deletion: `span` is into the plain text, `hint` what Anki shows in the gap."""

    number: int
    span: Span
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Cloze:
    """Plain text and its marks, in the order in which they open."""

    plain: str
    marks: tuple[Mark, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The cloze numbers in use, ascending: one card each."""
        return tuple(sorted({m.number for m in self.marks}))

    def answers(self, number: int) -> tuple[str, ...]:
        """What card `number` asks for, in reading order."""
        return tuple(m.span.of(self.plain) for m in self.marks if m.number == number)


def escape(plain: str) -> str:
    """Plain text -> notation without marks; `parse(escape(t)).plain == t` for every `t`."""
    return _ESCAPE.sub(lambda m: "\\" + m[0], plain)


def parse(text: str) -> Cloze:
    """Notation -> plain text and marks.

    Raises ClozeError for a mark that is not closed, is empty, or has a number outside 1..499.
    """
    plain: list[str] = []
    length = 0
    marks: list[Mark | None] = []
    open_marks: list[tuple[int, int, int, int]] = []  # index in marks, number, start, offset in text
    hints: dict[int, tuple[int, int]] = {}  # index in marks -> (start of hint in plain, offset)
    at = 0
    for m in _MARK.finditer(text):
        piece = text[at : m.start()]
        plain.append(piece)
        length += len(piece)
        at = m.end()
        sign = m[0]
        if sign[0] == "\\":
            plain.append(sign[1])
            length += 1
        elif m[1] is not None:
            number = int(m[1])
            if not 1 <= number <= MAX_NUMBER:
                raise ClozeError("number", m.start())
            open_marks.append((len(marks), number, length, m.start()))
            marks.append(None)
        elif sign == "}}" and open_marks:
            index, number, start, offset = open_marks.pop()
            hint = ""
            end = length
            if index in hints:
                cut = hints[index][0]
                whole = "".join(plain)
                hint, end = whole[cut:], cut
                plain, length = [whole[:cut]], cut
            if end == start:
                raise ClozeError("empty", offset)
            marks[index] = Mark(number, Span(start, end), hint)
        elif sign == "::" and open_marks and open_marks[-1][0] not in hints:
            hints[open_marks[-1][0]] = (length, m.start())
        else:
            plain.append(sign)
            length += len(sign)
    plain.append(text[at:])
    if open_marks:
        raise ClozeError("unclosed", open_marks[-1][3])
    return Cloze("".join(plain), tuple(m for m in marks if m is not None))


def render(cloze: Cloze) -> str:
    """Plain text and marks -> notation; marks must nest or lie apart."""
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in cloze.marks:
        opens.setdefault(mark.span.start, []).append(mark)
        closes.setdefault(mark.span.end, []).append(mark)
    out: list[str] = []
    at = 0
    for cut in sorted(opens.keys() | closes.keys()):
        out.append(escape(cloze.plain[at:cut]))
        out.extend((f"::{escape(m.hint)}" if m.hint else "") + "}}" for m in closes.get(cut, ()))
        out.extend(f"{{{{c{m.number}::" for m in sorted(opens.get(cut, ()), key=lambda m: -m.span.end))
        at = cut
    out.append(escape(cloze.plain[at:]))
    return "".join(out)
