"""`jinju undo`."""

from __future__ import annotations

from jinju.adapters.history import undo

__all__ = ["undo"]
