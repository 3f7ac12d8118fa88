"""Which notes make a deck: never weaker ones for being few, a few more where many are good."""

import re
from pathlib import Path

import pytest

from jinju.model.document import Document
from jinju.model.errors import UserError
from jinju.model.settings import MakeSettings
from jinju.workflows import drafts
from jinju.workflows.reading import Reader

EXAMPLE = Path(__file__).parents[3] / "decks" / "xianchang-bangong" / "article.txt"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


EXAMPLE_DOCUMENT = Document(EXAMPLE.read_text(encoding="utf-8"), "example")


def made(reader, **wishes):
    return [i for i in drafts.draft_of(EXAMPLE_DOCUMENT, reader, MakeSettings(**wishes)).items if i.score]


def asked(items):
    return [i.text for i in items if "recite" not in i.kinds.values()]


def test_a_deck_is_filled_up_only_where_much_is_worth_a_note(reader, monkeypatch):
    scores = [i.score for i in made(reader)]
    assert min(scores) < drafts.WORTHY
    monkeypatch.setattr(drafts, "ENOUGH", 1000)
    strict = [i.score for i in made(reader)]
    assert min(strict) >= drafts.WORTHY
    assert len(strict) < len(scores)


def test_as_many_as_are_asked_for_are_the_best_and_then_less_sure_ones(reader):
    usual, few, many = (made(reader, notes=n) for n in (None, 4, 40))
    best = sorted((i for i in usual if i.text in asked(usual)), key=lambda i: -i.score)
    assert sorted(asked(few)) == sorted(i.text for i in best[:4])
    assert set(asked(usual)) < set(asked(many))
    assert min(i.score for i in many) >= drafts.SPARE


def test_a_draft_knows_how_many_more_it_could_give(reader):
    usual = drafts.draft_of(EXAMPLE_DOCUMENT, reader, MakeSettings())
    every = drafts.draft_of(EXAMPLE_DOCUMENT, reader, MakeSettings(notes=40))
    assert len(asked(usual.items)) + usual.spare == len(asked(every.items))
    assert every.spare == 0


TALE = """放学的路上

那天放学，我一个人走在路上，心里很不是滋味。
妈妈说过，做人要脚踏实地，不能好高骛远。我低着头，她的话在耳边响起。
爷爷说，宝剑锋从磨砺出，梅花香自苦寒来。他的手上全是老茧，我看着他，说不出话来。
同学们都笑我，我却暗暗下定决心：不经历风雨，怎么见彩虹。
后来，我每天早起读书，他陪着我，她为我做饭。我终于明白，一分耕耘，一分收获。
"""


def test_a_story_gives_only_what_is_surer_still(reader, monkeypatch):
    document = Document(TALE, "tale")
    monkeypatch.setattr(drafts, "TOLD", 0.5)
    told = asked(drafts.draft_of(document, reader, MakeSettings()).items)
    monkeypatch.setattr(drafts, "TOLD", 0.999)
    with pytest.raises(UserError, match="nothing-sure") as found:
        drafts.draft_of(document, reader, MakeSettings())
    assert found.value.details["count"] >= len(told) > 0
    less_sure = drafts.draft_of(document, reader, MakeSettings(notes=8))
    assert set(told) <= set(asked(less_sure.items))


LINE = "“望得见山，看得见水，{{c1::记得住乡愁}}”"
DECORATED = """留住乡愁

古村落是先人留下的家园，老屋、古井、石桥里都有一个地方的记忆，拆掉了便再也回不来。
“望得见山，看得见水，记得住乡愁”是人们最为朴素的愿望。保护古村落，不能只刷白墙，更要留住人。
"""
VIEW = """江南的路

走在江南的路上，耳边响起“日出江花红胜火，春来江水绿如蓝”的诗句，让人心生向往。
乡村振兴，既要塑形，也要铸魂；既要富口袋，也要富脑袋。
"""


def test_a_famous_line_stands_alone_where_nothing_beside_it_is_asked_for(reader):
    document = Document(DECORATED, "line")
    texts = asked(drafts.draft_of(document, reader, MakeSettings(notes=9)).items)
    assert [text for text in texts if "望得见山" in text] == [LINE]


def test_a_view_is_never_all_that_a_note_asks_for(reader):
    items = drafts.draft_of(Document(VIEW, "view"), reader, MakeSettings(notes=9)).items
    assert items
    assert not any("春来江水" in answer for i in items for answer in re.findall(r"::(.*?)}}", i.text))
