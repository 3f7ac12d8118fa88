"""Faults of cards, one rule a file; what each finds is said in `jinju.messages` under `check.<rule>`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.revise.lint import (
    answer_shown,
    broken_marks,
    characters,
    common_word,
    function_word,
    hint_tells,
    many_cards,
    markup,
    near_twins,
    neighbours_tell,
    numbers,
    pronoun,
    punctuation,
    quotation_marks,
    sizes,
    twins,
)
from jinju.revise.lint.subject import Known, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.model.deck import Deck
    from jinju.model.finding import Finding
    from jinju.model.item import Item

__all__ = ["ITEM_RULES", "WHOLE_RULES", "Known", "lint", "mend"]

ITEM_RULES: Final = (
    broken_marks.check,
    numbers.check,
    many_cards.check,
    answer_shown.check,
    neighbours_tell.check,
    hint_tells.check,
    common_word.check,
    sizes.check,
    function_word.check,
    punctuation.check,
    quotation_marks.check,
    pronoun.check,
    markup.check,
    characters.check,
)
"""Look at one item."""

WHOLE_RULES: Final = (twins.check, near_twins.check)
"""Look at all items of all decks at once."""


def lint(decks: Sequence[Deck], known: Known) -> list[Finding]:
    """All findings, in the order of decks and items; items that are not kept are not looked at."""
    found = list(subjects(decks))
    findings = [f for subject in found for rule in ITEM_RULES for f in rule(subject, known)]
    findings += [f for rule in WHOLE_RULES for f in rule(found, known)]
    return sorted(findings, key=lambda f: (f.deck, f.place))


def mend(item: Item, findings: Sequence[Finding]) -> Item:
    """The item with the fixes of its findings applied, one after another."""
    for fix in dict.fromkeys(f.fix for f in findings if f.fix is not None):
        item = fix(item)
    return item
