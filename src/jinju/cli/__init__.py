"""The command line: one command a file, errors turned into messages in one place."""

from __future__ import annotations


def main() -> None:
    """Run the `jinju` command."""
