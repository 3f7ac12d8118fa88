"""A chart as data: what is to be drawn, not how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Unit = Literal["count", "share"]
"""Whole numbers, or shares of 1 that are shown in percent."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over labels; several series are stacked. None is a label without a value."""

    title: str
    labels: tuple[str, ...]
    series: Mapping[str, tuple[float | None, ...]]
    unit: Unit = "count"
    note: str = ""
    lying: bool = False
    """Whether the labels are long texts, so that the bars had better lie."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A count for each day, drawn as a map of weeks; days without a count are missing."""

    title: str
    first: date
    last: date
    counts: Mapping[date, int] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of texts."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


Chart = Bars | Calendar | Listing
