"""A clip or a blank too long to be learnt, and a card with too little to go by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.revise.lint.subject import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.model.finding import Finding
    from jinju.revise.lint.subject import Known, Subject

LONGEST_CLIP: Final = 60
LONGEST_BLANK: Final = 12
LEAST_OPEN: Final = 6
"""Characters without punctuation, from the design's study of hand-made decks."""


def check(subject: Subject, _known: Known) -> Iterator[Finding]:
    """Warnings; recitations, which hide a whole line, are only measured for the line."""
    if subject.cloze is None:
        return
    length = len(letters(subject.plain))
    if length > LONGEST_CLIP:
        yield subject.finding("too-long", "warn", length=length, most=LONGEST_CLIP)
    for number in subject.cloze.numbers:
        if subject.item.kinds.get(number) in ("recite", "quote"):
            continue
        for answer in subject.cloze.answers(number):
            hidden = len(letters(answer))
            if hidden > LONGEST_BLANK:
                yield subject.finding("long-blank", "warn", number=number, length=hidden, most=LONGEST_BLANK)
        left = len(letters(subject.open_text(number)))
        if left < LEAST_OPEN:
            yield subject.finding("little-context", "warn", number=number, left=left, least=LEAST_OPEN)
