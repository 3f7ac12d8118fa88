"""The weights that judge a run of branches."""

from __future__ import annotations

from typing import Final

from jinju.model.weights import Weights

SHORT: Final = Weights(
    {
        "share": 4.5,
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
        "quoted": 1.6,
        "trimmed": -0.6,
        "trimmed-leaning": -2.0,
        "no-frame": -1.2,
        "list": -3.0,
        "digits": -1.5,
        "nothing-varies": -1.0,
    },
    -4.3,
    "set by hand over tests/golden/parallel.txt",
)
"""Items and clauses of one sentence."""

LONG: Final = Weights(
    {
        "apart": -0.174,
        "apart*opening": 0.800,
        "balance": 1.846,
        "blocks": 0.180,
        "clauses": -0.063,
        "closing": 0.625,
        "content": -0.199,
        "digits": -1.500,
        "hinge": 0.345,
        "hinge-share": 0.124,
        "long": -1.052,
        "longest-block": 0.230,
        "more": 0.311,
        "newline": -0.404,
        "no-frame": 0.171,
        "no-hinge": -0.108,
        "nothing-varies": -0.536,
        "opening": -0.292,
        "opening*share": -0.531,
        "opening-length": 0.498,
        "quoted": 1.138,
        "ratio": 1.866,
        "same-cuts": 0.936,
        "same-cuts*hinge": 0.352,
        "same-length": 0.205,
        "semicolon": 2.006,
        "semicolon*share": -0.546,
        "share": -0.062,
        "share<.2": -0.419,
        "trimmed": -0.918,
        "trimmed-leaning": -0.271,
        "correlative": 2.500,
    },
    -4.991,
    "benchmarks/fit_runs.py on parallel.jsonl (dev half): 190 essays, 5580 runs; "
    "digits, correlative and apart*opening by hand",
)
"""Sentences, openings of paragraphs, and blocks of two or three clauses."""
