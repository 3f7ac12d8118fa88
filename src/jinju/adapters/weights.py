"""Learnt weights, read from the JSON files that jinju ships in its data folder."""

from __future__ import annotations

import json

from jinju.adapters.data import data_file
from jinju.model.tones import Tones
from jinju.model.weights import SpanWeights, Weights


def load_weights(name: str) -> Weights:
    """The weights in `data/<name>.json`, an object with `provenance`, `bias`, `weights` and `extra`."""
    raw = json.loads(data_file(f"{name}.json").read_text(encoding="utf-8"))
    return Weights(raw["weights"], raw.get("bias", 0.0), raw["provenance"], raw.get("extra", {}))


def load_span_weights(name: str = "spans") -> SpanWeights:
    """The weights of spans in `data/<name>.json`, an object with the fields of `SpanWeights`."""
    raw = json.loads(data_file(f"{name}.json").read_text(encoding="utf-8"))
    return SpanWeights(raw["tables"], raw["slopes"], raw["pairs"], raw["provenance"], raw["extra"])


def load_tones() -> Tones:
    """The figures of characters in `data/tones.json`, an object with `provenance`, `step` and `figures`.

    The figures are whole numbers of steps.
    """
    raw = json.loads(data_file("tones.json").read_text(encoding="utf-8"))
    step = raw["step"]
    return Tones({character: [step * n for n in row] for character, row in raw["figures"].items()})
