"""What was found worth memorising, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinju.model.article import Span
    from jinju.model.famous import Citation


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was picked: a stable `code`, its share of the score, and what to fill into its words."""

    code: str
    weight: float = 0.0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase or collocation; `span` is into the article's text."""

    span: Span
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotable line: a sentence, some of its clauses, or neighbouring sentences; `span` as above.

    `signs` are those of its signals by which the note that comes of it is judged, by name.
    """

    span: Span
    score: float
    reasons: tuple[Reason, ...]
    signs: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Parallel:
    """A parallelism (排比) or antithesis (对偶).

    `branches` are its members in order; `slots[i]` are the spans of member i that vary against the
    repeated frame, empty where no clear frame stands out. All spans are into the article's text.
    """

    branches: tuple[Span, ...]
    slots: tuple[tuple[Span, ...], ...]
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Picks:
    """Everything picked from one article; phrases and quotes best first, the others in article order."""

    phrases: tuple[Phrase, ...]
    quotes: tuple[Quote, ...]
    parallels: tuple[Parallel, ...]
    citations: tuple[Citation, ...] = ()
    """Famous lines cited word for word."""
    tale: bool = False
    """Whether it tells a story rather than argues, so that its lines must be surer."""
