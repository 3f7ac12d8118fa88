"""What a real collection holds after `push`, spoken to as the AnkiConnect add-on would."""

import json
from dataclasses import replace

import pytest
from tests.anki.collection import faults, notes, take_in
from tests.anki.connect_server import AnkiConnectServer
from tests.anki.decks import deck, essay_deck, item
from tests.anki.home import NOW

from jinju.adapters import note_type
from jinju.adapters.apkg import write_apkg
from jinju.adapters.deck_file import read_deck
from jinju.cards.note import notes_of
from jinju.model.errors import UserError
from jinju.model.ledger import Ledger, Refusal
from jinju.revise.edits import seal
from jinju.workflows.anki import AnkiOptions
from jinju.workflows.push import PushOptions, push


def state(col):
    """All that a learner would miss: notes, cards, schedules, reviews."""
    return (
        {
            guid: (n.id, n.mod, tuple(n.fields), tuple(n.tags), n.mid)
            for guid, n in sorted(notes(col).items())
        },
        col.db.all(
            "select id, nid, did, ord, type, queue, due, ivl, reps, lapses, mod from cards order by id"
        ),
        col.db.all("select * from revlog order by id"),
    )


def schedules(col):
    return col.db.all("select id, nid, ord, type, queue, due, ivl, reps, lapses from cards order by id")


def study(col, times=12):
    col.decks.select(col.decks.id("金句::测试"))
    for turn in range(times):
        card = col.sched.getCard()
        card.start_timer()
        col.sched.answerCard(card, (3, 4, 1)[turn % 3])


def learner(col, guid, tags=(), **fields):
    """An edit in Anki's own editor."""
    note = notes(col)[guid]
    for name, value in fields.items():
        note[name] = value
    note.tags += list(tags)
    col.update_note(note)


def actions(report):
    return {s.item: s.action for s in report.steps if s.action != "same"}


def test_a_push_makes_what_a_package_would(col, server, home, tmp_path):
    made = essay_deck()
    home.write(made)
    report = home.push(server)
    assert report.count("create") == len(made.items)
    assert report.refused == {}
    assert faults(col) == []
    assert set(notes(col)) == {i.id for i in made.items}
    assert {c.did for n in notes(col).values() for c in n.cards()} == {col.decks.id("金句::测试")}
    assert [c.due for n in notes(col).values() for c in n.cards()] == sorted(
        c.due for n in notes(col).values() for c in n.cards()
    )
    assert {n.mid for n in notes(col).values()} == {note_type.ID}
    assert "addNotes" not in server.asked


def test_pushed_twice_nothing_changes(col, server, home):
    home.write(essay_deck())
    home.push(server)
    study(col)
    before = state(col)
    server.asked.clear()
    report = home.push(server)
    assert {s.action for s in report.steps} == {"same"}
    assert state(col) == before
    writing = {"importPackage", "updateNoteFields", "addTags", "removeTags", "deleteNotes", "storeMediaFile"}
    assert writing.isdisjoint(server.asked)


def test_a_dry_run_writes_nowhere(col, server, home):
    home.write(essay_deck())
    text = home.path.read_bytes()
    report = home.push(server, dry_run=True)
    assert report.count("create") == 9
    assert notes(col) == {}
    assert home.path.read_bytes() == text
    assert not (home.folder / "state" / "anki").exists()


def test_an_edited_item_is_updated_alone_and_its_reviews_stay(col, server, home):
    home.write(essay_deck())
    home.push(server)
    study(col)
    before, mods = schedules(col), {g: n.mod for g, n in notes(col).items()}
    home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
    report = home.push(server)
    assert actions(report) == {"i0001": "update"}
    assert "{{c3::幸福感}}" in notes(col)["i0001"]["Text"]
    assert schedules(col) == before
    assert {g: n.mod for g, n in notes(col).items() if g != "i0001"} == {
        g: m for g, m in mods.items() if g != "i0001"
    }
    assert faults(col) == []
    assert read_deck(home.path).items[0].changed == home.now
    assert actions(home.push(server)) == {}


def test_a_blank_more_is_one_new_card_and_a_blank_less_is_reported(col, server, home):
    home.write(deck(item(1, "学{{c1::本领}}、练{{c2::功夫}}、长本事", kinds={1: "slot", 2: "slot"})))
    home.push(server)
    study(col, 2)
    before = schedules(col)
    home.edit("长本事", "长{{c3::本事}}")
    home.push(server)
    after = schedules(col)
    assert [card for card in after if card in before] == before
    assert len(after) == 3
    home.edit("学{{c1::本领}}", "学本领")
    report = home.push(server)
    assert report.steps[0].emptied == (1,)
    assert schedules(col) == after
    assert [f[:3] for f in faults(col) if f[0] == "empty card"] == [("empty card", "i0001", 1)]


def test_a_learners_edit_of_a_note_that_we_did_not_change_stays(col, server, home):
    home.write(essay_deck())
    home.push(server)
    theirs = notes(col)["i0003"]["Text"].replace("民忧", "民愁")
    learner(col, "i0003", Text=theirs, Spare1="我的联想", tags=["我的"])
    before = state(col)
    report = home.push(server)
    assert actions(report) == {"i0003": "theirs"}
    assert report.steps[2].kept == ("Text",)
    assert state(col) == before


def test_what_both_changed_stays_the_learners_until_overwrite(col, server, home):
    home.write(essay_deck())
    home.push(server)
    study(col)
    learner(col, "i0003", Text=notes(col)["i0003"]["Text"].replace("民忧", "民愁"), tags=["我的"])
    home.edit("得的是{{c3::民心}}", "赢的是{{c3::民心}}")
    home.edit("theme: 调查研究", "theme: 作风")
    before = schedules(col)
    for _ in range(2):
        assert actions(home.push(server)) == {"i0003": "conflict"}
        held = notes(col)["i0003"]
        assert "民愁" in held["Text"]
        assert "赢的" not in held["Text"]
        assert held["Theme"] == "作风"  # the learner had not touched that
    assert actions(home.push(server, overwrite=True)) == {"i0003": "update"}
    held = notes(col)["i0003"]
    assert "民愁" not in held["Text"]
    assert "赢的" in held["Text"]
    assert "我的" in held.tags
    assert schedules(col) == before
    assert actions(home.push(server)) == {}


def test_only_tags_that_we_wrote_and_dropped_are_removed(col, server, home):
    home.write(deck(item(1, "学{{c1::本领}}", tags=("甲", "乙"))))
    home.push(server)
    note = notes(col)["i0001"]
    note.tags = ["乙", "我的", "leech"]  # one of ours taken off, two added
    col.update_note(note)
    assert actions(home.push(server)) == {}
    home.edit("tags: [甲, 乙]", "tags: [甲, 丙]")
    report = home.push(server)
    assert (report.steps[0].add, report.steps[0].remove) == (("丙",), ("乙",))
    assert sorted(notes(col)["i0001"].tags) == sorted(["丙", "我的", "leech"])
    assert actions(home.push(server)) == {}


def test_a_touch_in_the_editor_is_no_edit(col, server, home):
    r"""Anki's editor writes a field down in its own way: entities as signs, comments gone, a last <br>."""
    home.write(deck(item(1, r"比如 \{\{x\}\} a<b & {{c1::std\:\:vector}} 等")))
    home.push(server)
    was = notes(col)["i0001"]["Text"]
    learner(col, "i0001", Text=was.replace(" 等", "&nbsp;等<br>"))
    assert notes(col)["i0001"]["Text"] != was
    assert actions(home.push(server)) == {}


def test_push_then_package_and_package_then_push_leave_each_note_once(col, server, home, package):
    made = seal(essay_deck(), NOW)
    home.write(made)
    home.push(server)
    before = state(col)
    assert take_in(col, package(made)) == {"duplicate": 9}
    assert state(col)[:1] == before[:1]
    more = replace(made, items=(*made.items, item(10, "学{{c1::本领}}、长本事", paragraph=0)))
    take_in(col, package(more))
    home.write(more)
    assert actions(home.push(server)) == {}
    assert len(notes(col)) == 10
    assert col.db.scalar("select count(*) from notes") == 10


def test_a_package_with_an_edit_then_a_learners_edit_is_the_learners(col, server, home, package):
    """The stamp travels with the note, so a package in between does not confuse a push."""
    home.write(essay_deck())
    home.push(server)
    home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
    from jinju.workflows.export import export

    export([home.path], home.folder / "new.apkg", now=4_000_000_000)
    take_in(col, home.folder / "new.apkg")
    assert "幸福感" in notes(col)["i0001"]["Text"]
    learner(col, "i0001", Text=notes(col)["i0001"]["Text"] + "（我注）")
    assert actions(home.push(server)) == {"i0001": "theirs"}


def test_what_the_learner_deleted_is_not_made_again(col, server, home):
    home.write(essay_deck())
    home.push(server)
    col.remove_notes([notes(col)["i0005"].id])
    assert actions(home.push(server)) == {"i0005": "deleted"}
    assert "i0005" not in notes(col)
    assert actions(home.push(server, overwrite=True)) == {"i0005": "create"}
    assert "i0005" in notes(col)


def test_nothing_is_deleted_without_delete(col, server, home):
    made = essay_deck()
    home.write(made)
    home.push(server)
    aside = replace(made.items[4], keep=False)
    left = replace(made, items=(*made.items[:4], aside, *made.items[5:8]))
    home.write(left, Ledger(refused=(Refusal(made.items[8].id),)))
    assert actions(home.push(server)) == {"i0005": "surplus", "i0009": "surplus"}
    assert len(notes(col)) == 9
    assert actions(home.push(server, delete=True, dry_run=True)) == {"i0005": "delete", "i0009": "delete"}
    assert len(notes(col)) == 9
    home.push(server, delete=True)
    assert set(notes(col)) == {f"i{n:04d}" for n in (1, 2, 3, 4, 6, 7, 8)}
    assert actions(home.push(server)) == {}
    home.write(made)  # the person wants it back after all
    assert actions(home.push(server)) == {"i0005": "create", "i0009": "create"}


@pytest.mark.parametrize("after", range(12))
def test_anki_closed_midway_and_run_again_ends_the_same(col, server, home, after):
    made = essay_deck()
    home.write(replace(made, items=made.items[:6]))
    home.push(server)
    study(col)
    before = schedules(col)
    home.write(made)
    home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
    home.edit('tags: ["金句::四字格"]', "tags: [新标签]")
    server.dies_after = after
    try:
        home.push(server)
    except UserError as error:
        assert error.code in {"anki-gone", "push-interrupted"}  # noqa: PT017
        server.revive()
        home.push(server)
    else:
        assert after > 8
        server.revive()
    assert {s.action for s in home.push(server).steps} == {"same"}
    assert set(notes(col)) == {i.id for i in made.items}
    assert "幸福感" in notes(col)["i0001"]["Text"]
    assert notes(col)["i0002"].tags == ["新标签"]
    assert [card for card in schedules(col) if card in before] == before
    assert faults(col) == []


def test_a_note_open_in_ankis_browser_is_reported_not_believed(col, server, home):
    home.write(essay_deck())
    home.push(server)
    server.browser.add(notes(col)["i0001"].id)
    home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
    report = home.push(server)
    assert report.refused == {"i0001": "not-written"}
    assert report.count("update") == 0
    server.browser.clear()
    assert home.push(server).refused == {}
    assert "幸福感" in notes(col)["i0001"]["Text"]


def test_a_note_that_has_another_type_is_not_doubled(col, server, home):
    """An imported note of Anki's own cloze type keeps its GUID; a package will not change its type."""
    cloze = col.new_note(col.models.by_name("Cloze"))
    cloze["Text"] = "学{{c1::本领}}"
    col.add_note(cloze, col.decks.id("旧"))
    cloze.guid = "i0001"
    col.update_note(cloze)
    home.write(deck(item(1, "学{{c1::本领}}")))
    report = home.push(server)
    assert report.refused == {"i0001": "other-type"}
    assert col.db.scalar("select count(*) from notes") == 1


def test_a_copy_made_in_anki_is_left_alone_and_named(col, server, home):
    home.write(deck(item(1, "学{{c1::本领}}")))
    home.push(server)
    original = notes(col)["i0001"]
    copy = col.new_note(col.models.get(note_type.ID))
    copy.fields = list(original.fields)
    col.add_note(copy, col.decks.id("副本"))
    home.edit("学{{c1::本领}}", "学好{{c1::本领}}")
    report = home.push(server)
    assert [s.action for s in report.steps] == ["update", "copy"]
    assert "学好" in notes(col)["i0001"]["Text"]
    assert col.get_note(copy.id)["Text"] == "学{{c1::本领}}"


def test_the_note_types_own_look_in_anki_stays_and_is_told(col, server, home):
    home.write(essay_deck())
    assert home.push(server).look is True
    kind = col.models.get(note_type.ID)
    kind["css"] += "\n/* mine */"
    kind["name"] = "我的填空"
    col.models.update_dict(kind)
    before = state(col)
    assert home.push(server).look is False
    assert col.models.get(note_type.ID)["css"].endswith("/* mine */")
    assert col.models.get(note_type.ID)["name"] == "我的填空"
    assert state(col) == before


def test_an_older_look_of_ours_is_brought_up_to_date_without_a_new_note(col, server, home):
    home.write(essay_deck())
    home.push(server)
    kind = col.models.get(note_type.ID)
    kind["css"] = f"/* old */\n/* jinju {note_type.CHANGED - 100} */"
    kind["tmpls"][0]["name"] = "另一个名字"
    kind["tmpls"][0]["qfmt"] += "<!-- old */ -->"
    col.models.update_dict(kind)
    before = state(col)
    assert home.push(server).look is True
    kind = col.models.get(note_type.ID)
    assert "old */" not in kind["css"] + kind["tmpls"][0]["qfmt"]
    assert [m.id for m in col.models.all_names_and_ids() if "jinju" in m.name] == [note_type.ID]
    assert state(col) == before


def test_the_learners_deck_presets_stay(col, server, home):
    preset = col.decks.config_dict_for_deck_id(1)
    preset["new"]["perDay"] = 77
    col.decks.update_config(preset)
    home.write(essay_deck())
    home.push(server)
    assert col.decks.config_dict_for_deck_id(1)["new"]["perDay"] == 77
    assert len(col.decks.all_config()) == 1


def test_where_anki_cannot_see_our_files_the_package_goes_through_its_media(col, server, home, monkeypatch):
    import tempfile

    server.sandbox = tempfile.gettempdir()
    media = col.media.dir()
    inside = home.folder
    monkeypatch.setattr(tempfile, "tempdir", None)
    server.sandbox = inside / "unseen"
    (inside / "unseen").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(inside / "unseen"))
    home.write(essay_deck())
    assert home.push(server).count("create") == 9
    assert faults(col) == []
    from pathlib import Path

    assert list(Path(media).iterdir()) == []


def test_the_key_goes_with_every_part(col, home):
    home.write(essay_deck())
    with AnkiConnectServer(col, key="geheim") as server:
        with pytest.raises(UserError) as caught:
            home.push(server)
        assert caught.value.code == "anki-key"
        options = home.options(server, key="geheim")
        push(home.path, PushOptions(), options, now=NOW)
        home.edit("{{c3::幸福指数}}", "{{c3::幸福感}}")
        push(home.path, PushOptions(), options, now=NOW + 9)
    assert "幸福感" in notes(col)["i0001"]["Text"]


def test_an_old_add_on_is_named(col, home):
    home.write(essay_deck())
    with AnkiConnectServer(col, version=5) as server, pytest.raises(UserError) as caught:
        home.push(server)
    assert caught.value.code == "anki-old-addon"


def test_a_silent_anki_is_given_up_on(col, home):
    home.write(essay_deck())
    with AnkiConnectServer(col) as server:
        server.delay = 1.0
        with pytest.raises(UserError) as caught:
            push(home.path, PushOptions(), home.options(server, timeout=0.2), now=NOW)
    assert caught.value.code == "anki-slow"


def test_no_anki_is_said(home):
    home.write(essay_deck())
    with pytest.raises(UserError) as caught:
        push(home.path, PushOptions(), AnkiOptions("http://127.0.0.1:9", state=home.folder), now=NOW)
    assert caught.value.code == "anki-not-running"


def test_an_imported_guid_is_pushed_as_it_was(col, server, home):
    from jinju.model.guid import item_id_of

    guid = 'Ab:{9}`"<中>'
    home.write(deck(replace(item(1, "学{{c1::本领}}"), id=item_id_of(guid))))
    home.push(server)
    assert set(notes(col)) == {guid}
    assert actions(home.push(server)) == {}


def test_the_server_of_the_tests_refuses_what_the_add_on_lacks(col, server):
    def ask(action, **params):
        return server.handle({"action": action, "version": 6, "params": params})

    assert ask("addNoteWithGuid")["error"] == "unsupported action"
    assert ask("notesInfo", guids=["x"])["error"]
    take_in(col, write_apkg("d", notes_of(essay_deck(), 0), _tmp(col)).path)
    assert "guid" not in json.dumps(ask("notesInfo", notes=ask("findNotes", query="")["result"]))
    good = {"modelName": "Cloze", "deckName": "x", "fields": {"Text": "{{c1::a}}"}}
    bad = {"modelName": "Cloze", "deckName": "x", "fields": {"Text": "a"}}
    answer = ask("addNotes", notes=[good, bad])
    if server.edition == 2023:
        assert answer["error"] is None
        assert answer["result"][1] is None
    else:
        assert answer["error"] == ["cannot create note for unknown reason"]
    assert (ask("sync")["error"] is None) == (server.edition == 2023)
    assert (ask("getActiveProfile")["error"] is None) == (server.edition == 2025)


def _tmp(col):
    from pathlib import Path

    return Path(col.path).with_name("t.apkg")
