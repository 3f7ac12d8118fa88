"""Packages that real Anki wrote, as `jinju check` reads them."""

import pytest
from tests.anki.collection import take_in
from tests.anki.decks import essay_deck

from anki.collection import DeckIdLimit, ExportAnkiPackageOptions
from jinju.adapters.apkg_items import package_deck
from jinju.model.cloze import parse


@pytest.fixture
def from_anki(col, package, tmp_path):
    """The essay's deck, imported into Anki and exported by it."""

    def write(*, legacy):
        made = essay_deck()
        take_in(col, package(made))
        path = tmp_path / "from-anki.apkg"
        options = ExportAnkiPackageOptions(legacy=legacy, with_media=False)
        col.export_anki_package(
            out_path=str(path), options=options, limit=DeckIdLimit(col.decks.id_for_name(made.name))
        )
        return made, path

    return write


@pytest.mark.parametrize("legacy", [True, False])
def test_items_come_back_as_they_went(from_anki, legacy):
    made, path = from_anki(legacy=legacy)
    there = {item.id: item for item in package_deck(path).items}
    assert there.keys() == {item.id for item in made.items}
    for item in made.items:
        back = there[item.id]
        assert parse(back.text) == parse(item.text)
        assert back.hints == item.hints
        assert (back.before, back.after, back.theme) == (item.before, item.after, item.theme)
        assert back.reasons == item.reasons
        assert len(back.tags) == len(item.tags)
        assert ("recite" in back.kinds.values()) == ("recite" in item.kinds.values())
