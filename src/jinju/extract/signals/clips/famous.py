"""Famous lines in the clip: how well known, how much of it they are, and whether it tears one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_LONG = 8
_WHOLE = 0.85
_MOST = 3


def famous(look: Look) -> Iterator[tuple[str, float]]:
    """Each by name; nothing where no famous line is near."""
    if not look.cited:
        return
    whole = [c.line for c in look.cited if look.span.contains(c.span)]
    if len(whole) < len(look.cited):
        yield "famous.torn", 1.0
    if not whole:
        return
    share = sum(len(line.letters) for line in whole) / look.length
    best = max(whole, key=lambda line: (line.sort == "classic", line.grade, len(line.letters)))
    yield "famous.lines", float(min(_MOST, len(whole)))
    yield f"famous.{best.sort}", 1.0
    yield f"famous.{best.sort}-{best.grade}", 1.0
    yield f"famous.{best.sort}-share", share
    if len(best.letters) >= _LONG:
        yield f"famous.{best.sort}-long", 1.0
    if share >= _WHOLE:
        yield f"famous.{best.sort}-alone", 1.0
