"""WeChat articles (公众号), whose pages hold the text in `#js_content` and the rest in scripts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html import unescape
from typing import TYPE_CHECKING

from jinju.adapters.sources.blocks import blocks_of
from jinju.model.document import Document

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Raw

_CONTENT = re.compile(r"""\bid\s*=\s*["']?js_content\b""")
_META = re.compile(r"""<meta\s+(?:property|name)=["']([\w:]+)["']\s+content=(["'])([^<>]{0,500}?)\2""")
_CREATED = re.compile(r"""\b(?:ct|create_time|createTime)\s*[=:]\s*["'](\d{10})["']""")
_CHINA = timezone(timedelta(hours=8))


def is_wechat(page: str) -> bool:
    """Whether a page holds its article where WeChat pages do."""
    return _CONTENT.search(page) is not None


def read_wechat(page: str, raw: Raw) -> Document:
    """The article of a WeChat page: title, author, account as site, date in China, text."""
    meta = {name: unescape(content).strip() for name, _, content in _META.findall(page)}
    created = _CREATED.search(page)
    return Document(
        "\n".join(block.text for block in blocks_of(page, "js_content")),
        raw.name,
        raw.path,
        title=meta.get("og:title") or _element(page, "activity-name"),
        author=meta.get("author") or meta.get("og:article:author") or _element(page, "js_author_name"),
        date=datetime.fromtimestamp(int(created[1]), _CHINA).date().isoformat() if created else "",
        url=raw.url or meta.get("og:url", ""),
        site=_element(page, "js_name"),
        kind="html",
    )


def _element(page: str, name: str) -> str:
    return " ".join(block.text for block in blocks_of(page, name))
