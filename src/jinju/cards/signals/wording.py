"""What the span says: idiom, set phrase, image, plain or worn words, the article's topic."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from jinju.cards.idiom import is_idiom
from jinju.cards.strength import leans, topical_share
from jinju.model.plain import IMAGES, PLAIN
from jinju.model.worn import WORN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_MOST_LETTERS = 8
_TAGS = 6
_PARTS = 2
_EPSILON = 1e-6


def wording(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """Each by name; the parts of speech in a row; how widely the string is used."""
    clip, answer = hidden.view.clip, hidden.answer
    entry = clip.words.get(answer)
    for name, holds in (
        ("set-phrase", entry.phrase),
        ("idiom", is_idiom(answer, clip.words)),
        ("image", answer in IMAGES),
        ("worn", hidden.bare in WORN),
        ("plain", answer in PLAIN),
        ("leans", leans(hidden.run)),
    ):
        if holds:
            yield f"wording.{name}", 1.0
    if entry.grade:
        yield f"wording.{entry.grade}", 1.0
    elif len(hidden.bare) > _PARTS:
        for grade in sorted({clip.words.get(t.text).grade for t in hidden.run} - {""}):
            yield f"wording.holds-{grade}", 1.0
    worth = hidden.strength
    yield "wording.strength", worth
    yield f"wording.strength-{int(worth * 10 + _EPSILON)}", 1.0
    level = int(worth * 5 + _EPSILON)
    before = hidden.view.tokens[hidden.first - 1].text if hidden.first else ""
    if before == "的":
        yield f"wording.of-{level}", 1.0
    if not clip.text[hidden.span.end : hidden.span.end + 1].isalnum():
        yield f"wording.ends-{level}", 1.0
    yield "wording.topical", 1 - topical_share(hidden.span, clip)
    if entry.articles:
        yield "wording.articles", log(1 + entry.articles) / 5
    tags = "".join(t.tag[:1] or "?" for t in hidden.run)[:_TAGS]
    yield f"tags {tags} {min(len(hidden.bare), _MOST_LETTERS)}", 1.0
