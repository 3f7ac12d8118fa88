import pytest

from jinju.extract.parallel import find_parallels
from jinju.model.article import Span


@pytest.mark.parametrize(
    ("text", "code", "slots"),
    [
        ("与其临渊羡鱼，不如退而结网。", "antithesis", ["临渊羡鱼", "退而结网"]),
        ("乡村振兴既是攻坚战，更是持久战。", "parallel", ["攻坚战", "持久战"]),
        ("工作实现了从“等着干”到“抢着干”的转变。", "parallel", ["等着干", "抢着干"]),
    ],
)
def test_what_follows_each_hinge_is_the_slot(text, code, slots):
    (found,) = find_parallels(text, [Span(0, len(text))])
    assert found.reasons[0].code == code
    assert found.reasons[0].detail == "2"
    assert [s.of(text) for branch in found.slots for s in branch] == slots


def test_a_long_branch_is_asked_for_what_it_quotes():
    text = "既要优先处理群众急难愁盼的“大事”，又要时刻关注群众心心念念的“小事”。"
    (found,) = find_parallels(text, [Span(0, len(text))])
    assert [s.of(text) for branch in found.slots for s in branch] == ["大事", "小事"]
