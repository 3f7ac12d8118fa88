"""What ties the clip to one case, or makes it lean on what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look


def ties(look: Look) -> Iterator[tuple[str, float]]:
    """Each tie by name."""
    for name, count in look.ties.items():
        yield f"tie.{name}", count
