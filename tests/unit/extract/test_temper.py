import pytest

from jinju.extract.temper import temper
from jinju.text.clean import clean

ESSAYS = "治理要以人民为中心。发展必须坚持为了群众。改革不是请客，而是攻坚。服务应当下沉一线。"
REPORT = "本报成都3月2日电 会议安排项目120个。总投资300亿元。去年完成280亿元。"
TALE = "我和妈妈去看奶奶。她笑得很开心。我也很开心。他送我出门。"
ADVICE = "考生审题要细。申论文章先列提纲。作文开头要短。答题要看材料。"


@pytest.mark.parametrize(
    ("text", "share"),
    [(ESSAYS, "arguing"), (ESSAYS, "civic"), (REPORT, "figures"), (TALE, "story"), (ADVICE, "tips")],
)
def test_a_text_shows_by_itself_what_kind_it_is(text, share, text_tools):
    mine = getattr(temper(clean(text * 3, text_tools)), share)
    others = [ESSAYS, REPORT, TALE, ADVICE]
    others.remove(text)
    assert mine > 0.6
    assert all(mine > getattr(temper(clean(o * 3, text_tools)), share) for o in others)


def test_a_dateline_and_a_story_are_marked(text_tools):
    assert temper(clean(REPORT, text_tools)).dateline
    assert temper(clean(TALE * 3, text_tools)).careless
    assert not temper(clean(ESSAYS * 3, text_tools)).careless


@pytest.mark.parametrize(
    ("others", "tale"),
    [
        (["治理要下沉一线，服务群众。"] * 5, False),
        (["山里的雾气散得很慢。"] * 5, True),
        (["治理要下沉一线，服务群众。"] * 3, True),
    ],
)
def test_an_example_of_a_person_in_an_essay_on_public_matters_is_no_tale(others, tale, text_tools):
    assert temper(clean("".join(["他守了三十年。", *others]), text_tools)).tale == tale


def test_shares_become_named_signals(text_tools):
    signals = dict(temper(clean(ESSAYS * 3, text_tools)).signals())
    assert signals["text.arguing"] == temper(clean(ESSAYS * 3, text_tools)).arguing
    assert sum(name.startswith("text.size-") for name in signals) == 1
    assert dict(temper(clean("", text_tools)).signals())["text.arguing"] == 0
