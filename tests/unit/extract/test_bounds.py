"""What is known of a run before its branches are aligned holds for what is found by aligning them."""

from pathlib import Path

import pytest

from jinju.adapters.segmenter import Segmenter
from jinju.extract.frames import frame_of
from jinju.extract.run_weights import LONG, SHORT
from jinju.extract.runs import runs
from jinju.extract.signals.parallel.bounds import ceiling, run_bounds
from jinju.extract.signals.parallel.run import frame_signals, run_signals
from jinju.text.clean import clean

ESSAY = Path(__file__).parents[3] / "decks" / "xianchang-bangong" / "article.txt"
TEXT = """治水要懂水，兴水要护水，用水要惜水。听民声、察民情、解民忧，要的是真心；出实招、办实事、求实效。

一个村庄的变迁，映照一个时代的足迹；一条道路的延伸，承载一方百姓的期盼。办没办成，百姓看在眼里；好不好用，百姓记在心里。"""


@pytest.fixture(params=["essay", "sentences"])
def laid_out(request, text_tools):
    article = clean(ESSAY.read_text("utf-8") if request.param == "essay" else TEXT, text_tools)
    cut = Segmenter(text_tools.lexicon.over(article.text)).cut
    spans = [s.span for s in article.sentences]
    tokens = [t.shifted(s.start) for s in spans for t in cut(s.of(article.text))]
    boundaries = {t.start for t in tokens} | {t.end for t in tokens}
    found = [
        (run, frame_of(article.text, run.branches, boundaries))
        for run in runs(article.text, spans, boundaries)
    ]
    return article.text, boundaries, found


def test_every_signal_of_a_frame_lies_within_its_bounds(laid_out):
    text, boundaries, found = laid_out
    assert len(found) > 9
    for run, frame in found:
        bounds = {name: (least, greatest) for name, least, greatest in run_bounds(text, run, boundaries)}
        signals = dict(frame_signals(text, run, frame, boundaries))
        assert bounds.keys() == signals.keys()
        off = {n: (v, bounds[n]) for n, v in signals.items() if not bounds[n][0] <= v <= bounds[n][1] + 1e-9}
        assert not off, [b.of(text) for b in run.branches]


@pytest.mark.parametrize("weights", [SHORT, LONG])
def test_no_run_scores_above_its_ceiling(laid_out, weights):
    text, boundaries, found = laid_out
    for run, frame in found:
        score = weights.score(run_signals(text, run, frame, boundaries))
        assert score <= ceiling(text, run, boundaries, weights) + 1e-9


def test_the_ceiling_refuses_runs(laid_out):
    text, boundaries, found = laid_out
    tops = [ceiling(text, run, boundaries, SHORT) for run, _ in found]
    assert min(tops) < 0 < max(tops)
