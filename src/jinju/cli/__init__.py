"""The command line: one command a file, errors turned into messages in one place."""

from __future__ import annotations

from jinju.cli.app import main

__all__ = ["main"]
