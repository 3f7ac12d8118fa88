"""Which notes make a deck: never weaker ones for being few, a few more where many are good."""

import re
from pathlib import Path

import pytest
from tests.workshop import workshop_of

from jinju.cards.build import asks_only, build_items, clip_of, how_many
from jinju.model.article import Span
from jinju.model.document import Document
from jinju.model.errors import UserError
from jinju.model.picks import Quote
from jinju.model.settings import MakeSettings
from jinju.workflows import drafts
from jinju.workflows.reading import Reader

EXAMPLE = Path(__file__).parents[3] / "decks" / "xianchang-bangong" / "article.txt"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


# Some lines that argue, more that are less sure.
PLAIN = Document(
    "守住清廉\n\n不矜细行，终累大德。为政者要耐得住寂寞、守得住清贫。\n"
    "干部心里要有一杆秤，称得出轻重；手中要有一把尺，量得出长短。\n"
    "改革发展任重道远，要不断增强党员干部的担当精神。\n发展进入深水区，每往前一步都需要滚石上山的勇气。\n",
    "plain",
)
EXAMPLE_DOCUMENT = Document(EXAMPLE.read_text(encoding="utf-8"), "example")


def made(reader, document=EXAMPLE_DOCUMENT, **wishes):
    return [i for i in drafts.draft_of(document, reader, MakeSettings(**wishes)).items if i.score]


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
    usual, few, many = (made(reader, PLAIN, notes=n) for n in (None, 1, 40))
    best = sorted((i for i in usual if i.text in asked(usual)), key=lambda i: -i.score)
    assert asked(few) == [best[0].text]
    assert set(asked(usual)) < set(asked(many))
    assert min(i.score for i in many) >= drafts.SPARE


def test_a_draft_knows_how_many_notes_it_could_give(reader):
    usual = drafts.draft_of(PLAIN, reader, MakeSettings())
    every = drafts.draft_of(PLAIN, reader, MakeSettings(notes=40))
    assert len(asked(usual.items)) < usual.possible == len(asked(every.items)) == every.possible


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


@pytest.mark.parametrize(
    ("rest", "only"), [("是人们最朴素的愿望。", True), ("，兴村要久久为功、善作善成。", False)]
)
def test_whether_a_note_asks_for_a_line_only(reader, rest, only):
    picked = reader.picked(Document(f"“望得见山，看得见水，记得住乡愁”{rest}", "line"))
    quote = Quote(Span(0, len(picked.article.text)), 0.9, ())
    clip = clip_of(quote, picked.picks, workshop_of(picked))
    assert asks_only(picked.picks.citations[0].span, clip) is only


def test_what_two_notes_would_ask_for_the_better_one_has(reader):
    weak, strong = "追求快慢平衡，方可行稳致远。", "唯有快慢平衡，才能行稳致远。"
    picked = reader.picked(Document(f"{weak}\n{strong}", "twice"))
    shop = workshop_of(picked)
    clips = [
        clip_of(Quote(s.span, score, ()), picked.picks, shop)
        for s, score in zip(picked.article.sentences, (0.6, 0.9), strict=True)
    ]
    assert how_many(clips) == 1
    assert asked(build_items(clips, shop)) == ["唯有快慢平衡，才能{{c1::行稳致远}}。"]


def test_a_collection_of_lines_costs_no_more_notes_than_an_essay(reader, monkeypatch):
    halves = ("路漫漫其修远兮，吾将上下而求索", "博观而约取，厚积而薄发", "沉舟侧畔千帆过，病树前头万木春")
    lines = "\n".join(f"{line}。第{n}天。" for n in range(100) for line in halves)
    made = []

    def counted(*args):
        made.append(args)
        return clip_of(*args)

    monkeypatch.setattr(drafts, "clip_of", counted)
    drafts.draft_of(Document(lines, "lines"), reader, MakeSettings(notes=9))
    assert len(made) <= drafts.ROUNDS * 2 * 25
