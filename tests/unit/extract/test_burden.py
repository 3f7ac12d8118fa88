import pytest

from jinju.extract.burden import burden
from jinju.extract.names import is_name, places
from jinju.extract.slips import slips
from jinju.model.lexicon import Token, Word, Words


def weight(clip, **more):
    return burden(clip, more.get("names", 0), more.get("slips", 0), framed=more.get("framed", False))


def test_a_general_line_carries_nothing():
    assert weight("基层是国家治理的最末端、服务群众的最前沿。") == 0


@pytest.mark.parametrize(
    "clip",
    [
        "后来厂里的机器一天也没有停过",
        "全年完成投资280亿元",
        "他把一生献给了这片山林",
        "老师曾说：“要做有心人”",
        "上海的经验值得各地学习",
        "我们为什么要出发？",
        "这么做才能赢得人心",
    ],
)
def test_what_ties_a_clip_to_one_case_weighs(clip):
    assert weight(clip) > 0


@pytest.mark.parametrize(
    "clip", ["建设，平安乡村，必须坚持源头治理", "我们的的目标从未改变", "守住初心，，担当使命"]
)
def test_a_clip_with_a_slip_in_its_marks_is_refused(clip):
    assert weight(clip) is None


def test_what_has_happened_weighs_less_in_a_parallelism():
    told = "路修通了，心也近了"
    assert 0 < weight(told, framed=True) < weight(told)


def test_full_names_are_told_from_words_with_the_same_tag():
    words = Words({"水平": Word(9000, "n"), "高水": Word(0)}, 1000)
    assert is_name(Token("孟小芳", 0, "nr"), words)
    assert not is_name(Token("高水平", 0, "nr"), words)
    assert places("从上海到四川，再回上海") == 2


def test_pairs_that_nobody_else_writes_are_slips():
    words = Words({"朝气": Word(300, "n")}, 1000)
    tokens = [
        Token("朝气", 0, "n"),
        Token("昭气", 2, ""),
        Token("一跃", 4, ""),
        Token("枝", 6, "n"),
        Token("榜", 7, "n"),
    ]
    assert list(slips(tokens, words)) == [2, 6]
