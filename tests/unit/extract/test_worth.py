import pytest

from jinju.adapters.sayings import load_sayings
from jinju.adapters.weights import load_weights
from jinju.extract.worth import score_sentences


@pytest.fixture(scope="module")
def weights():
    return load_weights("lines")


def test_a_quoted_saying_outranks_plain_report(weights):
    sentences = [
        "会议于下午三点在市政府二楼举行，参加的有各局负责人。",
        "古语云：“不积跬步，无以至千里。”",
        "会后大家到食堂吃了晚饭。",
    ]
    said = score_sentences(sentences, weights, sayings=load_sayings())
    assert max(range(3), key=lambda i: said[i].score) == 1
    assert "quotation" in {r.code for r in said[1].reasons}


def test_reasons_come_heaviest_first(weights):
    (line,) = score_sentences(["唯有不忘初心、牢记使命，方能行稳致远。"], weights)
    assert [r.weight for r in line.reasons] == sorted((r.weight for r in line.reasons), reverse=True)
    assert "template" in {r.code for r in line.reasons}


def test_no_sentences_no_scores(weights):
    assert score_sentences([], weights) == []
