"""Anki's own text importer reads what `anki-text` writes."""

import pytest
from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import deck, essay_deck, item

from anki.collection import ImportCsvRequest
from jinju.adapters import note_type
from jinju.adapters.exporters import exporter_named, write_export
from jinju.cards.note import notes_of
from jinju.model.filled import FilledDeck
from jinju.model.note import FIELDS


def filled(made):
    return FilledDeck(made, tuple(notes_of(made, 0)))


@pytest.fixture
def text_import(col, package, tmp_path):
    """Import decks as text into a collection that knows our note type from a package."""
    take_in(col, package(deck(item(99, "先有这一种{{c1::笔记类型}}，文本导入才认得它。"))))

    def run(*decks):
        path = tmp_path / "deck.txt"
        write_export(exporter_named("anki-text"), [filled(d) for d in decks], path)
        found = col.get_csv_metadata(str(path), None)
        return col.import_csv(ImportCsvRequest(path=str(path), metadata=found)).log

    return run


def test_ids_fields_tags_decks_and_cards_arrive(col, text_import):
    made = essay_deck()
    log = text_import(made)
    assert len(log.new) == len(made.items)
    there = notes(col)
    for note in notes_of(made, 0):
        kept = there[note.guid]
        assert kept.mid == note_type.ID
        assert [kept[name] for name in FIELDS] == [note.fields.get(name, "") for name in FIELDS]
        assert tuple(kept.tags) == tuple(sorted(note.tags))
        assert tuple(sorted(card.ord + 1 for card in kept.cards())) == note.cards
        assert {col.decks.name(card.did) for card in kept.cards()} == {made.name}
    assert faults(col) == []


def test_a_second_import_updates_and_doubles_nothing(col, text_import):
    made = essay_deck()
    text_import(made)
    before = {guid: [c.id for c in note.cards()] for guid, note in notes(col).items()}
    log = text_import(made)
    assert not log.new
    assert {guid: [c.id for c in note.cards()] for guid, note in notes(col).items()} == before


def test_each_deck_gets_its_own(col, text_import):
    text_import(
        deck(item(1, "学{{c1::本领}}、练功夫、长本事"), name="金句::甲"),
        deck(item(2, "以实干实效实绩{{c1::取信于民}}"), name="金句::乙"),
    )
    homes = {guid: col.decks.name(note.cards()[0].did) for guid, note in notes(col).items()}
    assert (homes["i0001"], homes["i0002"]) == ("金句::甲", "金句::乙")


@pytest.mark.parametrize(
    "hostile",
    [
        '他说“"不行"”\t就{{c1::算了}}，#号也在',
        "# 井号开头的{{c1::一句话}}，<script>alert(1)</script>",
        "一行\n两行{{c1::答案}}\r\n三行，a\\{\\{c9\\:\\:b\\}\\}",
        '"{{c1::引号}}"开头，也以引号结尾"',
    ],
)
def test_hostile_text_stays_one_note_with_its_text(col, text_import, hostile):
    made = deck(item(1, hostile), item(2, "下一条{{c1::不受影响}}，仍是自己。"))
    text_import(made)
    there = notes(col)
    for note in notes_of(made, 0):
        assert there[note.guid]["Text"] == note.fields["Text"]
        assert len(there[note.guid].cards()) == 1
