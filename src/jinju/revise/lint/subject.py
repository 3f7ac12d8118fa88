"""What a rule looks at: one item, taken apart once, and what is known of its words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jinju.model.cloze import ClozeError, parse
from jinju.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinju.model.cloze import Cloze
    from jinju.model.deck import Deck
    from jinju.model.finding import Severity
    from jinju.model.item import Item

PROSE = ("cue", "before", "after", "theme")
"""Fields of plain text besides the clip."""
_NOT_LETTERS = re.compile(r"[\W_]+")


class Known(Protocol):
    """What is known of words; an adapter fits it."""

    def words(self, text: str) -> Sequence[str]:
        """The words of a blank, in order."""
        ...

    def frequency(self, word: str) -> int:
        """How often the word stands in the dictionary's sources; 0 where it is unknown."""
        ...

    def is_phrase(self, text: str) -> bool:
        """Whether it is a set phrase, whatever its words."""
        ...


@dataclass(frozen=True, slots=True)
class Subject:
    """One item with its place; `cloze` is None where its marks are broken, which `error` then tells."""

    deck: int
    place: int
    item: Item
    cloze: Cloze | None
    error: ClozeError | None = None

    @property
    def recited(self) -> bool:
        """Whether every blank asks for the whole line."""
        kinds = self.item.kinds
        return bool(kinds) and all(kind == "recite" for kind in kinds.values())

    @property
    def plain(self) -> str:
        """The clip without marks; "" where they are broken."""
        return self.cloze.plain if self.cloze else ""

    def finding(
        self,
        rule: str,
        severity: Severity,
        key: str = "text",
        fix: Callable[[Item], Item] | None = None,
        **details: Any,
    ) -> Finding:
        """A finding about this item."""
        return Finding(rule, severity, self.deck, self.place, self.item.id, key, tuple(details.items()), fix)

    def open_text(self, number: int) -> str:
        """What of the clip stands open on the front of card `number`, with a line break for each gap."""
        if self.cloze is None:
            return ""
        out: list[str] = []
        at = 0
        for mark in sorted(self.cloze.marks, key=lambda m: m.span):
            if mark.number == number and mark.span.start >= at:
                out += [self.plain[at : mark.span.start], "\n"]
                at = mark.span.end
        return "".join([*out, self.plain[at:]])


def subjects(decks: Sequence[Deck]) -> Iterator[Subject]:
    """The items that the decks keep."""
    for deck, whole in enumerate(decks):
        for place, item in enumerate(whole.items):
            if not item.keep:
                continue
            try:
                yield Subject(deck, place, item, parse(item.text))
            except ClozeError as error:
                yield Subject(deck, place, item, None, error)


def letters(text: str) -> str:
    """`text` without punctuation and spaces."""
    return _NOT_LETTERS.sub("", text)


def squashed(text: str) -> str:
    """`text` as the eye compares it: width and white space aside."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def shortened(text: str, most: int = 24) -> str:
    """As much of `text` as helps to find it."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
