"""What stands at an address: an article over one or more pages, or a file of any kind that is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jinju.adapters.sources.charset import page_text
from jinju.adapters.sources.fetch import fetch
from jinju.adapters.sources.formats import documents_in
from jinju.adapters.sources.html import article_in
from jinju.adapters.sources.names import public_address
from jinju.adapters.sources.paging import next_page
from jinju.adapters.sources.sniff import sniff
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.adapters.sources.raw import Decode, Limits
    from jinju.model.document import Document


def read_address(url: str, decode: Decode, limits: Limits, *, split: bool) -> Iterator[Document | Problem]:
    """The documents at `url`; a page of the article that cannot be had is a Problem after the rest of it."""
    raw = fetch(url, limits)
    if sniff(raw) != "html":
        yield from documents_in(raw, decode, limits, split=split)
        return
    page = page_text(raw, decode)
    document = article_in(page, raw)
    texts, seen, at = [document.text], {raw.url}, raw.url
    problem = None
    while len(seen) < limits.follow and (target := next_page(page, at, raw.url)) and target not in seen:
        seen.add(target)
        try:
            further = fetch(target, limits)
            page, at = page_text(further, decode), target
            texts.append(article_in(page, further, least=1).text)
        except UserError as error:
            details = {"path": public_address(target), **error.details}
            problem = Problem(public_address(target), None, error.code, tuple(sorted(details.items())))
            break
    yield replace(document, text="\n".join(texts))
    if problem:
        yield problem
