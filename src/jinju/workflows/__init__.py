"""One function per user goal; joins the core to the adapters."""

from __future__ import annotations

from jinju.workflows.anki import AnkiOptions
from jinju.workflows.check import Checked, CheckReport, check
from jinju.workflows.clean import clean
from jinju.workflows.export import ExportReport, export
from jinju.workflows.import_ import ImportReport, import_package
from jinju.workflows.make import MadeDeck, MakeOptions, MakeReport, make
from jinju.workflows.pick import pick
from jinju.workflows.pull import PullReport, pull
from jinju.workflows.push import PushOptions, PushReport, push
from jinju.workflows.reading import Picked, Reader

__all__ = [
    "AnkiOptions",
    "CheckReport",
    "Checked",
    "ExportReport",
    "ImportReport",
    "MadeDeck",
    "MakeOptions",
    "MakeReport",
    "Picked",
    "PullReport",
    "PushOptions",
    "PushReport",
    "Reader",
    "check",
    "clean",
    "export",
    "import_package",
    "make",
    "pick",
    "pull",
    "push",
]
