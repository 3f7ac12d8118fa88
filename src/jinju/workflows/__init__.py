"""One function per user goal; joins the core to the adapters."""

from __future__ import annotations

from jinju.workflows.check import Checked, CheckReport, check
from jinju.workflows.export import ExportReport, export
from jinju.workflows.make import MadeDeck, MakeOptions, MakeReport, make
from jinju.workflows.pick import pick
from jinju.workflows.reading import Picked, Reader

__all__ = [
    "CheckReport",
    "Checked",
    "ExportReport",
    "MadeDeck",
    "MakeOptions",
    "MakeReport",
    "Picked",
    "Reader",
    "check",
    "export",
    "make",
    "pick",
]
