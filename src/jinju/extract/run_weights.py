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
        "hinge": 0.35,
        "content": 0.25,
        "same-length": 0.5,
        "same-cuts": 1.3,
        "correlative": 2.2,
        "question": 1.6,
        "quoted": 1.6,
        "trimmed": -0.6,
        "trimmed-leaning": -2.0,
        "no-frame": -1.2,
        "list": -1.6,
        "digits": -1.5,
        "nothing-varies": -1.0,
    },
    -4.3,
    "set by hand over tests/golden/parallel.txt",
)
"""Items and clauses of one sentence."""

LONG: Final = Weights(
    {
        "balance": 1.582,
        "blocks": 0.234,
        "clauses": -0.078,
        "closing": 0.656,
        "content": -0.235,
        "digits": -1.500,
        "hinge": 0.171,
        "hinge-share": 0.028,
        "long": -1.070,
        "longest-block": 0.287,
        "more": 0.296,
        "newline": -0.399,
        "no-frame": 0.275,
        "no-hinge": -0.087,
        "nothing-varies": -0.090,
        "opening": -0.361,
        "opening*share": -0.602,
        "opening-length": 0.535,
        "quoted": 0.954,
        "ratio": 1.958,
        "same-cuts": 1.133,
        "same-length": 0.143,
        "semicolon": 2.103,
        "semicolon*share": -0.561,
        "share": -0.168,
        "share<.2": -0.494,
        "trimmed": -0.958,
        "trimmed-leaning": -0.212,
        "correlative": 1.500,
    },
    -4.967,
    "benchmarks/fit_runs.py on parallel.jsonl (dev): 190 essays, 4,876 runs; digits and correlative by hand",
)
"""Sentences, and blocks of two or three clauses."""
