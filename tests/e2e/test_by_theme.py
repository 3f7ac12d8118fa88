"""A folder of articles made in one go: sub-decks by theme, and sentences that stand in several of them."""

import json

import pytest

from jinju.adapters.deck_file import read_deck
from jinju.revise.identity import clip

SHARED = "与其坐而论道，不如起而行之；与其纸上谈兵，不如躬身入局。"
SMALL = f"""把小事办好

民生无小事，枝叶总关情。办好民生实事，贵在用心、重在用情、成在用力。
民生的小事就是干部的大事，解决一件小事，温暖一片人心；办砸一件小事，寒了一方百姓。
{SHARED}
"""
GREEN = f"""守住绿水青山

生态好不好，百姓最知道。保护生态，要算长远账、算整体账、算综合账，不能寅吃卯粮、急功近利。
山水有情，生态无价；人不负青山，青山定不负人。
{SHARED}
"""
LOOSE = """让诚信成为风尚

诚信是立身之本、兴业之基。一人讲诚信，路路畅通；人人讲诚信，处处春风。
弘扬诚信，既要有春风化雨的教育，又要有真刀真枪的惩戒，让守信者昂首挺胸、失信者寸步难行。
"""


@pytest.fixture
def folder(tmp_path):
    for path, text in (("民生/a.txt", SMALL), ("生态/a.txt", GREEN), ("c.txt", LOOSE)):
        (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / path).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def below(folder, suffix):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob(f"*{suffix}"))


def clips(path):
    return [clip(item) for item in read_deck(path).items]


def test_each_article_has_a_deck_below_its_folder_or_topic(jinju, folder):
    status, out, err = jinju("make", folder, "--by-theme", "--json")
    assert status == 0, err
    decks = {d["deck"]: d["deck_file"] for d in json.loads(out)["decks"]}
    assert decks == {
        "金句::民生::把小事办好": str(folder / "民生" / "a.yaml"),
        "金句::生态::守住绿水青山": str(folder / "生态" / "a.yaml"),
        "金句::诚信::让诚信成为风尚": str(folder / "c.yaml"),
    }
    assert below(folder, ".apkg") == ["c.apkg", "民生/a.apkg", "生态/a.apkg"]


def test_a_folder_for_the_output_keeps_files_of_one_name_apart(jinju, folder, tmp_path):
    assert jinju("make", folder, "--by-theme", "-o", tmp_path / "out", "--deck", "申论")[0] == 0
    assert below(tmp_path / "out", ".yaml") == ["c.yaml", "民生/a.yaml", "生态/a.yaml"]
    assert read_deck(tmp_path / "out" / "生态" / "a.yaml").name == "申论::生态::守住绿水青山"


def test_one_package_by_theme_has_its_deck_files_beside_it_and_updates_them(jinju, folder, tmp_path):
    package = tmp_path / "all.apkg"
    status, out, err = jinju("make", folder, "--by-theme", "-o", package, "--json")
    assert status == 0, err
    assert {d["package"] for d in json.loads(out)["decks"]} == {str(package)}
    assert below(tmp_path, ".yaml") == ["all/c.yaml", "all/民生/a.yaml", "all/生态/a.yaml"]
    before = {p: p.read_bytes() for p in [package, *tmp_path.rglob("*.yaml")]}
    assert jinju("make", folder, "--by-theme", "-o", package)[0] == 0
    assert {p: p.read_bytes() for p in before} == before
    assert "nothing would change" in jinju("diff", folder, "--by-theme", "-o", package)[1]
    again = tmp_path / "again.apkg"
    assert jinju("export", *sorted((tmp_path / "all").rglob("*.yaml")), "-o", again)[0] == 0


def test_without_by_theme_one_package_is_one_deck_that_asks_a_sentence_once(jinju, folder, tmp_path):
    package = tmp_path / "all.apkg"
    status, out, err = jinju("make", folder, "-o", package, "--json")
    assert status == 0, err
    (deck,) = json.loads(out)["decks"]
    repeats = deck["repeats"]
    assert {(r["kind"], r["here"], r["there"]) for r in repeats} == {("once", "守住绿水青山", "把小事办好")}
    held = clips(tmp_path / "all.yaml")
    assert all(r["text"] in SHARED and held.count(r["text"]) == 1 for r in repeats)
    before = (tmp_path / "all.yaml").read_bytes()
    assert "is asked once, in “把小事办好”" in jinju("make", folder, "-o", package)[2]
    assert (tmp_path / "all.yaml").read_bytes() == before


def test_separate_decks_both_ask_it_and_it_is_told(jinju, folder):
    status, _, err = jinju("make", folder, "--by-theme")
    assert status == 0
    assert "is asked in two decks, “金句::民生::把小事办好” and “金句::生态::守住绿水青山”" in err
    both = [set(clips(folder / name / "a.yaml")) for name in ("民生", "生态")]
    assert both[0] & both[1]
    assert "两个牌组里都会问到" in jinju("make", folder, "--by-theme", lang="zh")[2]


def test_the_same_article_in_two_folders_is_one_deck_of_the_package(jinju, folder, tmp_path):
    (folder / "生态" / "copy.txt").write_text(SMALL, encoding="utf-8")
    status, out, _ = jinju("make", folder, "--by-theme", "-o", tmp_path / "all.apkg", "--json")
    assert status == 0
    assert [d["deck"] for d in json.loads(out)["decks"]].count("金句::民生::把小事办好") == 1
    assert len(json.loads(out)["decks"]) == 3
    assert "as the same note" in jinju("make", folder, "--by-theme")[2]


def test_a_broken_deck_file_leaves_the_others_in_the_package(jinju, folder, tmp_path):
    package = tmp_path / "all.apkg"
    jinju("make", folder, "--by-theme", "-o", package)
    broken = tmp_path / "all" / "c.yaml"
    broken.write_text("items: [", encoding="utf-8")
    status, out, err = jinju("make", folder, "--by-theme", "-o", package, "--json")
    assert status == 1
    assert "c.yaml" in err
    assert len(json.loads(out)["decks"]) == 2
    assert broken.read_text(encoding="utf-8") == "items: ["


def test_a_file_in_the_place_of_a_folder_is_named(jinju, folder, tmp_path):
    (tmp_path / "all").touch()
    status, _, err = jinju("make", folder, "--by-theme", "-o", tmp_path / "all.apkg")
    assert status == 1
    assert "all" in err
    assert not (tmp_path / "all.apkg").exists()
