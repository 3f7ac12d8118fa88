"""Packages that real Anki wrote, as `jinju check` reads them."""

import pytest
from tests.anki.collection import take_in
from tests.anki.decks import essay_deck

from anki.collection import DeckIdLimit, ExportAnkiPackageOptions
from jinju.adapters.apkg_items import read_package
from jinju.model.cloze import parse
from jinju.model.errors import UserError


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


def test_items_come_back_as_they_went(from_anki):
    made, path = from_anki(legacy=True)
    there = {item.id: item for item in read_package(path).items}
    assert there.keys() == {item.id for item in made.items}
    for item in made.items:
        back = there[item.id]
        assert parse(back.text) == parse(item.text)
        assert back.hints == item.hints
        assert (back.before, back.after, back.theme) == (item.before, item.after, item.theme)
        assert back.reasons == item.reasons
        assert len(back.tags) == len(item.tags)
        assert ("recite" in back.kinds.values()) == ("recite" in item.kinds.values())


def test_the_newest_format_is_explained(from_anki):
    _, path = from_anki(legacy=False)
    with pytest.raises(UserError) as caught:
        read_package(path)
    assert caught.value.code == "package-newest"
