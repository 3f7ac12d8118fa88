"""What becomes of a learner's reviews and edits when a package is imported again."""

import json
import sqlite3
import zipfile
from dataclasses import replace

from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import deck, essay_deck, item

from jinju.adapters import note_type


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
