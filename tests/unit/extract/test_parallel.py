import pytest

from jinju.adapters.weights import load_weights
from jinju.extract.parallel import find_parallels, score_parallel, split_at_semicolons
from jinju.model.article import Span


def found(text):
    return [[b.of(text) for b in p.branches] for p in find_parallels(text, [Span(0, len(text))])]


def slots(text):
    return [
        [[s.of(text) for s in branch] for branch in p.slots]
        for p in find_parallels(text, [Span(0, len(text))])
    ]


def test_branches_and_slots_within_a_sentence():
    text = "现场办公下基层，下的是基层、察的是民情、解的是民忧、得的是民心。"
    assert found(text) == [["下的是基层", "察的是民情", "解的是民忧", "得的是民心"]]
    assert slots(text) == [[["基层"], ["民情"], ["民忧"], ["民心"]]]


def test_prose_holds_no_parallelism():
    assert found("昨天下午，代表们参观了新建的图书馆，随后与馆员座谈了两个小时。") == []


def test_sentences_are_cut_at_semicolons():
    text = "甲是山；乙是水。丙是云。"
    parts = split_at_semicolons([Span(0, 8), Span(8, 12)], text)
    assert [p.of(text) for p in parts] == ["甲是山；", "乙是水。", "丙是云。"]


@pytest.fixture(scope="module")
def weights():
    return load_weights("parallel-pairs"), load_weights("parallel")


def test_sister_sentences_score_above_prose(weights):
    sentences = [
        "我第一次去那个村子是在去年冬天。",
        "理想是一盏灯，照亮夜行的路；",
        "理想是一面帆，推动远航的船；",
        "理想是一团火，温暖寒冷的心。",
        "村里的老支书姓陈，今年六十二岁。",
    ]
    said = score_parallel(sentences, [0] * 5, *weights)
    assert [s.flag for s in said] == [False, True, True, True, False]
    assert all(0 <= s.score <= 1 for s in said)


def test_no_sentences_no_scores(weights):
    assert score_parallel([], [], *weights) == []
