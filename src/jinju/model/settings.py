"""Settings, frozen, one value per stage, passed explicitly."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MakeSettings:
    """How a deck is made; `notes` is the wished number of notes (None: by the article's length)."""

    notes: int | None = None
    tags: tuple[str, ...] = ()
    type_in: bool = False
    speak: bool = False
