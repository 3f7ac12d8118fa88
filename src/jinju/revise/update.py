"""One item brought up to date with what a new run makes of the same sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.cloze import parse, render
from jinju.revise.numbers import renumber

if TYPE_CHECKING:
    from jinju.model.cloze import Cloze
    from jinju.model.item import Item
    from jinju.model.ledger import Mine


def updated(old: Item, new: Item, mine: Mine | None, *, reblank: bool = False) -> Item:
    """`old` as `new` would have it, with its id, its numbers and whatever is the person's.

    Where the clip is the same, its blanks stay as they are, even if the program would now choose others,
    unless `reblank`: a learner's reviews hang on them.
    """
    before, after = parse(old.text), parse(new.text)
    changed = renumber(before, old.retired, after)
    context = replace(
        old,
        cue=new.cue,
        before=new.before,
        after=new.after,
        theme=new.theme,
        paragraph=new.paragraph,
        tags=old.tags if mine == "tags" else new.tags,
        score=new.score,
    )
    if before.plain == after.plain and not reblank and not _same_blanks(before, changed.cloze):
        return context
    same_text = before.plain == after.plain and _same_blanks(before, changed.cloze)
    return replace(
        context,
        text=old.text if same_text else render(changed.cloze),
        hints={changed.numbers[n]: steps for n, steps in new.hints.items() if n in changed.numbers},
        kinds={changed.numbers[n]: kind for n, kind in new.kinds.items() if n in changed.numbers},
        reasons=new.reasons,
        retired=changed.retired,
    )


def _same_blanks(a: Cloze, b: Cloze) -> bool:
    return {(m.number, m.span) for m in a.marks} == {(m.number, m.span) for m in b.marks}
