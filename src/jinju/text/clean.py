"""From decoded text to an article: the steps, then the structure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.model.article import Article, Source
from jinju.model.errors import UserError
from jinju.text.characters import HAN_CHARACTER
from jinju.text.edits import Draft
from jinju.text.front import take_front
from jinju.text.paragraphs import paragraphs
from jinju.text.steps import STEPS
from jinju.text.tools import Remembering

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_UNKNOWN = Source()
_LOST_LEAST = 20
_LOST_SHARE = 0.05


def clean(raw: str, tools: Tools, source: Source = _UNKNOWN, title: str = "") -> Article:
    """The article in `raw`, mended, with every change on record; time is linear in its length.

    A given `title` is kept and its line left out of the text; otherwise it is looked for. What `source`
    leaves empty is filled from by-line and date where the page has them. Raises UserError("garbled") where
    an earlier conversion has destroyed the text.
    """
    if _garbled(raw):
        raise UserError("garbled", path=source.name or source.url or title)
    draft = repair(raw, tools)
    front = take_front(draft, repair(title, tools).text)
    draft = draft.apply(front.edits)
    known = replace(source, author=source.author or front.author, date=source.date or front.date)
    return Article(front.title, draft.text, paragraphs(draft.text), known, draft.repairs(), front.subtitle)


def _garbled(raw: str) -> bool:
    """Whether so much was lost in an earlier conversion that no article is left."""
    lost = raw.count("\ufffd") + raw.count("锟斤拷")
    if lost < _LOST_LEAST or lost < _LOST_SHARE * len(raw):
        return False
    return len(HAN_CHARACTER.findall(raw)) - 3 * raw.count("锟斤拷") < lost


def repair(raw: str, tools: Tools) -> Draft:
    """`raw` after all steps."""
    draft = Draft.of(raw)
    tools = replace(tools, lexicon=Remembering(tools.lexicon))
    for _, step in STEPS:
        draft = draft.apply(step(draft.text, tools))
    return draft
