"""All learnt figures at once, as the picker wants them."""

from __future__ import annotations

from jinju.adapters.sayings import load_sayings
from jinju.adapters.weights import load_span_weights, load_tones, load_weights
from jinju.model.weights import Judges


def load_judges() -> Judges:
    """The shipped weights and tables."""
    return Judges(
        worth=load_weights("lines"),
        clips=load_weights("clips"),
        readers=load_weights("readers"),
        edges=load_weights("edges"),
        blanks=load_weights("blanks"),
        notes=load_weights("notes"),
        tones=load_tones(),
        pairs=load_weights("parallel-pairs"),
        parallel=load_weights("parallel"),
        spans=load_span_weights(),
        sayings=load_sayings(),
    )
