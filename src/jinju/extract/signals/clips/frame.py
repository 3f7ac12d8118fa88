"""The parallelisms in the clip: how strong, how even, how much of the clip they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinju.extract.signals.clips.look import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.extract.signals.clips.look import Look

_MEANS: Final = (3, 4, 6, 9, 13, 18)
_MOST = 5
_NEAR = 2
_MOST_MORE = 3


def frame(look: Look) -> Iterator[tuple[str, float]]:
    """The best parallelism's build; whether the clip is one member of such, or tears one apart."""
    if look.member:
        yield "frame.member", 1.0
    if look.torn:
        yield "frame.torn", min(2, look.torn)
    if not look.groups:
        return
    strength, group = look.groups[0]
    sizes = [len(b) for b in group.branches]
    covered = sum(sizes) / len(look.span)
    yield "frame.strength", strength
    yield "frame.score", group.score
    yield "frame.covered", covered
    yield "frame.strength-covered", strength * covered
    yield f"frame.members-{min(_MOST, len(sizes))}", 1.0
    yield f"frame.mean-{level(sum(sizes) / len(sizes), _MEANS)}", 1.0
    if any(group.slots):
        yield "frame.slots", 1.0
    if all(group.slots):
        yield "frame.all-slots", 1.0
    if group.branches[0].start - look.span.start <= _NEAR and look.span.end - group.branches[-1].end <= _NEAR:
        yield "frame.all", 1.0
    if len(look.groups) > 1:
        yield "frame.more", min(_MOST_MORE, len(look.groups) - 1)
    for reason in group.reasons:
        yield f"frame.is-{reason.code}", 1.0
