import pytest

from jinju.extract.temper import ESSAY, NEWS, STORY, TELLING, TIPS, bar
from jinju.text.clean import clean

ESSAYS = "治理要以人民为中心。发展必须坚持为了群众。改革不是请客，而是攻坚。服务应当下沉一线。"
REPORT = "本报成都3月2日电 会议安排项目120个。总投资300亿元。去年完成280亿元。"
TALE = "我和妈妈去看奶奶。她笑得很开心。我也很开心。他送我出门。"
ADVICE = "考生审题要细。申论文章先列提纲。作文开头要短。答题要看材料。"


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (ESSAYS * 3, ESSAY),
        (REPORT * 3, NEWS),
        (TALE * 3, STORY),
        (ADVICE * 3, TIPS),
        ("", ESSAY),
        (ESSAYS, ESSAY),
    ],
)
def test_a_text_shows_by_itself_what_kind_it_is(text, least, text_tools):
    assert bar(clean(text, text_tools)) == least


def test_the_bar_rises_from_argument_to_advice():
    assert ESSAY < TELLING < STORY < NEWS < TIPS
