"""From decoded text to an article: the steps, then the structure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.article import Article, Source
from jinju.text.edits import Draft
from jinju.text.front import take_front
from jinju.text.paragraphs import paragraphs
from jinju.text.steps import STEPS

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_UNKNOWN = Source()


def clean(raw: str, tools: Tools, source: Source = _UNKNOWN, title: str = "") -> Article:
    """The article in `raw`, mended, with every change on record; time is linear in its length.

    A given `title` is kept and its line left out of the text; otherwise it is looked for. What `source`
    leaves empty is filled from by-line and date where the page has them.
    """
    draft = repair(raw, tools)
    front = take_front(draft, repair(title, tools).text)
    draft = draft.apply(front.edits)
    known = replace(source, author=source.author or front.author, date=source.date or front.date)
    return Article(front.title, draft.text, paragraphs(draft.text), known, draft.repairs(), front.subtitle)


def repair(raw: str, tools: Tools) -> Draft:
    """`raw` after all steps."""
    draft = Draft.of(raw)
    for _, step in STEPS:
        draft = draft.apply(step(draft.text, tools))
    return draft
