"""Which lines are said by heart, and the cue that brings them to mind."""

import pytest
from tests.workshop import workshop_of

from jinju.cards.build import clip_of
from jinju.cards.recite import recite_items
from jinju.model.document import Document
from jinju.model.picks import Quote
from jinju.workflows.reading import Reader

TEXT = """守护老街的烟火

老街要守住的，首先是烟火。清晨的豆浆香里，街坊们互道早安。老街的烟火，在巷口的吆喝里，在灶台的蒸汽里，在邻里的笑谈里。
去年冬天，街道请来工匠修缮屋檐。他们按照原来的样子换了瓦。工程在春节前就完工了。
老街是一座城市的根脉，也是几代人的乡愁。管理部门也做了不少工作，取得了一定的成效。
"""


@pytest.fixture(scope="session")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


@pytest.fixture
def recited(reader):
    picked = reader.picked(Document(TEXT, "case"))
    shop = workshop_of(picked)
    quotes = [Quote(s.span, 1.0, ()) for s in picked.article.sentences]
    return recite_items([clip_of(q, picked.picks, shop) for q in quotes], shop)


def test_only_a_figure_is_said_by_heart(recited):
    """The parallelism is; the plain telling and the flat report are not."""
    said = [i.text for i in recited]
    assert "{{c1::老街的烟火，在巷口的吆喝里，在灶台的蒸汽里，在邻里的笑谈里。}}" in said
    assert not any("完工" in text or "成效" in text or "豆浆" in text for text in said)


def test_the_cue_names_the_figure_and_the_head_of_the_paragraph(recited):
    cue = next(i.cue for i in recited if "巷口" in i.text)
    assert cue == "背诵整句｜排比或对举，3 项｜段首：老街要守住的｜用于：开头｜开头：老街的烟火……"


def test_few_notes_have_no_recitation_beside_them(reader):
    picked = reader.picked(Document(TEXT, "case"))
    shop = workshop_of(picked)
    quotes = [Quote(s.span, 1.0, ()) for s in picked.article.sentences][:4]
    assert recite_items([clip_of(q, picked.picks, shop) for q in quotes], shop) == []
