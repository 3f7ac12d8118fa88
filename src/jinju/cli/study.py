"""`jinju study`: cards in the terminal, by spaced repetition."""

from __future__ import annotations
