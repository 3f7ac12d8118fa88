"""Packages read back: those that the real engine exports in every format, and those made to hurt."""

import json
import sqlite3
import struct
import sys
import zipfile
from dataclasses import replace

import pytest
from tests.anki.collection import notes, take_in
from tests.anki.decks import deck, essay_deck, item

from anki.collection import DeckIdLimit, ExportAnkiPackageOptions
from jinju.adapters.deck_file import load, read_deck
from jinju.adapters.package_file import container, opened, read, read_package
from jinju.cards.note import notes_of
from jinju.cards.unnote import take_in as unnoted
from jinju.messages import say
from jinju.model.cloze import parse
from jinju.model.errors import UserError
from jinju.model.guid import guid_of
from jinju.model.package import PackedNote
from jinju.revise.edits import seal
from jinju.workflows.export import export
from jinju.workflows.import_ import import_package

NOW = 1_800_000_000
GUID = 'Ab:{9}`"<中>'
ANKI2, ANKI21, ANKI21B = "collection.anki2", "collection.anki21", "collection.anki21b"


@pytest.fixture
def full(col, package):
    """A collection with a deck of ours, cloze notes made by hand in a deck below, and a Basic note."""
    take_in(col, package(essay_deck()))
    basic = col.new_note(col.models.by_name("Basic"))
    basic["Front"], basic["Back"] = "问", "答"
    col.add_note(basic, col.decks.id("金句::测试"))
    for text, extra, guid in (
        (
            "学{{c1::本领::提示}}、<b>练{{c2::功</b>夫}}<br>第二行 &lt;b&gt; &amp;&nbsp;x<img src=a.png>",
            "补充<div>一行</div>",
            GUID,
        ),
        ("嵌{{c1::套{{c2::里}}面}}，std<!-- -->:<!-- -->:x，`{<!-- -->{c3<!-- -->::y}}`", "", "legal1"),
    ):
        note = col.new_note(col.models.by_name("Cloze"))
        note["Text"], note["Back Extra"] = text, extra
        note.tags = ["手工", "a::b"]
        col.add_note(note, col.decks.id("金句::测试::手工"))
        note.guid = guid
        col.update_note(note)
    return col


def write(col, folder, kind):
    """The deck 金句 as the real engine exports it: kind is apkg or colpkg, latest or legacy."""
    suffix, _, age = kind.partition("-")
    path = folder / f"old.{suffix}"
    if suffix == "apkg":
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=age == "legacy"
        )
        limit = DeckIdLimit(col.decks.id("金句"))
        col.export_anki_package(out_path=str(path), options=options, limit=limit)
    else:
        col.export_collection_package(str(path), include_media=True, legacy=age == "legacy")
    return path


FORMATS = {"apkg-legacy": ANKI21, "apkg-latest": ANKI21B, "colpkg-legacy": ANKI21, "colpkg-latest": ANKI21B}


@pytest.mark.parametrize("kind", FORMATS)
def test_what_anki_exports_is_read_in_every_format(full, tmp_path, kind):
    held = {g: dict(n.items()).get("Text", "") for g, n in notes(full).items()}
    path = write(full, tmp_path, kind)
    assert FORMATS[kind] in zipfile.ZipFile(path).namelist()
    found = {n.guid: n for n in read_package(path)}
    assert {g: n.fields.get("Text", "") for g, n in found.items()} == held
    assert found["i0003"].deck == "金句::测试"
    assert found["i0003"].cards == (1, 2, 3)
    assert found["i0003"].mod == essay_deck().items[2].changed
    assert found[GUID].deck == "金句::测试::手工"
    assert found[GUID].tags == ("a::b", "手工")
    assert [n.kind for n in found.values() if not n.cloze] == ["Basic"]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_package_becomes_deck_files_with_ids_hints_tags_and_decks(full, tmp_path, kind):
    report = import_package(write(full, tmp_path, kind), tmp_path / "neu.yaml", now=NOW)
    assert {d.name: (d.path.name, d.notes, d.cards) for d in report.decks} == {
        "金句::测试": ("neu-金句-测试.yaml", 9, 23),
        "金句::测试::手工": ("neu-金句-测试-手工.yaml", 2, 4),
    }
    assert [(s.reason, s.text) for s in report.skipped] == [("not-cloze", "问")]
    by_hand = {guid_of(i.id): i for i in read_deck(tmp_path / "neu-金句-测试-手工.yaml").items}
    assert set(by_hand) == {GUID, "legal1"}
    assert by_hand["legal1"].id == "legal1"
    one = by_hand[GUID]
    assert one.text == "学{{c1::本领}}、练{{c2::功夫}}\n第二行 <b> & x"
    assert one.hints == {1: ("提示",)}
    assert one.tags == ("a::b", "手工")
    assert one.after == "补充\n一行"
    assert report.lost[one.id] == {"media", "looks"}
    assert by_hand["legal1"].text == r"嵌{{c1::套{{c2::里}}面}}，std\:\:x，`\{\{c3\:\:y\}\}`"


def test_our_own_package_comes_back_whole_and_re_exports_to_no_change(col, package, tmp_path):
    made = seal(essay_deck(), NOW)
    path = package(made)
    take_in(col, path)
    report = import_package(path, tmp_path / "neu.yaml", now=NOW)
    assert report.skipped == ()
    got = read_deck(tmp_path / "neu.yaml")
    for was, now in zip(made.items, sorted(got.items, key=lambda i: i.id), strict=True):
        same = ("id", "text", "hints", "cue", "before", "after", "theme", "reasons", "changed")
        assert {n: getattr(now, n) for n in same} == {n: getattr(was, n) for n in same}
    assert got.articles[0].title == made.articles[0].title
    assert (got.articles[0].url, got.articles[0].date) == (made.articles[0].url, made.articles[0].date)
    again = list(notes_of(got, NOW))
    assert [n.fields for n in again] == [
        {**n.fields, "Written": m.fields["Written"]} for n, m in zip(notes_of(made, NOW), again, strict=True)
    ]
    export([tmp_path / "neu.yaml"], tmp_path / "neu.apkg", now=NOW + 9)
    assert take_in(col, tmp_path / "neu.apkg") == {"duplicate": 9}


def test_a_hand_made_deck_grown_with_jinju_matches_by_guid(full, tmp_path):
    """Anki leaves a note of another type as it is, and makes no second one."""
    import_package(write(full, tmp_path, "apkg-latest"), tmp_path / "neu.yaml", now=NOW)
    export([tmp_path / "neu-金句-测试-手工.yaml"], tmp_path / "neu.apkg", now=NOW)
    count = full.db.scalar("select count(*) from notes")
    take_in(full, tmp_path / "neu.apkg")
    assert full.db.scalar("select count(*) from notes") == count


def test_numbers_that_lost_their_blank_stay_retired(col, package, tmp_path):
    take_in(col, package(deck(item(1, "学{{c1::本领}}、练{{c2::功夫}}"))))
    note = notes(col)["i0001"]
    note["Text"] = "学本领、练{{c2::功夫}}"
    col.update_note(note)
    import_package(write(col, tmp_path, "apkg-latest"), tmp_path / "neu.yaml", now=NOW)
    assert read_deck(tmp_path / "neu.yaml").items[0].retired == (1,)


def test_an_existing_file_is_replaced_only_by_force(col, package, tmp_path):
    path, out = package(essay_deck()), tmp_path / "neu.yaml"
    out.write_text("mine", "utf-8")
    with pytest.raises(UserError) as caught:
        import_package(path, out, now=NOW)
    assert caught.value.code == "import-exists"
    assert out.read_text("utf-8") == "mine"
    report = import_package(path, out, now=NOW, force=True)
    assert report.decks[0].backup.read_text("utf-8") == "mine"
    assert len(load(out).deck.items) == 9
    before = out.read_bytes()
    import_package(path, out, now=NOW, force=True, dry_run=True)
    assert out.read_bytes() == before


def test_notes_that_cannot_be_items_are_named(col, tmp_path):
    cloze = col.models.by_name("Cloze")
    for text in (
        "没有空",
        "{{c1::{{c2::{{c3::{{c4::深}}}}}}}}",
        "{{c1::image-occlusion:rect:left=.1}}",
        "{{c1::好}}的",
    ):
        note = col.new_note(cloze)
        note["Text"] = text
        col.add_note(note, col.decks.id("金句"))
    report = import_package(write(col, tmp_path, "apkg-latest"), tmp_path / "neu.yaml", now=NOW)
    assert sorted(s.reason for s in report.skipped) == ["image", "no-blank", "too-deep"]
    assert len(read_deck(tmp_path / "neu.yaml").items) == 1


def test_a_package_without_cloze_notes_is_refused(col, tmp_path):
    basic = col.new_note(col.models.by_name("Basic"))
    basic["Front"] = "问"
    col.add_note(basic, col.decks.id("金句"))
    with pytest.raises(UserError) as caught:
        import_package(write(col, tmp_path, "apkg-latest"), tmp_path / "neu.yaml", now=NOW)
    assert caught.value.code == "package-no-cloze"
    assert not (tmp_path / "neu.yaml").exists()


def refused(path):
    with pytest.raises(UserError) as caught:
        import_package(path, path.with_name("out.yaml"), now=NOW)
    assert not path.with_name("out.yaml").exists()
    return caught.value.code


@pytest.mark.parametrize("kind", FORMATS)
def test_a_package_cut_short_anywhere_is_refused(full, tmp_path, kind):
    data = write(full, tmp_path, kind).read_bytes()
    bad = tmp_path / "bad.apkg"
    for share in (0, 1, 20, 50, 90, 99):
        bad.write_bytes(data[: len(data) * share // 100])
        assert refused(bad) == "package-broken"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_damaged_byte_never_ends_in_a_traceback(full, tmp_path, kind):
    data = write(full, tmp_path, kind).read_bytes()
    bad, out = tmp_path / "bad.apkg", tmp_path / "out.yaml"
    seen = set()
    for at in range(0, len(data), max(1, len(data) // 150)):
        bad.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        try:
            import_package(bad, out, now=NOW, dry_run=True)
        except UserError as error:
            seen.add(error.code)
    assert "package-broken" in seen


def zipped(path, **entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name.replace("__", "."), data)
    return path


def anki2(folder, change=lambda db: None):
    """A collection of ours, changed by SQL."""
    from jinju.adapters.apkg import write_apkg

    made = write_apkg("d", notes_of(essay_deck(), NOW), folder / "base.apkg").path
    with zipfile.ZipFile(made) as opened:
        opened.extract(ANKI2, folder)
    db = sqlite3.connect(folder / ANKI2)
    change(db)
    db.commit()
    db.close()
    return (folder / ANKI2).read_bytes()


def test_what_is_no_package_is_refused_by_one_message(tmp_path):
    path = tmp_path / "a.apkg"
    path.write_bytes(b"not a zip at all")
    assert refused(path) == "package-broken"
    assert refused(tmp_path / "none.apkg") == "no-such-file"
    assert refused(tmp_path) == "package-unreadable"
    assert refused(zipped(path, readme__txt=b"x")) == "package-no-collection"
    assert refused(zipped(path, collection__anki2=b"not a database")) == "package-broken"
    assert refused(zipped(path, collection__anki2=b"")) == "package-broken"
    assert refused(zipped(path, collection__anki21b=b"(\xb5/\xfdnonsense")) == "package-broken"


def reason(path):
    with pytest.raises(UserError) as caught:
        import_package(path, path.with_name("out.yaml"), now=NOW)
    return caught.value.details["reason"]


def test_what_is_wrong_with_a_package_is_said_in_our_own_words(tmp_path):
    path = tmp_path / "a.apkg"
    data = zipped(path, collection__anki2=anki2(tmp_path)).read_bytes()
    path.write_bytes(b"")
    assert reason(path) == say("package-reason-empty")
    path.write_bytes(b"not a zip at all")
    assert reason(path) == say("package-reason-not-zip")
    path.write_bytes(data[: len(data) // 2])
    assert reason(path) == say("package-reason-cut")
    path.write_bytes(data[:90] + b"\x00" * 40 + data[130:])
    assert reason(path) == say("package-reason-damaged")
    assert reason(zipped(path, collection__anki2=b"not a database")) == say("package-reason-collection")


def test_control_characters_in_a_deck_name_stay_outside(tmp_path):
    def named(db):
        (decks,) = db.execute("select decks from col").fetchone()
        held = json.loads(decks)
        for entry in held.values():
            entry["name"] = "金\x00句\x07::\u202e走\n下去"
        db.execute("update col set decks = ?", [json.dumps(held)])

    path = zipped(tmp_path / "a.apkg", collection__anki2=anki2(tmp_path, named))
    assert {n.deck for n in read_package(path)} == {"金句::走 下去"}


def test_gaps_in_the_numbers_are_never_filled_again():
    fields = {"Text": "{{c2::二}}与{{c5::五}}", "Back Extra": ""}
    note = PackedNote("g1", NOW, "Cloze", cloze=True, fields=fields, tags=(), deck="d", cards=(2, 5, 7))
    (deck,) = unnoted([note]).decks
    assert deck.items[0].retired == (1, 3, 4, 7)


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "a\\b", "C:evil", "..", "x\x01y"])
def test_a_hostile_media_name_is_refused(tmp_path, name):
    path = tmp_path / "a.apkg"
    data = anki2(tmp_path)
    assert refused(zipped(path, collection__anki2=data, media=json.dumps({"0": name}))) == "package-hostile"
    entry = b"\x0a" + bytes([len(name.encode())]) + name.encode()
    newest = b"\x0a" + bytes([len(entry)]) + entry
    assert refused(zipped(path, collection__anki2=data, media=newest)) == "package-hostile"
    if "\\" not in name:
        with zipfile.ZipFile(path, "w") as made:
            made.writestr(ANKI2, data)
            made.writestr(name, b"x")
        assert refused(path) == "package-hostile"


def test_a_zip_bomb_is_stopped(tmp_path, monkeypatch):
    path = tmp_path / "a.apkg"
    monkeypatch.setattr(container, "MOST_BYTES", 1 << 20)
    assert refused(zipped(path, collection__anki2=bytes(3 << 20))) == "package-too-big"
    import zstandard

    packed = zstandard.ZstdCompressor().compress(bytes(3 << 20))
    assert refused(zipped(path, collection__anki21b=packed)) == "package-too-big"
    monkeypatch.setattr(container, "_MOST_SMALL", 1 << 10)
    assert refused(zipped(path, collection__anki2=anki2(tmp_path), media=bytes(1 << 12))) == "package-too-big"


def test_too_many_notes_are_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(read, "MOST_NOTES", 8)
    path = zipped(tmp_path / "a.apkg", collection__anki2=anki2(tmp_path))
    assert refused(path) == "package-too-many"


def test_a_query_without_end_is_stopped(tmp_path, monkeypatch):
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n"

    def view(db):
        db.execute("drop table notes")
        db.execute(f"create view notes as {endless}")

    assert refused(zipped(tmp_path / "a.apkg", collection__anki2=anki2(tmp_path, view))) == "package-broken"
    monkeypatch.setattr(opened, "_STEPS", 100)
    monkeypatch.setattr(opened, "_STEPS_A_LOOK", 10)
    assert refused(zipped(tmp_path / "b.apkg", collection__anki2=anki2(tmp_path))) == "package-broken"


@pytest.mark.parametrize(
    "change",
    [
        "update col set models = '{'",
        "update col set models = '[]'",
        "update col set decks = 'null'",
        "update col set models = '{\"1\": 5}'",
        "delete from col",
        "drop table cards",
        "update notes set mod = 'x'",
    ],
)
def test_a_collection_with_nonsense_in_it_is_refused(tmp_path, change):
    data = anki2(tmp_path, lambda db: db.execute(change))
    assert refused(zipped(tmp_path / "a.apkg", collection__anki2=data)) == "package-broken"


def test_a_note_without_cards_or_type_is_left_out_not_fatal(tmp_path):
    def change(db):
        db.execute("delete from cards where nid = (select min(id) from notes)")
        db.execute("update notes set mid = 1 where id = (select max(id) from notes)")
        db.execute("update notes set guid = 'i0002' where guid = 'i0003'")

    path = zipped(tmp_path / "a.apkg", collection__anki2=anki2(tmp_path, change))
    report = import_package(path, tmp_path / "out.yaml", now=NOW)
    assert sorted(s.reason for s in report.skipped) == ["not-cloze", "same-guid"]
    assert sum(d.notes for d in report.decks) == 7


def test_a_package_of_a_future_kind_is_named(full, tmp_path):
    path = tmp_path / "a.apkg"
    assert refused(zipped(path, meta=b"\x08\x09", collection__anki21b=b"x")) == "package-newer"


def test_a_password_is_named(tmp_path):
    data = bytearray(zipped(tmp_path / "a.apkg", collection__anki2=anki2(tmp_path)).read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    (tmp_path / "a.apkg").write_bytes(data)
    assert refused(tmp_path / "a.apkg") == "package-broken"


def test_without_the_library_the_newest_kind_says_what_to_install(full, tmp_path, monkeypatch):
    path = write(full, tmp_path, "apkg-latest")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    monkeypatch.setitem(sys.modules, "compression.zstd", None)
    assert refused(path) == "package-needs-zstd"
    assert len(read_package(write(full, tmp_path, "apkg-legacy"))) == 12


def test_every_imported_text_is_one_that_a_deck_file_holds(full, tmp_path):
    report = import_package(write(full, tmp_path, "colpkg-latest"), None, now=NOW)
    for made in report.decks:
        for one in read_deck(made.path).items:
            assert parse(one.text).marks
            assert replace(one, keep=True) == one


@pytest.mark.parametrize(
    "change",
    [
        "update notes set mod = 99999999999999",
        "update notes set mod = -5",
        "update notes set flds = x'ff00fe'",
        "update notes set guid = id",
        "update notes set guid = x'ff' || id",
        "update notes set guid = guid || char(0)",
        "update notes set tags = ' a,b [x] \"q\" #c : ' || char(1) || ' '",
        "update notes set flds = replace(flds, '。', char(0, 7, 27, 8232, 65279, 65535))",
        "update notes set flds = replace(flds, '基层', '<' || char(10) || '# x' || char(10) || 'text: y')",
        "update cards set ord = -7",
        "update cards set ord = 'x'",
        "update cards set did = 5",
        "update col set decks = replace(decks, '\"d\"', '\"\\u0000: [\\n\\ud800\"')",
    ],
)
def test_odd_values_give_a_readable_deck_file_or_one_sentence(tmp_path, change):
    data = anki2(tmp_path, lambda db: db.execute(change))
    path, out = zipped(tmp_path / "a.apkg", collection__anki2=data), tmp_path / "out.yaml"
    try:
        report = import_package(path, out, now=NOW)
    except UserError as error:
        assert error.code in {"package-broken", "package-no-cloze"}  # noqa: PT017
    else:
        (made,) = report.decks
        deck_again = read_deck(made.path)
        assert len(deck_again.items) == made.notes
        assert len(list(notes_of(deck_again, NOW))) == made.notes
