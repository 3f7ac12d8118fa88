"""The span as a whole: its shape, and whether it is a word, an idiom, a phrase, a clause or a quotation."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from jinju.extract.signals.spans.scene import CLOSING, OPENING, SEPARATORS
from jinju.extract.signals.spans.signal import NUMBERS, Signal
from jinju.model.lexicon import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinju.extract.signals.spans.scene import Scene
    from jinju.extract.signals.spans.signal import Spans

LONGEST_WORD = 8
_FEW = 4
_LEFT = SEPARATORS | OPENING | {"^"}
_RIGHT = SEPARATORS | CLOSING | {"$"}
_SHAPES = [[f"{length}/{count}" for count in range(7)] for length in range(14)]


def _shape(scene: Scene, spans: Spans) -> tuple[Sequence[str], ...]:
    sizes = _sizes(scene, spans)
    outline = scene.outline
    outlines = [outline[i : j + 2] if j - i <= _FEW else "" for i, j in spans]
    return (
        [NUMBERS[min(20, size)] for size in sizes],
        [NUMBERS[min(30, j - i)] for i, j in spans],
        [_SHAPES[min(13, size)][min(6, j - i)] for size, (i, j) in zip(sizes, spans, strict=True)],
        [x[1:-1] for x in outlines],
        [x[:-1] for x in outlines],
        [x[1:] for x in outlines],
        outlines,
    )


def _sizes(scene: Scene, spans: Spans) -> list[int]:
    starts, ends = scene.starts, scene.ends
    return [ends[j - 1] - starts[i] for i, j in spans]


def _known(scene: Scene, spans: Spans) -> tuple[Sequence[str], ...]:
    text, starts, ends, again = scene.text, scene.starts, scene.ends, scene.again
    texts = [text[starts[i] : ends[j - 1]] for i, j in spans]
    known = scene.words.entries.get
    entries = [known(said, UNKNOWN) for said in texts]
    twice = [
        NUMBERS[min(5, len(said))] if again[i] and again[j - 1] and text.count(said) > 1 else ""
        for said, (i, j) in zip(texts, spans, strict=True)
    ]
    return (
        [said if len(said) <= LONGEST_WORD else "" for said in texts],
        ["1" if entry.phrase else "" for entry in entries],
        [
            NUMBERS[int(log(entry.articles + 1))] if j - i > 1 and (entry.frequency or entry.articles) else ""
            for entry, (i, j) in zip(entries, spans, strict=True)
        ],
        ["1" if entry.tag in ("i", "l") else "" for entry in entries],
        [size and "1" for size in twice],
        twice,
    )


def _framed(scene: Scene, spans: Spans) -> tuple[Sequence[str], ...]:
    outline, shown, mark = scene.outline, scene.shown, scene.mark
    befores = ["", *[f"{word} " if not m else "" for word, m in zip(shown, mark, strict=True)]]
    afters = [*[f" {word}" if not m else "" for word, m in zip(shown, mark, strict=True)], ""]
    sizes = [NUMBERS[min(12, size)] for size in _sizes(scene, spans)]
    frames = [outline[i] + outline[j + 1] for i, j in spans]
    quoted = [frame[0] in OPENING and frame[1] in CLOSING for frame in frames]
    whole = [frame[0] in _LEFT and frame[1] in _RIGHT for frame in frames]
    return (
        frames,
        [size if said else "" for size, said in zip(sizes, quoted, strict=True)],
        ["1" if all_of_it else "" for all_of_it in whole],
        [size if all_of_it else "" for size, all_of_it in zip(sizes, whole, strict=True)],
        [befores[i] and befores[i] + outline[j + 1] for i, j in spans],
        [afters[j] and outline[i] + afters[j] for i, j in spans],
    )


SHAPE = Signal("shape", "span", ("length", "count", "shape", "tags", "tags <", "tags >", "tags <>"), _shape)
KNOWN = Signal(
    "known",
    "span",
    ("is", "reviewed phrase", "table string", "idiom", "stands twice", "stands twice length"),
    _known,
)
FRAMED = Signal(
    "frame",
    "span",
    ("frame", "whole quotation", "whole clause", "whole clause length", "between before", "between after"),
    _framed,
)
