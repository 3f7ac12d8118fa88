"""The article in an HTML page: trafilatura finds it; a WeChat page says itself where it is."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jinju.adapters.sources.charset import page_text
from jinju.adapters.sources.wechat import is_wechat, read_wechat
from jinju.model.document import Document
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Decode, Raw

_LAYOUT = re.compile(r"<(/?)(?:table|tbody|thead|tr|td|th|font|center)\b[^<>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_AUTHOR = re.compile(
    r"<meta\s[^<>]{0,200}?name\s*=\s*[\"']?author[\"']?\s[^<>]{0,200}?content\s*=\s*([\"'])(.{1,80}?)\1",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[。！？；…!?;]|\.(?:\s|$)")
_PROSE = 40
_MENU = re.compile(r"[\w\s·|>»-]{1,8}")


def read_html(raw: Raw, decode: Decode) -> list[Document]:
    """The article of one page; raises UserError where there is none."""
    return [article_in(page_text(raw, decode), raw)]


def article_in(page: str, raw: Raw, least: int = _PROSE) -> Document:
    """The article of a page that is text already, without its title and the menus around it.

    Raises UserError where the lines that hold a sentence's end have less than `least` characters.
    """
    document = read_wechat(page, raw) if is_wechat(page) else _extract(page, raw)
    lines = [line.strip().removeprefix("- ") for line in document.text.split("\n")]
    if lines and lines[0].strip("# ") == document.title:
        del lines[0]
    text = "\n".join(_without_menus(lines))
    if sum(len(line) for line in text.split("\n") if _ENDS.search(line)) < least:
        raise UserError("source-no-article", path=raw.name)
    return replace(document, text=text)


def _extract(page: str, raw: Raw) -> Document:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise UserError("source-needs-extra", path=raw.name, kind="HTML", extra="web") from error
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # Tables that lay out a page would join all its paragraphs into one row.
    page = _LAYOUT.sub(r"<\1div>", _DECLARATION.sub("", page, count=1))
    found: Any = bare_extraction(
        page,
        url=raw.url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},  # no year out of the text
    )
    if found is None:
        raise UserError("source-no-article", path=raw.name)
    author = _AUTHOR.search(page)
    return Document(
        found.text or "",
        raw.name,
        raw.path,
        title=(found.title or "").strip(),
        author=found.author or (author[2].strip() if author else ""),
        date=found.date or "",
        url=raw.url or found.url or "",
        site=found.sitename or "",
        kind="html",
    )


def _without_menus(lines: list[str]) -> list[str]:
    """`lines` without four or more short unpunctuated ones in a row at either end."""
    lines = [line for line in lines if line]
    start, end = 0, len(lines)
    while start < end and _MENU.fullmatch(lines[start]):
        start += 1
    while end > start and _MENU.fullmatch(lines[end - 1]):
        end -= 1
    return lines[start if start >= 4 else 0 : end if len(lines) - end >= 4 else len(lines)]
