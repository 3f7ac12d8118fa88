"""The `text` task: a damaged page in, the body of its article out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.simplify import OpenCC
from jinju.text.clean import clean
from jinju.text.tools import Tools

if TYPE_CHECKING:
    from jinju.model.article import Article


@cache
def _tools() -> Tools:
    return Tools(open_lexicon(), OpenCC())


def predict(row: dict) -> dict:
    """`{"id", "dirty"}` -> `{"id", "text"}`: the article's text.

    A title that opens the page is a line of the text; one that stands among the page's own lines is not.
    """
    article = clean(row["dirty"], _tools())
    return {"id": row["id"], "text": f"{_own_title(article)}{article.text}"}


def _own_title(article: Article) -> str:
    for repair in article.repairs:
        if "boilerplate" in repair.kind:
            return ""
        if repair.kind == "title":
            return "".join(f"{line}\n" for line in (article.title, article.subtitle) if line)
    return ""
