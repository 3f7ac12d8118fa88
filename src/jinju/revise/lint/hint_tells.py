"""A hint that gives the answer away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.cloze import parse
from jinju.revise.lint.subject import letters, shortened, squashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinju.model.finding import Finding
    from jinju.model.item import Item
    from jinju.revise.lint.subject import Known, Subject

_PARTS = re.compile(r"\s*[/；]\s*")


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """A warning where a step holds the answer, or its first characters beyond the half.

    The fix takes the step out of the ladder.
    """
    if subject.cloze is None:
        return
    for number in subject.cloze.numbers:
        answers = subject.cloze.answers(number)
        for step in subject.item.hints.get(number, ()):
            if tells(step, answers):
                yield subject.finding(
                    "hint-tells", "warn", "hints", _without_tales, number=number, hint=shortened(step)
                )


def tells(step: str, answers: Iterable[str]) -> bool:
    """Whether a reader of the step need not think any more."""
    return any(_tells(step, answer) for answer in answers)


def _tells(step: str, answer: str) -> bool:
    bare = letters(squashed(answer))
    seen = squashed(step)
    if not bare:
        return False
    if len(bare) > 1 and (squashed(answer) in seen or bare in letters(seen)):
        return True
    for part in _PARTS.split(step):
        opening = letters(squashed(part)) if part.rstrip().endswith(("…", "……")) else ""
        if opening and bare.startswith(opening) and 2 * len(opening) > len(bare):
            return True
        if len(bare) == 1 and letters(squashed(part)) == bare:
            return True
    return len(bare) == 1 and f"“{bare}”" in step


def _without_tales(item: Item) -> Item:
    cloze = parse(item.text)
    kept = {
        number: tuple(step for step in steps if not tells(step, cloze.answers(number)))
        for number, steps in item.hints.items()
    }
    return replace(item, hints={number: steps for number, steps in kept.items() if steps})
