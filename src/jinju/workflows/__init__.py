"""One function per user goal; joins the core to the adapters."""

from __future__ import annotations

from jinju.workflows.clean import clean
from jinju.workflows.export import ExportReport, export
from jinju.workflows.make import MadeDeck, MakeOptions, MakeReport, make
from jinju.workflows.pick import pick
from jinju.workflows.reading import Picked, Reader

__all__ = [
    "ExportReport",
    "MadeDeck",
    "MakeOptions",
    "MakeReport",
    "Picked",
    "Reader",
    "clean",
    "export",
    "make",
    "pick",
]
