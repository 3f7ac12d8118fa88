"""What is left of HTML in plain text: entities, however often escaped, and tags."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Final

from jinju.text.edits import Draft, Edit

if TYPE_CHECKING:
    from jinju.text.tools import Tools

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLOCK = (
    "address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "head|header|hr|html|li|main|nav|ol|option|p|pre|section|select|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_INLINE = (
    "a|abbr|b|bdi|bdo|big|button|cite|code|col|colgroup|del|dfn|em|embed|font|i|iframe|img|input|ins|kbd|label|"
    "link|map|mark|meta|noscript|nobr|object|param|q|rp|rt|ruby|s|samp|section|small|source|span|strike|strong|"
    "sub|sup|svg|path|time|tt|u|var|video|audio|wbr|o:p|st1:\\w+|v:\\w+|w:\\w+"
)
_ATTRIBUTES = r"(?:\s+[^<>]{0,4000}?|\s*)"
_HIDDEN: Final = re.compile(
    r"<(script|style|noscript|template|rt|rp)\b[^<>]{0,2000}>(?:(?!</?\1\b).){0,200000}</\1\s*>|<!--(?:(?!<!--|-->).){0,200000}-->"
    r"|<!\[CDATA\[|\]\]>|<!DOCTYPE[^<>]{0,500}>|<\?xml[^<>]{0,500}\?>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK_TAG: Final = re.compile(rf"(?:</?(?:{_BLOCK}){_ATTRIBUTES}/?>)+", re.IGNORECASE)
_TAG: Final = re.compile(rf"</?(?:{_INLINE}){_ATTRIBUTES}/?>", re.IGNORECASE)
_ROUNDS = 4
"""Text escaped more often than this is left as it is."""


def drop_markup(text: str, _: Tools) -> list[Edit]:
    """Tags away, block tags as line breaks, scripts with their content; entities as their characters.

    A `<` that begins no known tag and an `&` that begins no known entity are the author's.
    """
    draft = Draft.of(text)
    for _round in range(_ROUNDS):
        edits = [*_hidden(draft.text), *_tags(draft.text), *_entities(draft.text)]
        if not edits:
            break
        draft = draft.apply(edits)
    return [
        Edit(c.source, c.source_end, draft.text[c.start : c.end], "markup", c.confidence)
        for c in draft.changes
    ]


def _hidden(text: str) -> list[Edit]:
    if "<" not in text:
        return []
    return [Edit(m.start(), m.end(), "", "markup", 0.98) for m in _HIDDEN.finditer(text)]


def _tags(text: str) -> list[Edit]:
    if "<" not in text:
        return []
    edits = [Edit(m.start(), m.end(), "\n", "markup", 0.98) for m in _BLOCK_TAG.finditer(text)]
    edits += [Edit(m.start(), m.end(), "", "markup", 0.98) for m in _TAG.finditer(text)]
    return edits


def _entities(text: str) -> list[Edit]:
    if "&" not in text:
        return []
    known = (m for m in _ENTITY.finditer(text) if m[0][1] == "#" or m[0][1:] in html5)
    return [Edit(m.start(), m.end(), unescape(m[0]), "markup", 0.98) for m in known]
