"""What is known of words beforehand: frequencies, tags, readings. Adapters fill it, the core reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.model.famous import FamousLine


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: `frequency` as in jieba's dictionary (0 where it has none), `tag` its part of speech there.

    `articles` counts the articles of our own reference collection in which the string stands
    (0 below the table's floor); `phrase` is true for an entry of our own phrase list. `grade` is how a tutor
    thinks of it as something to recall: `striking`, `good`, `flat`, `broken` (part of a unit), "" where not
    graded.
    """

    frequency: int = 0
    tag: str = ""
    articles: int = 0
    phrase: bool = False
    grade: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """All that the lexicon knows of the strings that stand in one text."""

    entries: Mapping[str, Word]
    total: int
    """Sum of all frequencies in the dictionary, whatever the text."""
    articles: int = 0
    """Number of articles in the reference collection."""
    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Character -> its pinyin readings with tone marks, commonest first."""
    initials: Mapping[str, str] = field(default_factory=dict)
    """Word -> pinyin initials, where the word decides between readings (重庆 -> "c q")."""
    famous: tuple[FamousLine, ...] = ()
    """The famous lines that may stand in the text."""

    def get(self, word: str) -> Word:
        """The entry of `word`, an empty one where it is unknown."""
        return self.entries.get(word, UNKNOWN)


UNKNOWN = Word()


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a segmented text: a half-open range of code points and the word's dictionary tag."""

    text: str
    start: int
    tag: str
    frequency: int = 0

    @property
    def end(self) -> int:
        """Where the token ends, exclusive."""
        return self.start + len(self.text)

    def shifted(self, by: int) -> Token:
        """The token as it stands in a text that begins `by` code points earlier."""
        return Token(self.text, self.start + by, self.tag, self.frequency)
