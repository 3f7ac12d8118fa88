"""What parameters of the memory model are fitted to."""

from __future__ import annotations

from typing import NamedTuple

Weights = tuple[float, ...]
"""FSRS-6 parameters; none stand for the published ones."""


class Example(NamedTuple):
    """An answer to be predicted, with all answers to its card up to it: rating and days since the last.

    `at` is when it was given, in milliseconds since 1970 UTC.
    """

    at: int
    answers: tuple[tuple[int, int], ...]
