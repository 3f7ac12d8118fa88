"""Articles from wherever a person keeps them: one reader for each format."""

from jinju.adapters.sources.raw import Decode, Limits
from jinju.adapters.sources.read import read_sources

__all__ = ["Decode", "Limits", "read_sources"]
