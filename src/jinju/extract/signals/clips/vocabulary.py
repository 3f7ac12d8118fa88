"""The clip's very words and their kinds: those that it holds, begins with and ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

HALF = 0.5
"""What one word counts beside a signal of shape or merit."""


def vocabulary(look: Look) -> Iterator[tuple[str, float]]:
    """One signal a word and one for its kind; the first and last with tags; the words beside the clip."""
    said = [t for t in look.tokens if t.text[0].isalnum()]
    for word in {t.text for t in said}:
        yield f"has {word}", HALF
        kind = look.words.get(word).kind
        if kind:
            yield f"kind {kind}", HALF
    if look.place.opener:
        yield f"opener {look.place.opener}", HALF
    if look.place.follower:
        yield f"follower {look.place.follower}", HALF
    if not said:
        return
    if look.place.before:
        yield f"middle-tag {look.tokens[0].tag[:2]}", HALF
    if look.place.follower:
        yield f"cut-tag {said[-1].tag[:2]}", HALF
    yield f"first {look.tokens[0].text}", HALF
    yield f"first-tag {look.tokens[0].tag[:2]}", HALF
    yield f"last {said[-1].text}", HALF
    yield f"last-tag {said[-1].tag[:2]}", HALF
    if len(look.tokens) > 1:
        yield f"opens {look.tokens[0].text}{look.tokens[1].text}", HALF
