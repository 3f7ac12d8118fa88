"""Where a clip comes from: its paragraph and its article, as fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from jinju.cards.field import field_html

if TYPE_CHECKING:
    from jinju.model.deck import ArticleEntry

NEIGHBOURHOOD: Final = 2000
_CUT: Final = "……"


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
