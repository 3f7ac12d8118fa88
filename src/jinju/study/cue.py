"""Progressive difficulty: as a card's stability grows, its cue shrinks. See docs/decisions/0005."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.model.article import Span
from jinju.model.cloze import Mark, parse
from jinju.study import line
from jinju.study.face import CueLevel, Face, Piece, back, front, hidden
from jinju.study.shrink import letters, shrunk

if TYPE_CHECKING:
    from jinju.model.cloze import Cloze
    from jinju.model.item import Item
    from jinju.model.review import Schedule
    from jinju.model.study_settings import StudySettings

SETTLED, YOUNG, MATURE = 4.0, 21.0, 60.0
"""Days of stability from which hints come on demand, more of the sentence is hidden, the line is asked."""
BOX: Final = "____"
"""A gap in a hint that shows the plain card."""
_WHOLE = 0.9
"""A blank over this share of the text's letters asks for the whole line."""


def level(schedule: Schedule, settings: StudySettings) -> CueLevel:
    """How much the card is to help now; a forgotten card gets its help back until it is known again."""
    if not settings.progressive:
        return CueLevel.DEMAND
    stability = schedule.stability or 0.0
    if schedule.phase != "review" or stability < SETTLED:
        return CueLevel.FREE
    if stability < YOUNG:
        return CueLevel.DEMAND
    return CueLevel.SHRUNK if stability < MATURE else CueLevel.LINE


def face(item: Item, number: int, level: CueLevel) -> Face:
    """Card `number` of `item` with as little help as `level` says and fairness allows.

    A level that the item cannot bear becomes the next easier one: `Face.level` is what came of it. A line is
    asked for on one card of an item only, the first. An item that is said by heart is a line from the start.
    ClozeError where the item's text is broken; KeyError where no blank bears the number.
    """
    cloze = parse(item.text)
    marks = hidden(cloze, number)
    if not marks:
        raise KeyError(number)
    answers = tuple(m.span.of(cloze.plain) for m in marks)
    ladder = _ladder(item, number)
    free = int(level is CueLevel.FREE and bool(ladder))
    if _is_line(item, number, cloze, answers):
        shown, below = front(cloze.plain, marks), back(cloze.plain, marks)
        return Face(shown, below, item.before, item.cue, ladder, answers, CueLevel.LINE, free)
    if level is CueLevel.LINE and number == cloze.numbers[0]:
        asked = _line(item, cloze, marks, ladder)
        if asked is not None:
            return asked
    below = back(cloze.plain, marks)
    whole = front(cloze.plain, marks)
    if level >= CueLevel.SHRUNK:
        less = shrunk(cloze, marks)
        if less != whole or item.before:
            steps = (f"{item.before}{_in_words(whole)}", *ladder)
            return Face(less, below, "", item.cue, steps, answers, CueLevel.SHRUNK)
    return Face(whole, below, item.before, item.cue, ladder, answers, min(level, CueLevel.DEMAND), free)


def _line(item: Item, cloze: Cloze, marks: tuple[Mark, ...], ladder: tuple[str, ...]) -> Face | None:
    answers = tuple(m.span.of(cloze.plain) for m in marks)
    cue = line.cue(item, cloze.plain, answers)
    if not cue:
        return None
    whole = (Mark(marks[0].number, Span(0, len(cloze.plain))),)
    steps = (*line.hints(cloze.plain), _in_words(front(cloze.plain, marks)), *ladder)
    shown, below = front(cloze.plain, whole), back(cloze.plain, whole)
    return Face(shown, below, "", cue, steps, (cloze.plain,), CueLevel.LINE)


def _is_line(item: Item, number: int, cloze: Cloze, answers: tuple[str, ...]) -> bool:
    asked = sum(len(letters(a)) for a in answers)
    return item.kinds.get(number) == "recite" or asked >= _WHOLE * len(letters(cloze.plain))


def _ladder(item: Item, number: int) -> tuple[str, ...]:
    """The hints of the deck file that say something; those inside the marks stand in the gaps already."""
    return tuple(dict.fromkeys(h for h in item.hints.get(number, ()) if h.strip()))


def _in_words(pieces: tuple[Piece, ...]) -> str:
    """The plain card in one line of text."""
    return "".join(f"{BOX}{f'（{p.text}）' if p.text else ''}" if p.kind == "gap" else p.text for p in pieces)
