"""The command line: one command a file, errors turned into messages in one place."""

from __future__ import annotations

import atexit
import gc

gc.set_threshold(1_000_000, 50, 50)
"""Loading modules makes many objects that stay; looking through them again and again takes 30 ms."""
atexit.register(gc.freeze)
"""Nor are they looked through once more when the process ends, which takes 35 ms."""

from jinju.cli.app import main  # noqa: E402 - the threshold first

__all__ = ["main"]
