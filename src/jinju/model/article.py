"""An article as its author wrote it, with the way back to the text it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ParagraphKind = Literal["body", "heading", "quote", "list", "verse"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= i < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Repair:
    """One change between the decoded text and the article.

    `original` is a span of the decoded text, `clean` one of `Article.text`;
    `confidence` is a probability in 0..1 that `after` is what the author wrote.
    """

    original: Span
    clean: Span
    before: str
    after: str
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between separators; `span` leaves the separator out."""

    span: Span
    separator: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its closing punctuation; `span` is into `Article.text`."""

    span: Span
    paragraph: int
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `span` is into `Article.text`, without the line break."""

    span: Span
    kind: ParagraphKind
    sentences: tuple[Sentence, ...]
    language: Literal["zh", "en"] = "zh"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from; empty strings where unknown. `date` is ISO 8601 or as printed."""

    name: str = ""
    url: str = ""
    author: str = ""
    date: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned article: `text` is the body (title not included), paragraphs joined by one newline."""

    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    source: Source = field(default_factory=Source)
    repairs: tuple[Repair, ...] = ()
    subtitle: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(s for p in self.paragraphs for s in p.sentences)
