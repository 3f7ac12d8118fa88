"""Deck file text -> Deck, or one UserError that lists what to mend, with lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.adapters.deck_file.fields import Problems, TooManyProblems, short
from jinju.adapters.deck_file.items import ITEM
from jinju.adapters.deck_file.read import ARTICLE, TOP, Parsed, build
from jinju.adapters.deck_file.scalars import key_without_colon
from jinju.adapters.deck_file.tree import TreeError
from jinju.messages import say
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from yaml import YAMLError

_KEYS = frozenset({*TOP, *ARTICLE, *ITEM})
_LOOK_BACK = 3
"""So many lines above the one where YAML stumbles can be the one at fault."""
_MOST_LINES = 60
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)", re.MULTILINE)
_INDENT = (
    "mapping values are not allowed",
    "expected <block end>",
    "did not find expected '-'",
    "indentation",
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class BadDeck(UserError):  # noqa: N818 - named after what it is, like UserError's other codes
    """A deck file that cannot be used; `problems` says each thing that is wrong and where."""

    def __init__(self, path: object, problems: tuple[Problem, ...]) -> None:
        lines = "\n".join(f"  {explain(p)}" for p in problems)
        super().__init__("deck-bad", path=path, count=len(problems), problems=lines)
        self.problems = problems


def explain(problem: Problem) -> str:
    """A problem in the person's language, with its line."""
    where = problem.where if problem.line is None else f"{problem.where}:{problem.line}"
    return f"{where}: {say(problem.code, **dict(problem.details))}"


def parse_deck(text: str, where: object = "deck.yaml") -> Parsed:
    """The deck and ledger in `text`. Raises BadDeck with up to 20 problems."""
    problems = Problems(str(where))
    parsed = None
    try:
        if not _bad_before_reading(text, problems):
            parsed = build(text, problems)
    except TooManyProblems:
        pass
    except TreeError as error:
        problems.found.append(Problem(problems.where, error.line, error.code))
    except Exception as error:
        import yaml

        if not isinstance(error, yaml.YAMLError):
            raise
        found = _syntax(text, error, problems.where)
        if found not in problems.found:
            problems.found.append(found)
    if problems.found or parsed is None:
        raise BadDeck(where, tuple(sorted(problems.found, key=lambda p: p.line or 0)))
    return parsed


def _bad_before_reading(text: str, problems: Problems) -> bool:
    conflicts = [*_CONFLICT.finditer(text)]
    if conflicts:
        lines = [_line(text, m.start()) for m in conflicts]
        told = ", ".join(map(str, lines[:_MOST_LINES])) + (", …" if len(lines) > _MOST_LINES else "")
        problems.add(lines[0], "deck-conflict", mark=conflicts[0][0], lines=told)
        return True
    odd = _UNPRINTABLE.search(text)
    if odd is not None:
        problems.add(_line(text, odd.start()), "deck-unprintable", sign=f"U+{ord(odd[0]):04X}")
        return True
    return False


def _syntax(text: str, error: YAMLError, where: str) -> Problem:
    """What a YAML error means for the person who made it."""
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", ""))
    if mark is None or "quoted scalar" in context or "flow" in context:
        mark = getattr(error, "context_mark", None) or mark
    said = str(getattr(error, "problem", "") or error).splitlines()[0]
    if mark is None:
        return Problem(where, None, "deck-syntax", (("said", said),))
    lines = text.split("\n")
    row = min(mark.line, len(lines) - 1)
    for at in range(row, max(-1, row - _LOOK_BACK - 1), -1):
        slip = key_without_colon(lines[at], _KEYS)
        if slip is not None:
            return Problem(where, at + 1, "deck-colon", (("key", slip),))
    near = (("near", short(lines[row].strip())),)
    for at in (row, row - 1):
        leading = lines[at][: len(lines[at]) - len(lines[at].lstrip())] if at >= 0 else ""
        if "\t" in leading:
            return Problem(where, at + 1, "deck-tab")
    if "'\\t'" in said or "tab" in said.split():
        return Problem(where, row + 1, "deck-tab")
    if any(words in said for words in _INDENT) or "expected key" in said:
        return Problem(where, row + 1, "deck-indent", near)
    return Problem(where, row + 1, "deck-syntax", (("said", said), *near))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
