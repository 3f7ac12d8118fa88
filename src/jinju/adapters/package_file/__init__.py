"""Anki packages of others, read with suspicion: every container format, nothing unpacked by its own name."""

from jinju.adapters.package_file.read import read_package

__all__ = ["read_package"]
