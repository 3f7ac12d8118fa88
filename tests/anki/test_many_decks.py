"""Several deck files in one package, in real Anki."""

from dataclasses import replace

from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import deck, essay_deck, item

from jinju.adapters.apkg import write_decks
from jinju.adapters.deck_file import write_deck
from jinju.cards.note import notes_of
from jinju.model.settings import MakeSettings
from jinju.revise.edits import seal
from jinju.workflows.export import export
from jinju.workflows.make import MakeOptions, make

OTHER = deck(
    item(21, "学{{c1::本领}}、练{{c2::功夫}}、长本事，一样也不能少", paragraph=0),
    item(22, "与其坐而论道，不如{{c1::起而行之}}", paragraph=0),
    name="金句::另一个::子牌组",
)


def homes(col):
    return {
        (guid, card.ord + 1): col.decks.name(card.did)
        for guid, note in notes(col).items()
        for card in note.cards()
    }


def test_every_deck_file_keeps_its_deck(col, tmp_path):
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path, made in zip(paths, (essay_deck(), OTHER), strict=True):
        write_deck(path, seal(made, 1000), state=tmp_path / "state")
    report = export(paths, tmp_path / "all.apkg", now=2000)
    log = take_in(col, tmp_path / "all.apkg")
    assert log == {"new": len(essay_deck().items) + 2}
    assert report.package.notes == log["new"]
    where = homes(col)
    assert where["i0001", 1] == "金句::测试"
    assert {where["i0021", 1], where["i0021", 2], where["i0022", 1]} == {"金句::另一个::子牌组"}
    assert faults(col) == []
    alone = replace(OTHER)
    write_decks([(alone.name, notes_of(alone, 0))], tmp_path / "alone.apkg")
    assert take_in(col, tmp_path / "alone.apkg") == {"duplicate": 2}


def test_an_item_of_two_files_arrives_once(col, tmp_path):
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    write_deck(paths[0], seal(OTHER, 1000), state=tmp_path / "state")
    write_deck(paths[1], seal(replace(OTHER, name="金句::副本"), 1000), state=tmp_path / "state")
    report = export(paths, tmp_path / "all.apkg", now=2000)
    assert take_in(col, tmp_path / "all.apkg") == {"new": 2}
    assert [t.kind for t in report.twins] == ["id", "id"]
    assert set(homes(col).values()) == {OTHER.name}


def test_files_of_one_deck_are_learnt_one_after_the_other(col, tmp_path):
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    write_deck(paths[0], seal(replace(essay_deck(), name="甲"), 1000), state=tmp_path / "state")
    write_deck(paths[1], seal(replace(OTHER, name="甲"), 1000), state=tmp_path / "state")
    export(paths, tmp_path / "all.apkg", now=2000)
    take_in(col, tmp_path / "all.apkg")
    due = {guid: {card.due for card in note.cards()} for guid, note in notes(col).items()}
    assert all(len(places) == 1 for places in due.values())
    assert min(due["i0021"]) > max(max(places) for guid, places in due.items() if guid < "i0021")


def test_a_folder_made_by_theme_is_a_tree_of_decks(col, tmp_path, monkeypatch):
    for name in ("STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    articles = {
        "民生/a.txt": (
            "把小事办好\n\n民生无小事，枝叶总关情。办好民生实事，贵在用心、重在用情、成在用力。\n"
            "民生的小事就是干部的大事，解决一件小事，温暖一片人心；办砸一件小事，寒了一方百姓。\n"
            "与其坐而论道，不如起而行之；与其纸上谈兵，不如躬身入局。\n"
        ),
        "b.txt": (
            "让诚信成为风尚\n\n诚信是立身之本、兴业之基。一人讲诚信，路路畅通；人人讲诚信，处处春风。\n"
            "弘扬诚信，既要有春风化雨的教育，又要有真刀真枪的惩戒，让守信者昂首挺胸、失信者寸步难行。\n"
        ),
    }
    for path, text in articles.items():
        (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / path).write_text(text, encoding="utf-8")
    options = MakeOptions(tmp_path / "all.apkg", by_theme=True)
    report = make([str(tmp_path / "in")], options, MakeSettings(), now=1_790_000_000)
    log = take_in(col, tmp_path / "all.apkg")
    assert log == {"new": sum(d.notes for d in report.decks)}
    assert set(homes(col).values()) == {"金句::民生::把小事办好", "金句::诚信::让诚信成为风尚"}
    assert faults(col) == []
