"""The very words of the span and of its neighbours, and their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_LONGEST = 8


def vocabulary(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """The whole, each word in it, the first and the last, the words before and behind; figures read as #.

    The kinds of the words in it and beside it too.
    """
    tokens = hidden.view.tokens
    if len(hidden.answer) <= _LONGEST:
        yield f"is {hidden.answer}", 1.0
    shown = ["#" if t.text[0].isdigit() else t.text for t in hidden.run]
    for word in shown:
        yield f"has {word}", 1.0
    yield f"first {shown[0]}", 1.0
    yield f"last {shown[-1]}", 1.0
    before = tokens[hidden.first - 1].text if hidden.first else "^"
    after = tokens[hidden.stop].text if hidden.stop < len(tokens) else "$"
    yield f"before {before}", 1.0
    yield f"after {after}", 1.0
    words = hidden.view.clip.words
    for family, near in (("kind", shown), ("kind-before", (before,)), ("kind-after", (after,))):
        for word in near:
            kind = words.get(word).kind
            if kind:
                yield f"{family} {kind}", 1.0
