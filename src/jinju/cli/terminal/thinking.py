"""The clock of thinking time."""

from __future__ import annotations

import time


def milliseconds() -> int:
    """Milliseconds of a clock that never runs back."""
    return time.monotonic_ns() // 1_000_000
