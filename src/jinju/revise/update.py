"""One item brought up to date with what a new run makes of the same sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.cloze import parse, render
from jinju.revise.carry import carried, joined
from jinju.revise.numbers import renumber

if TYPE_CHECKING:
    from jinju.model.cloze import Cloze
    from jinju.model.item import Item
    from jinju.model.ledger import Mine


def updated(old: Item, new: Item, mine: Mine | None, *, reblank: bool = False) -> Item:
    """`old` as `new` would have it, with its id, its numbers and whatever is the person's.

    Its blanks stay where they are and keep their numbers, even if the program would now choose others,
    unless `reblank`: a learner's reviews hang on them. A new run's blanks come in only where the clip
    has new text, and for blanks that are lost.
    """
    before, after = parse(old.text), parse(new.text)
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
    if not reblank:
        if before.plain != after.plain:
            kept = joined(before, carried(before, after.plain), old.retired, after)
            return _with_blanks(context, before, kept, new, after)
        if not _same_blanks(before, renumber(before, old.retired, after).cloze):
            return context
    changed = renumber(before, old.retired, after)
    same_text = before.plain == after.plain and _same_blanks(before, changed.cloze)
    return replace(
        context,
        text=old.text if same_text else render(changed.cloze),
        hints={changed.numbers[n]: steps for n, steps in new.hints.items() if n in changed.numbers},
        kinds={changed.numbers[n]: kind for n, kind in new.kinds.items() if n in changed.numbers},
        reasons=new.reasons,
        retired=changed.retired,
    )


def _with_blanks(context: Item, before: Cloze, now: Cloze, new: Item, after: Cloze) -> Item:
    """The item with the blanks `now`; hints and kinds are the new run's where it has the same blank."""
    twins = {n: _twin(now, n, after) for n in now.numbers}
    hints = {n: context.hints.get(n) if t is None else new.hints.get(t) for n, t in twins.items()}
    kinds = {n: context.kinds.get(n) if t is None else new.kinds.get(t) for n, t in twins.items()}
    return replace(
        context,
        text=render(now),
        hints={n: steps for n, steps in hints.items() if steps is not None},
        kinds={n: kind for n, kind in kinds.items() if kind is not None},
        reasons=new.reasons,
        retired=tuple(sorted({*context.retired, *before.numbers} - {*now.numbers})),
    )


def _twin(cloze: Cloze, number: int, other: Cloze) -> int | None:
    """The number in `other` of the very same blank."""
    spans = {m.span for m in cloze.marks if m.number == number}
    return next((n for n in other.numbers if {m.span for m in other.marks if m.number == n} == spans), None)


def _same_blanks(a: Cloze, b: Cloze) -> bool:
    return {(m.number, m.span) for m in a.marks} == {(m.number, m.span) for m in b.marks}
