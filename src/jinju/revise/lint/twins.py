"""Items that stand twice, in one deck or across several: the same id, or the same sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from jinju.revise.identity import sentence_hash
from jinju.revise.lint.subject import subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinju.model.deck import Deck
    from jinju.model.finding import Finding, Severity
    from jinju.model.item import ItemId
    from jinju.revise.lint.subject import Known, Subject

_AS_FINDING: Final[dict[str, tuple[str, Severity, str]]] = {
    "id": ("same-id", "error", "id"),
    "sentence": ("duplicate", "warn", "text"),
}


class Twin(NamedTuple):
    """An item that repeats an earlier one; decks are counted from 0."""

    kind: Literal["id", "sentence"]
    item: ItemId
    deck: int
    other: ItemId
    other_deck: int


def twins(decks: Sequence[Deck]) -> Iterator[Twin]:
    """Every item kept that repeats an earlier one. A note and the recitation of its line are no twins."""
    for kind, subject, other in pairs(subjects(decks)):
        yield Twin(kind, subject.item.id, subject.deck, other.item.id, other.deck)


def check(found: Sequence[Subject], _known: Known) -> Iterator[Finding]:
    """An error for an id that stands twice, a warning for a sentence that does."""
    for kind, subject, other in pairs(found):
        rule, severity, key = _AS_FINDING[kind]
        yield subject.finding(rule, severity, key, other=other.item.id, other_deck=other.deck)


def pairs(found: Iterable[Subject]) -> Iterator[tuple[Literal["id", "sentence"], Subject, Subject]]:
    """Each repeated item with the first that it repeats; one pass."""
    by_id: dict[str, Subject] = {}
    by_sentence: dict[tuple[str, bool], Subject] = {}
    for subject in found:
        first = by_id.setdefault(subject.item.id, subject)
        if first is not subject:
            yield "id", subject, first
            continue
        if not subject.plain.strip():
            continue
        first = by_sentence.setdefault((sentence_hash(subject.plain), subject.recited), subject)
        if first is not subject:
            yield "sentence", subject, first
