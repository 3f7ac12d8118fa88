"""The `text` task: a damaged page in, the body of its article out."""

from __future__ import annotations

from functools import cache

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.simplify import OpenCC
from jinju.text.clean import clean
from jinju.text.tools import Tools


@cache
def _tools() -> Tools:
    return Tools(open_lexicon(), OpenCC())


def predict(row: dict) -> dict:
    """`{"id", "dirty"}` -> `{"id", "text"}`: the article's body; a title is no part of it."""
    article = clean(row["dirty"], _tools())
    return {"id": row["id"], "text": article.text}
