"""The link from one page of an article to its next page, as news sites cut long articles up."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

_LINK = re.compile(r"<a\b([^<>]{0,2000})>(.{0,200}?)</a>", re.IGNORECASE | re.DOTALL)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_NEXT = re.compile(r"[\[【(（<>»›→\s]*(?:下一?[页頁]|后一页|next(?:\s+page)?)[\]】)）>»›→\s]*", re.IGNORECASE)
_EXTENSION = re.compile(r"\.\w{2,5}$")
_FIRST = re.compile(r"[-_]0?1$")
_NUMBER = re.compile(r"[-_/](?:p|page)?[-_]?\d{1,3}", re.IGNORECASE)
_NUMBERED = frozenset({"page", "p", "pn", "pageno", "page_no", "paged", "curpage"})


def next_page(page: str, url: str, first: str) -> str | None:
    """The address of the page after `url`, for an article that began at `first`; None at its end.

    Only a link that says so counts, and only to an address that differs from the first by a page number,
    so that the next page is never the next article.
    """
    for attributes, label in _LINK.findall(page):
        if _NEXT.fullmatch(unescape(_TAG.sub("", label))):
            href = _HREF.search(attributes)
            target = urldefrag(
                urljoin(url, unescape((href[1] or href[2] or href[3] or "") if href else ""))
            ).url
            if target != url and _same_article(target, first):
                return target
    return None


def _same_article(target: str, first: str) -> bool:
    there, here = urlsplit(target), urlsplit(first)
    if (there.scheme, there.netloc) != (here.scheme, here.netloc):
        return False
    if there.path == here.path:
        return _other_parameters(there.query) == _other_parameters(here.query) and there.query != here.query
    stem = _FIRST.sub("", _EXTENSION.sub("", here.path.rstrip("/")))
    other = _EXTENSION.sub("", there.path.rstrip("/"))
    return other.startswith(stem) and _NUMBER.fullmatch(other[len(stem) :]) is not None


def _other_parameters(query: str) -> list[tuple[str, str]]:
    return sorted((k, v) for k, v in parse_qsl(query) if not (k.lower() in _NUMBERED and v.isdigit()))
