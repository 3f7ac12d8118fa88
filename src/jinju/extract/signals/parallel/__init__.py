"""Signals of parallelism between and within sentences; characters only."""

from __future__ import annotations

from typing import Final

from jinju.extract.signals.parallel.inside import inside_signals
from jinju.extract.signals.parallel.likeness import likeness_signals
from jinju.extract.signals.parallel.opening import opening_signals
from jinju.extract.signals.parallel.place import place_signals
from jinju.extract.signals.parallel.shape import Shape, shape_of

PAIR_SIGNALS: Final = (likeness_signals, opening_signals, place_signals)
"""Families that look at two sentences."""

SENTENCE_SIGNALS: Final = (inside_signals,)
"""Families that look at one sentence."""

__all__ = ["PAIR_SIGNALS", "SENTENCE_SIGNALS", "Shape", "shape_of"]
