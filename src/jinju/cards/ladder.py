"""The ladder of hints of a note: one step a tap, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.cards.field import field_html
from jinju.cards.seen import SHORT, shows_any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STYLED_NUMBERS: Final = 50
"""The style sheet shows the ladder of the card's own number up to this one; a higher one is always
shown, with its number on it."""


def ladder_html(hints: Mapping[int, Sequence[str]], answers: Mapping[int, Sequence[str]]) -> str:
    """Nested `<details>`, one ladder for each cloze number in `answers` that has hints.

    A ladder that names the answer to another number (“与‘民情’相对”) is hidden in itself as well, so that
    it cannot be read on that number's card whatever becomes of the style sheet.
    """
    out: list[str] = []
    for number in sorted(answers):
        steps = [step for step in hints.get(number, ()) if step.strip()]
        if not steps:
            continue
        others = [a for n, found in answers.items() if n != number for a in found]
        styled = number <= STYLED_NUMBERS
        name, hidden = (f"jj-n{number}", ' style="display:none"') if styled else ("jj-nx", "")
        if not shows_any("\0".join(steps), others, longer_than=SHORT):
            hidden = ""
        label = "提示" if styled else f"提示（第 {number} 空）"
        out.append(f'<div class="jj-ladder {name}"{hidden}>{_nested(steps, label)}</div>')
    return "".join(out)


def _nested(steps: Sequence[str], label: str) -> str:
    start = "".join(
        f"<details><summary>{label if not depth else '再提示'}</summary><div>{field_html(step)}</div>"
        for depth, step in enumerate(steps)
    )
    return start + "</details>" * len(steps)
