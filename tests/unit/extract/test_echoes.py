import pytest

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.extract.echoes import echoes
from jinju.extract.line import Line
from jinju.extract.tails import with_tails
from jinju.model.article import Span
from jinju.model.picks import Parallel


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lexicon")
    folder.chmod(0o700)
    lexicon = open_lexicon(folder)
    yield lambda text: Segmenter(lexicon.over(text)).cut(text)
    lexicon.close()


def found(text, cut):
    line = Line(text, 0, tuple(cut(text)), frozenset())
    return [[b.of(text) for b in g.branches] for g in echoes([line], [])]


def test_clauses_around_one_hinge(cut):
    text = "开放合作必将取代封闭隔绝，平等协商必将取代以大欺小，互利共赢必将取代零和博弈。"
    assert found(text, cut) == [text[:-1].split("，")]


def test_clauses_of_words_of_the_same_kinds_and_lengths(cut):
    assert found("道路决定命运，团结凝聚力量，大家都很高兴。", cut) == [["道路决定命运", "团结凝聚力量"]]


@pytest.mark.parametrize(
    "text",
    ["他也会撑下去，因为他要报恩。", "风力达到9级，市区达到8级。", "春天来得很早，山坡上开满了各色的花。"],
)
def test_people_figures_and_plain_clauses_do_not_echo(text, cut):
    assert found(text, cut) == []


def test_members_without_slots_get_the_words_they_end_in(cut):
    text = "应当成为一个国家真正崛起的标志，应当成为一个国家广受认可的标志"
    group = Parallel((Span(0, 15), Span(16, 31)), ((), ()), 0.9)
    (filled,) = with_tails(text, [group], cut(text))
    assert [s.of(text) for slots in filled.slots for s in slots] == ["崛起", "认可"]
