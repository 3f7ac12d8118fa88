from jinju.extract.line import Line
from jinju.extract.mirrored import mirrored
from jinju.model.lexicon import Token


def line(*words, start=0):
    tokens, at = [], 0
    for word in words:
        tokens.append(Token(word, at, ""))
        at += len(word)
    text = "".join(words)
    return Line(text, start, tuple(tokens), frozenset({0, len(text)} | {t.start for t in tokens}))


def found(given):
    return [
        [s.of("。" * given.start + given.text) for slots in g.slots for s in slots]
        for g in mirrored([given], [])
    ]


def test_clauses_around_one_gap_mirror_each_other():
    given = line(
        "要", "带", "着", "感情", "身", "下", "基层", "、", "带", "着", "真", "诚心", "入", "基层", start=5
    )
    assert found(given) == [["感情", "真诚"]]


def test_clauses_of_other_shapes_do_not():
    assert found(line("深入", "工厂", "车间", "，", "走进", "学校", "村居")) == []
    assert found(line("深入", "工厂", "车间", "，", "深入", "工厂", "车间")) == []


def test_a_known_parallelism_is_left_alone():
    given = line("带", "着", "感情", "下", "基层", "、", "带", "着", "真心", "下", "基层")
    known = list(mirrored([given], []))
    assert len(known) == 1
    assert list(mirrored([given], known)) == []
