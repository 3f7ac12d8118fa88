"""`jinju check` and the many ways of `jinju export`, as a person runs them."""

import difflib
import json
import sqlite3
import zipfile
from dataclasses import replace

import pytest
from tests.anki.decks import deck, essay_deck, item
from tests.e2e.test_cli import SECOND

from jinju.adapters.deck_file import read_deck, render_deck
from jinju.revise.edits import seal

GOOD = item(1, "用心用情用力解决群众的操心事、烦心事，以实干实效实绩{{c1::取信于民}}")
FAULTY = item(
    2,
    "我们要{{c2::真抓实干，}}绝不松劲&nbsp;半分",
    hints={2: ("四字格", "真抓实干")},
    before="贵在真抓实干，难在长久。",
)


@pytest.fixture
def deck_file(tmp_path):
    def write(name, *items, deck_name="金句::测试"):
        path = tmp_path / name
        here = [replace(i, paragraph=0) for i in items]
        path.write_text(render_deck(seal(deck(*here, name=deck_name), 1000)), encoding="utf-8")
        return path

    return write


def test_a_clean_deck_ends_with_nought(jinju, deck_file):
    status, out, _ = jinju("check", deck_file("a.yaml", GOOD))
    assert status == 0
    assert "1 items: 0 errors, 0 warnings, 0 notes; 0 fixed." in out


def test_a_finding_names_file_line_rule_and_remedy(jinju, deck_file):
    path = deck_file("a.yaml", GOOD, FAULTY)
    status, out, _ = jinju("check", path)
    assert status == 1
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "真抓实干，}}" in line)
    assert f"{path}:{number}: warning edge-punctuation [i0002]" in out
    before = next(n for n, line in enumerate(lines, 1) if line.startswith("  before: 贵在"))
    assert f"{path}:{before}: warning neighbour-tells [i0002]" in out
    assert "Move the punctuation out of the blank. (--fix does it)" in out


def test_findings_come_in_chinese_and_as_json(jinju, deck_file):
    path = deck_file("a.yaml", FAULTY)
    _, out, _ = jinju("check", path, lang="zh")
    assert "请把标点移到填空外面。" in out
    status, out, _ = jinju("check", path, "--json")
    whole = json.loads(out)
    assert status == 1
    assert not whole["clean"]
    assert {f["rule"] for f in whole["findings"]} == {
        *("edge-punctuation", "neighbour-tells", "hint-tells", "markup", "number-gap")
    }
    assert all(
        f["file"] == str(path) and f["line"] and f["message"] and f["remedy"] for f in whole["findings"]
    )
    assert all(f["fixable"] and not f["fixed"] for f in whole["findings"])


def test_a_fix_mends_its_lines_and_leaves_all_others(jinju, deck_file):
    path = deck_file("a.yaml", GOOD, FAULTY)
    text = path.read_text(encoding="utf-8").replace("- id: i0001", "# 我的批注\n- id: i0001")
    path.write_text(text, encoding="utf-8")
    status, out, _ = jinju("check", path, "--fix")
    assert status == 0, out
    assert out.count(": fixed ") == 5
    changes = [
        line
        for line in difflib.unified_diff(
            text.split("\n"), path.read_text(encoding="utf-8").split("\n"), lineterm="", n=0
        )
        if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changes == [
        "-    我们要{{c2::真抓实干，}}绝不松劲&nbsp;半分",
        "+    我们要{{c2::真抓实干}}，绝不松劲 半分",
        "-    2: [四字格, 真抓实干]",
        "-  before: 贵在真抓实干，难在长久。",
        "+    2: [四字格]",
        "+  retired: [1]",
    ]
    assert jinju("check", path)[0] == 0
    again = path.read_bytes()
    jinju("check", path, "--fix")
    assert path.read_bytes() == again


def test_a_fixed_deck_exports_with_its_items_dated(jinju, deck_file):
    path = deck_file("a.yaml", GOOD, FAULTY)
    jinju("check", path, "--fix")
    jinju("export", path)
    dated = {i.id: i.changed for i in read_deck(path).items}
    assert dated["i0001"] < dated["i0002"]
    assert jinju("check", path.with_suffix(".apkg"))[0] == 0


def test_faults_of_the_file_itself_are_findings_too(jinju, deck_file):
    path = deck_file("a.yaml", GOOD)
    broken = path.read_text(encoding="utf-8").replace("取信于民}}", "取信于民")
    path.write_text(broken, encoding="utf-8")
    other = deck_file("b.yaml", FAULTY)
    status, out, _ = jinju("check", path, other, "--fix")
    assert status == 1
    assert f"{path}:" in out
    assert "deck-cloze-unclosed" in out
    assert path.read_text(encoding="utf-8") == broken
    assert jinju("check", other)[0] == 0


def test_duplicates_across_decks_are_found_and_named(jinju, deck_file):
    one = deck_file("a.yaml", GOOD)
    two = deck_file("b.yaml", item(3, GOOD.text))
    status, out, _ = jinju("check", one, two)
    assert status == 1
    assert f"duplicate [i0003] the same sentence as item i0001 in {one}" in out
    assert jinju("check", one)[0] == jinju("check", two)[0] == 0


def test_a_package_is_checked_as_its_deck_file_is(jinju, deck_file, tmp_path):
    made = essay_deck()
    path = tmp_path / "essay.yaml"
    path.write_text(render_deck(seal(made, 1000)), encoding="utf-8")
    jinju("export", path)
    found = []
    for source in (path, path.with_suffix(".apkg")):
        _, out, _ = jinju("check", source, "--json")
        whole = json.loads(out)
        assert whole["items"] == len(made.items)
        found.append(sorted((f["rule"], f["item"]) for f in whole["findings"]))
    assert found[0] == found[1]


def test_a_package_is_never_changed(jinju, deck_file):
    path = deck_file("a.yaml", FAULTY)
    jinju("export", path)
    package = path.with_suffix(".apkg")
    before = package.read_bytes()
    status, _, err = jinju("check", package, "--fix")
    assert (status, package.read_bytes()) == (1, before)
    assert "a package is never changed" in err


def other_package(path, *fields, kind=1):
    """A package as another tool writes it."""
    models = {"7": {"id": 7, "name": "Other", "type": kind, "flds": [{"name": "Front"}, {"name": "Back"}]}}
    inner = path.with_suffix(".anki2")
    db = sqlite3.connect(inner)
    db.execute("create table col (models text, decks text)")
    db.execute("insert into col values (?, '{}')", [json.dumps(models)])
    db.execute("create table cards (nid integer, ord integer, did integer, odid integer)")
    db.execute("create table notes (id integer, guid text, mid integer, mod integer, flds text, tags text)")
    for number, (front, back) in enumerate(fields):
        db.execute(
            "insert into notes values (?, ?, 7, 0, ?, '')", [number, f"g{number}", f"{front}\x1f{back}"]
        )
    db.commit()
    db.close()
    with zipfile.ZipFile(path, "w") as package:
        package.write(inner, "collection.anki2")
        package.writestr("media", "{}")
    return path


def rules(jinju, path):
    _, out, _ = jinju("check", path, "--json")
    return {(f["item"], f["rule"]) for f in json.loads(out)["findings"]}


def test_another_tools_package_is_read_through_its_html(jinju, tmp_path):
    path = other_package(
        tmp_path / "other.apkg",
        ("<div>要做到<b>{{c1::实事求是}}</b>，因为实事求是&nbsp;才走得远</div>", "x"),
        ("没有填空的一句", ""),
        ("我们要{{c1::真抓实干，绝不松劲", ""),
        ("群众的小事就是{{c1::干部的大事::四字格}}<br>半点马虎不得", ""),
        ("办好民生实事，{{c1::贵在用心}}<script>alert(1)</script>", ""),
        ("与其{<!-- -->{c1:<!-- -->:坐而论道}<!-- -->}，不如{{c2::起而行之}}", ""),
        ("解决一件小事}}，{{c1::温暖一片人心}}，却也要{{c1:留心}}", ""),
    )
    assert rules(jinju, path) == {
        *(("g0", "answer-shown"), ("g1", "no-blank"), ("g2", "broken-cloze")),
        *(("g4", "markup"), ("g5", "number-gap"), ("g6", "broken-cloze")),
    }


def test_notes_that_are_no_cloze_notes_are_left_out(jinju, tmp_path):
    path = other_package(tmp_path / "basic.apkg", ("问", "答"), kind=0)
    status, out, _ = jinju("check", path)
    assert status == 0
    assert out.startswith("0 items")


@pytest.mark.parametrize("damage", ["empty", "text", "truncated", "no collection", "no database"])
def test_a_damaged_package_is_explained(jinju, deck_file, tmp_path, damage):
    whole = deck_file("a.yaml", GOOD)
    jinju("export", whole)
    data = whole.with_suffix(".apkg").read_bytes()
    path = tmp_path / "bad.apkg"
    if damage in ("no collection", "no database"):
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("media" if damage == "no collection" else "collection.anki2", "not a database")
    else:
        path.write_bytes({"empty": b"", "text": b"hello", "truncated": data[: len(data) // 2]}[damage])
    status, _, err = jinju("check", path)
    assert status == 1
    assert str(path) in err


def test_bad_usage_ends_with_two(jinju):
    assert jinju("check")[0] == 2
    assert jinju("check", "--no-such-option", "a.yaml")[0] == 2


def test_a_file_that_is_not_there_is_named(jinju, tmp_path):
    status, _, err = jinju("check", tmp_path / "gone.yaml")
    assert status == 1
    assert "gone.yaml" in err


# --- export ---------------------------------------------------------------------------------------------


@pytest.fixture
def two_decks(jinju, essay, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text(SECOND, encoding="utf-8")
    jinju("make", essay, second, "-o", tmp_path)
    return essay.with_suffix(".yaml"), second.with_suffix(".yaml")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        *(("a.txt", "#separator:tab"), ("a.csv", "deck,title"), ("a.md", "# 金句"), ("a.json", "{")),
        *(("a.html", "<!doctype html>"), ("a.worksheet.html", "<!doctype html>")),
    ],
)
def test_the_ending_of_the_file_says_the_format(jinju, two_decks, tmp_path, name, first):
    before = [path.read_bytes() for path in two_decks]
    status, out, _ = jinju("export", *two_decks, "-o", tmp_path / name)
    assert status == 0, out
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(first)
    assert "把小事办好" in text
    assert "民忧" in text
    assert [path.read_bytes() for path in two_decks] == before


def test_a_format_by_name_and_its_own_ending(jinju, two_decks):
    path = two_decks[0]
    assert jinju("export", path, "--to", "markdown")[0] == 0
    assert path.with_suffix(".md").exists()
    assert jinju("export", path, "--to", "csv", "--bom", "-o", path.with_suffix(".dat"))[0] == 0
    assert path.with_suffix(".dat").read_bytes().startswith(b"\xef\xbb\xbfdeck,")


def test_what_cannot_be_exported_is_explained(jinju, two_decks, tmp_path):
    for arguments, said in (
        ((*two_decks,), "-o all.apkg"),
        ((two_decks[0], "-o", tmp_path / "a.docx"), "its ending says no format"),
        ((two_decks[0], "--to", "word"), "no such format"),
        ((two_decks[0], "--to", "json", "-o", two_decks[0]), "never overwrites"),
        ((two_decks[0], "-o", tmp_path / "no" / "a.csv"), "no such folder"),
    ):
        before = two_decks[0].read_bytes()
        status, _, err = jinju("export", *arguments)
        assert status == 1
        assert said in err or "folder" in err
        assert two_decks[0].read_bytes() == before


def test_an_export_names_what_stands_twice(jinju, deck_file, tmp_path):
    one = deck_file("a.yaml", GOOD)
    two = deck_file("b.yaml", item(3, GOOD.text), GOOD, deck_name="金句::另一个")
    status, out, err = jinju("export", one, two, "-o", tmp_path / "all.apkg")
    assert status == 0
    assert "2 notes, 2 cards" in out
    assert "i0001 stands in more than one" in err
    assert "i0001 and i0003 hold the same sentence" in err
    _, out, _ = jinju("export", one, two, "-o", tmp_path / "all.apkg", "--json")
    assert sorted(t["kind"] for t in json.loads(out)["twins"]) == ["id", "sentence"]
