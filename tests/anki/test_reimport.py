"""What becomes of a learner's reviews and edits when a package is imported again."""

import json
import re
import sqlite3
import zipfile
from dataclasses import replace

from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import deck, essay_deck, item

from jinju.adapters import note_type
from jinju.cli.report import show_export
from jinju.model.note import FIELDS
from jinju.workflows.export import export


def study(col, times=12):
    """Answer cards with the real scheduler; the schedule of every card by GUID and number."""
    col.decks.select(col.decks.id("金句::测试"))
    for turn in range(times):
        card = col.sched.getCard()
        card.start_timer()
        col.sched.answerCard(card, (3, 4, 1)[turn % 3])
    return schedule(col)


def schedule(col):
    return {
        (guid, card.ord + 1): (card.type, card.queue, card.due, card.ivl, card.reps, card.lapses, card.id)
        for guid, note in notes(col).items()
        for card in note.cards()
    }


def with_item(made, number, **changes):
    """The deck with its item `number` changed."""
    items = [replace(i, **changes) if i.id == f"i{number:04d}" else i for i in made.items]
    return replace(made, items=tuple(items))


def test_the_same_package_again_changes_nothing(col, package):
    made = essay_deck()
    take_in(col, package(made))
    before = study(col)
    fields = {guid: note.fields for guid, note in notes(col).items()}
    assert take_in(col, package(made)) == {"duplicate": len(made.items)}
    assert schedule(col) == before
    assert {guid: note.fields for guid, note in notes(col).items()} == fields


def test_mended_text_is_updated_and_keeps_its_schedule(col, package):
    made = essay_deck()
    take_in(col, package(made))
    before = study(col)
    old = made.items[0]
    mended = with_item(made, 1, text=old.text.replace("幸福指数", "幸福感"), changed=old.changed + 1)
    assert take_in(col, package(mended)) == {"updated": 1, "duplicate": len(made.items) - 1}
    assert "幸福感" in notes(col)["i0001"]["Text"]
    assert schedule(col) == before
    assert faults(col) == []


def test_an_added_blank_is_one_new_card_and_a_removed_one_an_empty_card(col, package):
    made = deck(item(1, "学{{c1::本领}}、练{{c2::功夫}}、长本事"))
    take_in(col, package(made))
    before = study(col, 2)
    more = with_item(
        made, 1, text="学{{c1::本领}}、练{{c2::功夫}}、长{{c3::本事}}", changed=made.items[0].changed + 1
    )
    take_in(col, package(more))
    after = schedule(col)
    assert set(after) - set(before) == {("i0001", 3)}
    assert {key: after[key] for key in before} == before
    fewer = with_item(
        more, 1, text="学本领、练{{c2::功夫}}、长{{c3::本事}}", changed=more.items[0].changed + 1
    )
    take_in(col, package(fewer))
    assert schedule(col) == after
    assert [fault[:3] for fault in faults(col) if fault[0] == "empty card"] == [("empty card", "i0001", 1)]


def test_a_learners_edit_and_tags_outlive_an_unchanged_note(col, package):
    made = essay_deck()
    take_in(col, package(made))
    note = notes(col)["i0003"]
    note["Spare1"] = "我的联想"
    note["Theme"] = "我的主题"
    note.tags.append("我的标签")
    col.update_note(note)
    other = with_item(made, 1, theme="新主题", changed=made.items[0].changed + 1)
    assert take_in(col, package(other))["updated"] == 1
    kept = notes(col)["i0003"]
    assert (kept["Spare1"], kept["Theme"]) == ("我的联想", "我的主题")
    assert "我的标签" in kept.tags


def test_a_deck_renamed_in_the_file_leaves_the_cards_where_they_are(col, package):
    made = essay_deck()
    take_in(col, package(made))
    before = schedule(col)
    home = {card.did for note in notes(col).values() for card in note.cards()}
    take_in(col, package(replace(made, name="金句::新名")))
    assert schedule(col) == before
    assert {card.did for note in notes(col).values() for card in note.cards()} == home


def with_note_type(path, change):
    """The package with its note type changed by `change`, as a later version of jinju would write it."""
    newer = path.with_name("newer.apkg")
    with zipfile.ZipFile(path) as old:
        old.extract("collection.anki2", path.parent)
        media = old.read("media")
    inner = path.parent / "collection.anki2"
    db = sqlite3.connect(inner)
    models = json.loads(db.execute("select models from col").fetchone()[0])
    change(models[str(note_type.ID)])
    db.execute("update col set models = ?", [json.dumps(models)])
    db.commit()
    db.close()
    with zipfile.ZipFile(newer, "w") as new:
        new.write(inner, "collection.anki2")
        new.writestr("media", media)
    return newer


def test_a_newer_look_replaces_the_old_one_without_a_fork(col, package):
    made = essay_deck()
    path = package(made)
    take_in(col, path)
    before = study(col)

    def restyle(kind):
        kind["css"] += "\n/* newer */"
        kind["tmpls"][0]["qfmt"] += "<!-- newer -->"
        kind["tmpls"][0]["name"] = "另一个名字"
        kind["flds"][13]["name"] = "Origin"
        kind["mod"] += 10

    assert take_in(col, with_note_type(path, restyle)) == {"duplicate": len(made.items)}
    kinds = [n for n in col.models.all_names_and_ids() if n.name.startswith("jinju")]
    assert [n.id for n in kinds] == [note_type.ID]
    kind = col.models.get(note_type.ID)
    assert kind["css"].endswith("/* newer */")
    assert kind["flds"][13]["name"] == "Origin"
    assert schedule(col) == before
    assert faults(col) == []


def test_a_learners_own_look_outlives_a_package_of_the_same_version(col, package):
    made = essay_deck()
    path = package(made)
    take_in(col, path)
    kind = col.models.get(note_type.ID)
    kind["css"] += "\n/* mine */"
    col.models.update_dict(kind)
    take_in(col, path)
    assert col.models.get(note_type.ID)["css"].endswith("/* mine */")


def test_what_both_changed_becomes_ours_tags_too_and_can_be_seen_beforehand(col, server, home):
    """Anki knows no merging: an update replaces the note. So a push or a pull is asked before."""
    home.write(essay_deck())
    export([home.path], home.folder / "first.apkg", now=home.now)
    take_in(col, home.folder / "first.apkg")
    before = study(col)
    note = notes(col)["i0003"]
    note["Text"] = note["Text"].replace("民忧", "民愁")
    note.tags.append("我的标签")
    col.update_note(note)
    home.edit("得的是{{c3::民心}}", "赢的是{{c3::民心}}")
    seen = home.push(server, dry_run=True)
    assert [s.item for s in seen.steps if s.action == "conflict"] == ["i0003"]
    assert [(c.item, c.kind) for c in home.pull(server).changes if c.kind == "conflict"] == [
        ("i0003", "conflict")
    ]
    assert "民愁" in notes(col)["i0003"]["Text"]
    export([home.path], home.folder / "second.apkg", now=4_000_000_000)
    assert take_in(col, home.folder / "second.apkg") == {"updated": 1, "duplicate": 8}
    held = notes(col)["i0003"]
    assert "赢的" in held["Text"]
    assert "民愁" not in held["Text"]
    assert "我的标签" not in held.tags
    assert schedule(col) == before


def test_what_a_learner_did_to_cards_outlives_an_update(col, package):
    made = essay_deck()
    take_in(col, package(made))
    first, second = notes(col)["i0001"].card_ids()[:2]
    col.sched.suspend_cards([first])
    col.set_user_flag_for_cards(3, [second])
    col.set_deck([second], col.decks.id("我的难点"))
    mended = with_item(made, 1, theme="新主题", changed=made.items[0].changed + 1)
    assert take_in(col, package(mended))["updated"] == 1
    assert col.get_card(first).queue == -1
    assert col.get_card(second).user_flag() == 3
    assert col.decks.name(col.get_card(second).did) == "我的难点"


def test_a_deck_renamed_in_anki_keeps_its_cards_and_new_ones_come_under_our_name(col, package):
    made = essay_deck()
    take_in(col, package(made))
    before = study(col)
    col.decks.rename(col.decks.id("金句::测试"), "我的::牌组")
    more = replace(made, items=(*made.items, item(10, "学{{c1::本领}}、长本事")))
    assert take_in(col, package(more)) == {"new": 1, "duplicate": len(made.items)}
    where = {guid: {col.decks.name(c.did) for c in n.cards()} for guid, n in notes(col).items()}
    assert where.pop("i0010") == {made.name}
    assert set().union(*where.values()) == {"我的::牌组"}
    assert {key: state for key, state in schedule(col).items() if key in before} == before


def test_a_deck_renamed_in_the_file_takes_new_cards_only(col, package):
    made = essay_deck()
    take_in(col, package(made))
    more = replace(made, name="金句::新名", items=(*made.items, item(10, "学{{c1::本领}}、长本事")))
    take_in(col, package(more))
    where = {guid: {col.decks.name(c.did) for c in n.cards()} for guid, n in notes(col).items()}
    assert where.pop("i0010") == {"金句::新名"}
    assert set().union(*where.values()) == {made.name}


def test_a_field_more_would_fork_the_note_type_and_update_nothing(col, package):
    """Why their number is frozen (tests/unit/adapters/test_note_type.py holds it)."""
    made = essay_deck()
    take_in(col, package(made))
    mended = with_item(made, 1, text="改了的{{c1::句子}}", changed=made.items[0].changed + 1)

    def widen(kind):
        kind["flds"].append({**kind["flds"][-1], "name": "Extra", "ord": len(FIELDS), "id": 1})
        kind["mod"] += 10

    take_in(col, with_note_type(package(mended), widen))
    assert len([n for n in col.models.all_names_and_ids() if n.name.startswith("jinju")]) == 2
    assert "改了的" not in notes(col)["i0001"]["Text"]


def test_field_names_and_count_arrive_as_they_are_frozen(col, package):
    take_in(col, package(essay_deck()))
    assert [f["name"] for f in col.models.get(note_type.ID)["flds"]] == list(FIELDS)


def test_a_blank_taken_out_by_hand_is_named_by_the_export_and_empty_in_anki(col, home, capsys):
    kinds = {1: "slot", 2: "slot"}
    home.write(deck(item(1, "学{{c1::本领}}、练{{c2::功夫}}、长本事", kinds=kinds)))
    export([home.path], home.folder / "first.apkg", now=home.now)
    take_in(col, home.folder / "first.apkg")
    before = study(col, 2)
    home.edit("学{{c1::本领}}", "学本领")
    report = export([home.path], home.folder / "second.apkg", now=4_000_000_000)
    assert report.emptied == {"i0001": (1,)}
    show_export(report, as_json=False)
    assert re.search(r"i0001 .*c1.*(Empty Cards|空卡片)", capsys.readouterr().out)
    take_in(col, home.folder / "second.apkg")
    assert schedule(col) == before
    assert [fault[:3] for fault in faults(col) if fault[0] == "empty card"] == [("empty card", "i0001", 1)]
    assert export([home.path], home.folder / "third.apkg", now=4_000_000_000).emptied == {}


def test_what_the_learner_deleted_comes_again_unless_it_was_pulled(col, server, home):
    home.write(essay_deck())
    home.push(server)
    col.remove_notes([notes(col)["i0005"].id])
    export([home.path], home.folder / "again.apkg", now=home.now)
    assert take_in(col, home.folder / "again.apkg") == {"new": 1, "duplicate": 8}
    col.remove_notes([notes(col)["i0005"].id])
    home.pull(server, write=True)
    export([home.path], home.folder / "pulled.apkg", now=home.now)
    assert take_in(col, home.folder / "pulled.apkg") == {"duplicate": 8}
