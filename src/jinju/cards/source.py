"""Where a clip comes from: its neighbours, its paragraph and its article, as fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from jinju.cards.field import field_html

if TYPE_CHECKING:
    from jinju.model.deck import ArticleEntry

NEIGHBOURHOOD: Final = 2000
"""Characters of a paragraph that are kept on either side of the clip."""
LONG: Final = 120
"""Characters of a neighbouring sentence, about nine lines of a phone."""
_CUT: Final = "……"
_COMMA = re.compile(r"[，；：、,;]")


def paragraph_html(article: ArticleEntry, index: int, clip: str) -> str:
    """The paragraph with the clip marked in it; empty where the paragraph is the clip or unknown.

    Of a monstrous paragraph only `NEIGHBOURHOOD` characters on either side of the clip.
    """
    if not 0 <= index < len(article.paragraphs):
        return ""
    before, found, after = article.paragraphs[index].partition(clip)
    if not found:
        return field_html(_start(before))
    if not (before.strip() or after.strip()):
        return ""
    return f"{field_html(_end(before))}<mark>{field_html(found)}</mark>{field_html(_start(after))}"


def sentence_before(text: str) -> str:
    """The previous sentence; of one longer than `LONG` the last clauses, so that the clip stays in sight."""
    if len(text) <= LONG:
        return text
    tail = text[-LONG:]
    comma = _COMMA.search(tail, 0, LONG // 2)
    return _CUT + (tail[comma.end() :] if comma else tail)


def sentence_after(text: str) -> str:
    """The next sentence; of one longer than `LONG` the first clauses."""
    if len(text) <= LONG:
        return text
    head = text[:LONG]
    commas = list(_COMMA.finditer(head, LONG // 2))
    return (head[: commas[-1].start()] if commas else head) + _CUT


def _start(text: str) -> str:
    return text if len(text) <= NEIGHBOURHOOD else text[:NEIGHBOURHOOD] + _CUT


def _end(text: str) -> str:
    return text if len(text) <= NEIGHBOURHOOD else _CUT + text[-NEIGHBOURHOOD:]


def source_html(article: ArticleEntry) -> str:
    """Name (a link where there is a web address), author and date, as far as they are known."""
    name = article.source or _host(article.url)
    link = _link(article.url)
    shown = field_html(name)
    if link:
        shown = f'<a href="{link}">{shown}</a>'
    rest = (field_html(part) for part in (article.author, article.date) if part)
    return " · ".join(part for part in (shown, *rest) if part)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _link(url: str) -> str:
    """`url` fit for an attribute; empty unless it is one of the web."""
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return quote(url.encode("utf-8", "replace"), safe="/:?#@!$&()*+,;=%~-._").replace("&", "&amp;")
