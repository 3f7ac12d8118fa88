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
        "apart": -0.134,
        "apart*opening": 0.800,
        "balance": 2.011,
        "blocks": 0.235,
        "clauses": -0.045,
        "closing": 0.664,
        "content": -0.258,
        "digits": -3.000,
        "frame-share": 0.460,
        "hinge": 0.271,
        "hinge-share": 0.064,
        "long": -0.968,
        "longest-block": 0.279,
        "more": 0.294,
        "newline": -0.422,
        "no-frame": 0.293,
        "no-hinge": -0.174,
        "nothing-varies": -0.420,
        "opening": -0.391,
        "opening*share": -0.412,
        "opening-length": 0.517,
        "quoted": 1.169,
        "ratio": 1.699,
        "same-cuts": 0.997,
        "same-cuts*hinge": 0.250,
        "same-length": 0.199,
        "semicolon": 2.007,
        "semicolon*share": -0.575,
        "share": 0.006,
        "share<.2": -0.373,
        "trimmed": -0.927,
        "trimmed-leaning": -0.291,
        "uneven": -0.023,
        "correlative": 2.500,
    },
    -5.075,
    "benchmarks/fit_runs.py on parallel.jsonl (dev half): 190 essays, 5519 runs; "
    "digits, correlative and apart*opening by hand",
)
"""Sentences, openings of paragraphs, and blocks of two or three clauses."""
