"""Every example deck, and decks made of essays that the tests wrote, in a real Anki collection."""

from pathlib import Path

import pytest
from tests.anki.collection import faults, notes, take_in

from jinju.adapters.deck_file import read_deck
from jinju.model.cloze import parse
from jinju.model.settings import MakeSettings
from jinju.workflows.check import check
from jinju.workflows.export import export
from jinju.workflows.make import MakeOptions, make

ROOT = Path(__file__).resolve().parents[2]
DECKS = sorted((ROOT / "decks").glob("*/*.yaml"))
NOW = 1_800_000_000
ESSAYS = {
    "四字与排比": (
        "以奋斗书写青春\n"
        "青春是用来奋斗的。青年人要有敢为人先的锐气、攻坚克难的勇气、久久为功的韧劲。\n"
        "奋斗不是一时的心血来潮，而是一生的矢志不渝；不是口头上的豪言壮语，而是行动上的脚踏实地。"
        "学习是成长的阶梯，实践是成才的熔炉，担当是成事的基石。\n"
        "古人云：“不积跬步，无以至千里；不积小流，无以成江海。”唯有从点滴做起，方能行稳致远。\n"
    ),
    "花括号与标记": (
        "把代码写对\n"
        "写代码的人要心中有数、手中有法：{{c1::不是填空}}，记住 1 < 2 && 3 > 2 :: 真。\n"
        "既要仰望星空、又要脚踏实地，把 \\(x^{2}\\) 写对😀，把“最后一公里”走好。\n"
        "学本领、练功夫、长本事，方能行稳致远；守正创新、久久为功，才能不负韶华。\n"
    ),
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    folder.chmod(0o700)
    return folder


def promised(deck):
    return sum(len(parse(item.text).numbers) for item in deck.items if item.keep)


def judge(col, package, deck):
    take_in(col, package)
    assert faults(col) == []
    assert len(notes(col)) == sum(item.keep for item in deck.items)
    assert col.card_count() == promised(deck)


@pytest.mark.parametrize("path", DECKS, ids=lambda p: p.parent.name)
def test_an_example_deck_is_faultless(col, path, tmp_path):
    copy = tmp_path / "deck.yaml"
    copy.write_bytes(path.read_bytes())
    package = tmp_path / "deck.apkg"
    assert export([copy], package, now=NOW).edited == ()
    judge(col, package, read_deck(copy))


def test_the_example_deck_is_what_the_program_makes_of_its_article(tmp_path, cache):
    article = ROOT / "decks" / "xianchang-bangong" / "article.txt"
    options = MakeOptions(out=tmp_path)
    (made,) = make([str(article)], options, MakeSettings(), now=NOW, cache=cache).decks
    fresh, kept = read_deck(made.deck_file), read_deck(article.with_suffix(".yaml"))
    assert [(i.id, i.text, i.hints) for i in fresh.items] == [(i.id, i.text, i.hints) for i in kept.items]
    assert 12 <= len(fresh.items) <= 25


@pytest.mark.parametrize("path", DECKS, ids=lambda p: p.parent.name)
def test_an_example_deck_passes_its_own_check(path, cache):
    assert check([path], cache=cache).findings == ()


@pytest.mark.parametrize("name", ESSAYS)
def test_a_deck_made_of_an_essay_is_faultless(col, tmp_path, cache, name):
    article = tmp_path / "essay.txt"
    article.write_text(ESSAYS[name], encoding="utf-8")
    (made,) = make([str(article)], MakeOptions(), MakeSettings(), now=NOW, cache=cache).decks
    judge(col, made.package, read_deck(made.deck_file))
