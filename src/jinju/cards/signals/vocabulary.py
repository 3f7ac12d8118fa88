"""The very words of the span and of its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.cards.signals.view import Hidden

_LONGEST = 8


def vocabulary(hidden: Hidden) -> Iterator[tuple[str, float]]:
    """The whole, each word in it, the first and the last, the words before and behind; figures read as #."""
    tokens = hidden.view.tokens
    if len(hidden.answer) <= _LONGEST:
        yield f"is {hidden.answer}", 1.0
    shown = ["#" if t.text[0].isdigit() else t.text for t in hidden.run]
    for word in shown:
        yield f"has {word}", 1.0
    yield f"first {shown[0]}", 1.0
    yield f"last {shown[-1]}", 1.0
    yield f"before {tokens[hidden.first - 1].text if hidden.first else '^'}", 1.0
    yield f"after {tokens[hidden.stop].text if hidden.stop < len(tokens) else '$'}", 1.0
