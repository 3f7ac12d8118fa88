"""The data files that jinju ships: learnt weights and figure tables."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "data"


def data_file(name: str) -> Path:
    """The path of a shipped data file."""
    return _FOLDER / name
