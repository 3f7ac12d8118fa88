"""The weights that judge a run of branches."""

from __future__ import annotations

from typing import Final

from jinju.model.weights import Weights

SHORT: Final = Weights(
    {
        "frame-share": 4.5,
        "ratio": 1.6,
        "more": 0.7,
        "opening": 0.9,
        "closing": 0.5,
        "hinge": 0.45,
        "longest-block": 0.2,
        "same-cuts*hinge": 1.5,
        "content": 0.25,
        "same-length": 0.5,
        "same-cuts": 1.3,
        "correlative": 2.5,
        "question": 3.0,
        "uneven": -1.0,
        "quoted": 1.5,
        "trimmed": -0.6,
        "trimmed-leaning": -2.0,
        "no-frame": -1.2,
        "topic": -0.8,
        "list": -3.0,
        "digits": -3.0,
        "nothing-varies": -1.0,
    },
    -4.3,
    "set by hand over tests/golden/parallel.txt",
)
"""Items and clauses of one sentence."""

LONG: Final = Weights(
    {
        "apart*opening": 0.800,
        "balance": 2.018,
        "blocks": 0.236,
        "closing": 0.666,
        "content": -0.259,
        "digits": -3.000,
        "frame-share": 0.461,
        "hinge": 0.276,
        "long": -0.961,
        "longest-block": 0.279,
        "more": 0.294,
        "newline": -0.408,
        "no-frame": 0.295,
        "no-hinge": -0.172,
        "nothing-varies": -0.417,
        "opening": -0.390,
        "opening*share": -0.408,
        "opening-length": 0.518,
        "quoted": 1.168,
        "ratio": 1.697,
        "same-cuts": 1.002,
        "same-cuts*hinge": 0.253,
        "same-length": 0.201,
        "semicolon": 2.016,
        "semicolon*share": -0.576,
        "share<.2": -0.372,
        "trimmed": -0.937,
        "trimmed-leaning": -0.292,
        "uneven": -0.020,
        "correlative": 2.500,
    },
    -5.128,
    "benchmarks/fit_runs.py on parallel.jsonl (dev half): 190 essays, 5519 runs; "
    "digits, correlative and apart*opening by hand",
)
"""Sentences, openings of paragraphs, and blocks of two or three clauses."""
