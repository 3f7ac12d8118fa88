"""Lines that many essays cite: what they say, whose they are, and what of them a tutor would hide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from jinju.model.article import Span

KEY: Final = 4
"""A line is looked up by so many of its first and of its last letters."""

Sort = Literal["classic", "saying", "formula"]
Use = Literal["argument", "trite", "scenery", "flat"]
_NOBODYS: Final = frozenset(
    (
        *("", "俗语", "谚语", "民谚", "农谚", "民谣", "汉代民谣", "格言", "习语", "成语", "套语", "名言"),
        *("警句", "习用语", "常用搭配", "对联", "官署联"),
    )
)
"""What stands for a source where nobody is named; nothing among them."""


@dataclass(frozen=True, slots=True)
class FamousLine:
    """A line as it is commonly quoted; `letters` are its characters without marks.

    `hidden` are ranges of `letters` that a tutor would hide, each by itself. `grade` is 3 for a line that is
    cited very often, 1 for one that is cited seldom. `use` is what the bare line is to somebody who must
    argue in an essay: an `argument`, `trite` (known to everybody), `scenery` (a view, a mood, a story) or
    `flat` (stock phrases of speeches).
    """

    letters: str
    hidden: tuple[Span, ...]
    source: str
    grade: int
    use: Use = "argument"

    @property
    def sort(self) -> Sort:
        """`classic` where a work or an author is named, else a `saying`, or a `formula` of speeches."""
        if self.source == "公文":
            return "formula"
        return "saying" if self.source.partition("（")[0] in _NOBODYS else "classic"


@dataclass(frozen=True, slots=True)
class Citation:
    """A famous line in a text: `span` and `hidden` are ranges of the text, marks inside included.

    Where `exact` is false the text has one or two characters that differ, and `hidden` is empty.
    """

    line: FamousLine
    span: Span
    hidden: tuple[Span, ...]
    exact: bool = True
