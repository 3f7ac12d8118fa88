"""The commands as a person types them, in a process of their own."""

import json
import os
import re

import pytest

from jinju.adapters.deck_file import read_deck
from jinju.model.cloze import parse

SECOND = """把小事办好

民生无小事，枝叶总关情。办好民生实事，贵在用心、重在用情、成在用力。
群众的小事就是干部的大事，解决一件小事，温暖一片人心；办砸一件小事，寒了一方百姓。
与其坐而论道，不如起而行之；与其纸上谈兵，不如躬身入局。
"""


def test_make_writes_a_package_and_a_deck_file_beside_the_article(jinju, essay):
    status, out, _ = jinju("make", essay)
    assert status == 0
    assert essay.with_suffix(".apkg").exists()
    assert "金句::让人民群众真正从“下基层”中得实惠" in essay.with_suffix(".yaml").read_text()
    assert "essay.apkg" in out


def test_the_same_article_made_twice_from_nothing_has_the_same_ids(jinju, essay, tmp_path):
    files = []
    for name in ("one", "two"):
        jinju("make", essay, "-o", tmp_path / name)
        files.append((tmp_path / name / "essay.yaml").read_text())
    ids = [[line for line in text.splitlines() if line.startswith("- id:")] for text in files]
    assert ids[0] == ids[1]
    assert len(ids[0]) > 10


def test_making_again_changes_nothing(jinju, essay):
    jinju("make", essay)
    before = essay.with_suffix(".yaml").read_bytes(), essay.with_suffix(".apkg").read_bytes()
    jinju("make", essay)
    assert (essay.with_suffix(".yaml").read_bytes(), essay.with_suffix(".apkg").read_bytes()) == before


def test_an_article_that_grew_is_counted_with_what_it_had(jinju, tmp_path):
    path = tmp_path / "second.txt"
    path.write_text(SECOND)
    first = json.loads(jinju("make", path, "--json")[1])["decks"][0]
    path.write_text(SECOND + "学本领、练功夫、长本事，方能行稳致远；用心、用情、用力，才能久久为功。\n")
    second = json.loads(jinju("make", path, "--json")[1])["decks"][0]
    assert second["notes"] == len(read_deck(path.with_suffix(".yaml")).items) >= first["notes"] > 0


def test_json_tells_programs_the_same(jinju, essay):
    status, out, _ = jinju("make", essay, "--json", "--tag", "基层治理")
    report = json.loads(out)["decks"][0]
    assert status == 0
    assert report["written"] is True
    assert 12 <= report["notes"] <= 25
    assert report["cards"] >= report["notes"]
    assert report["articles"][0]["repairs"]["pinyin"] > 0
    assert "基层治理" in essay.with_suffix(".yaml").read_text()


def test_dry_run_writes_nothing(jinju, essay, tmp_path):
    status, out, _ = jinju("make", essay, "--dry-run", "-o", tmp_path / "new")
    assert status == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["essay.txt"]
    assert "Would make" in out


def test_standard_input_goes_to_the_current_folder_under_its_title(jinju, tmp_path):
    status, _, _ = jinju("make", "-", stdin=SECOND.encode())
    assert status == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["把小事办好.apkg", "把小事办好.yaml"]


def test_several_articles_give_a_pair_each_or_one_merged_deck(jinju, essay, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text(SECOND)
    assert jinju("make", essay, second, "-o", tmp_path / "out")[0] == 0
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["essay.apkg", "essay.yaml", "second.apkg", "second.yaml"]
    status, out, _ = jinju("make", essay, second, "-o", tmp_path / "both.apkg", "--deck", "申论", "--json")
    report = json.loads(out)["decks"]
    assert status == 0
    assert [(d["deck"], len(d["articles"])) for d in report] == [("申论", 2)]
    assert (tmp_path / "both.yaml").exists()


def test_a_broken_article_among_good_ones_is_named_and_the_good_ones_come_out(jinju, essay, tmp_path):
    (tmp_path / "empty.txt").touch()
    status, _, err = jinju("make", essay, tmp_path / "empty.txt", tmp_path / "absent.txt")
    assert status == 1
    assert "empty.txt" in err
    assert "absent.txt" in err
    assert essay.with_suffix(".apkg").exists()


def test_an_edit_outlives_making_again_and_force_keeps_a_backup(jinju, essay):
    jinju("make", essay)
    deck = essay.with_suffix(".yaml")
    edited = deck.read_text().replace("items:", "# my own note\nitems:", 1).replace("民心}}", "民心所向}}", 1)
    deck.write_text(edited)
    assert "you edited it" in jinju("diff", essay)[1]
    assert deck.read_text() == edited
    assert jinju("make", essay)[0] == 0
    assert "# my own note" in deck.read_text()
    assert "民心所向}}" in deck.read_text()
    assert jinju("undo", deck)[0] == 0
    assert deck.read_text() == edited
    assert jinju("make", essay, "--force")[0] == 0
    assert deck.with_name("essay.yaml.bak").read_text() == edited
    assert "# my own note" not in deck.read_text()


def test_cards_limits_the_notes_of_an_article(jinju, essay):
    _, out, _ = jinju("make", essay, "--cards", "5", "--json", "--dry-run")
    assert json.loads(out)["decks"][0]["notes"] <= 5 + 1


def test_what_is_not_sure_is_made_only_where_it_is_asked_for(jinju, tmp_path):
    text = (
        "放学的路上\n\n那天放学，我一个人走在路上，心里很不是滋味。\n"
        "妈妈说过，做人要脚踏实地，不能好高骛远。我低着头，她的话在耳边响起。\n"
        "爷爷说，宝剑锋从磨砺出，梅花香自苦寒来。他的手上全是老茧，我看着他，说不出话来。\n"
        "后来，我每天早起读书，他陪着我，她为我做饭。我终于明白，一分耕耘，一分收获。\n"
    )
    (tmp_path / "tale.txt").write_text(text, encoding="utf-8")
    status, _, said = jinju("make", "tale.txt")
    assert status == 1
    assert "--cards 1" in said
    assert not (tmp_path / "tale.apkg").exists()
    _, out, _ = jinju("make", "tale.txt", "--cards", "8", "--json")
    assert json.loads(out)["decks"][0]["articles"][0]["spare"] == 0
    assert (tmp_path / "tale.apkg").exists()


def test_a_small_deck_says_how_many_more_notes_there_could_be(jinju, essay):
    _, out, _ = jinju("make", essay, "--dry-run", "--cards", "2", "--json")
    article = json.loads(out)["decks"][0]["articles"][0]
    assert article["spare"] > 8
    more = article["notes"] + article["spare"]
    assert (
        f"{article['spare']} more with --cards {more}" in jinju("make", essay, "--dry-run", "--cards", "2")[1]
    )
    assert "more with --cards" not in jinju("make", essay, "--dry-run")[1]


def test_the_advice_to_ask_for_more_takes_no_note_from_another_article(jinju, essay, tmp_path):
    small = (
        "守住清廉\n\n不矜细行，终累大德。为政者要耐得住寂寞、守得住清贫。\n"
        "干部心里要有一杆秤，称得出轻重；手中要有一把尺，量得出长短。\n"
        "改革发展任重道远，要不断增强党员干部的担当精神。\n发展进入深水区，每往前一步都需要滚石上山的勇气。\n"
    )
    (tmp_path / "small.txt").write_text(small, encoding="utf-8")
    both = ("make", essay, tmp_path / "small.txt", "-o", tmp_path / "exam.apkg", "--dry-run")
    before = [a["notes"] for a in json.loads(jinju(*both, "--json")[1])["decks"][0]["articles"]]
    advice = re.search(r"with --cards (\d+)", jinju(*both)[1])
    assert advice
    after = json.loads(jinju(*both, "--json", "--cards", advice[1])[1])["decks"][0]["articles"]
    assert all(a["notes"] >= n for a, n in zip(after, before, strict=True))
    assert sum(a["notes"] for a in after) > sum(before)


def test_pick_ranks_phrases_and_sentences_with_reasons_and_spans(jinju, essay, tmp_path):
    status, out, _ = jinju("pick", essay, "--json")
    picked = json.loads(out)
    assert status == 0
    phrases = {p["text"]: p for p in picked["phrases"]}
    assert "引号热词“最后一公里”" in [r["words"] for r in phrases["最后一公里"]["reasons"]]
    scores = [p["score"] for p in picked["sentences"]]
    assert scores == sorted(scores, reverse=True)
    assert all(p["end"] - p["start"] == len(p["text"]) for p in picked["phrases"] + picked["sentences"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["essay.txt"]
    assert "最后一公里" in jinju("pick", essay)[1]


def test_export_builds_the_package_without_the_article(jinju, essay, tmp_path):
    jinju("make", essay)
    essay.unlink()
    status, out, _ = jinju("export", tmp_path / "essay.yaml", "-o", tmp_path / "again.apkg")
    assert status == 0
    assert (tmp_path / "again.apkg").read_bytes() == (tmp_path / "essay.apkg").read_bytes()
    assert "again.apkg" in out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("absent.txt", None),
        ("empty.txt", b""),
        ("binary.bin", bytes(range(256)) * 40),
        ("space.txt", b" \n\n "),
    ],
)
def test_bad_input_is_one_message_and_no_file(jinju, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = sorted(tmp_path.iterdir())
    status, out, err = jinju("make", tmp_path / name)
    assert status == 1
    assert name in err
    assert len(err.strip().splitlines()) <= 2
    assert out == ""
    assert sorted(tmp_path.iterdir()) == before


def test_an_article_with_nothing_worth_picking_says_so(jinju, tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("名单\n张三、李四、王五。\n1、2、3。\n")
    status, _, err = jinju("make", path)
    assert status == 1
    assert "nothing worth memorising" in err
    assert "没有找到" in jinju("make", path, lang="zh_CN.UTF-8")[2]


def test_usage_errors_exit_with_2_and_help_has_examples(jinju):
    assert jinju("make")[0] == 2
    assert jinju("make", "x.txt", "--cards", "none")[0] == 2
    assert "jinju make" in jinju("make", "--help")[1]
    assert jinju("--version")[1].startswith("jinju ")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_folder_is_named(jinju, essay, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    status, _, err = jinju("make", essay, "-o", folder)
    assert status == 1
    assert "locked" in err


def test_hostile_text_reaches_the_cards_as_text(jinju, tmp_path):
    path = tmp_path / "hostile.txt"
    path.write_text(
        "花括号与标记\n\n"
        "写代码的人要心中有数、手中有法：{{c1::不是填空}}，记住 1 < 2 && 3 > 2 :: 真。\n"
        "既要仰望星空、又要脚踏实地，把 \\(x^{2}}\\) 写对😀，把“最后一公里”走好。\n"
        "学本领、练功夫、长本事，方能行稳致远；用心、用情、用力，才能久久为功。\n"
    )
    status, _, _ = jinju("make", path)
    assert status == 0
    loaded = read_deck(path.with_suffix(".yaml"))
    hidden = [
        a for item in loaded.items for n in parse(item.text).numbers for a in parse(item.text).answers(n)
    ]
    assert hidden
    assert not any("不是填空" in answer and len(answer) < 9 for answer in hidden)
