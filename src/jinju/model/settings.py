"""Settings, frozen, one value per stage, passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MakeSettings:
    """How a deck is made: `cards` is the wished number of notes (None: by article length)."""

    notes: int | None = None
    tags: tuple[str, ...] = ()
    deck: str | None = None
    type_in: bool = False
    speak: bool = False
