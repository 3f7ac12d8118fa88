import hashlib
import re

from jinju.adapters import note_type
from jinju.cards.ladder import STYLED_NUMBERS
from jinju.model.note import FIELDS

LOOK = "2700113de6e59456"
"""Of the look that went out at `note_type.CHANGED`."""


def test_a_changed_look_has_a_new_time():
    """Anki takes over a new look only when it is newer: set CHANGED to now and LOOK to the new digest."""
    parts = "\0".join(note_type.part(name) for name in ("front.html", "back.html", "style.css"))
    assert (note_type.CHANGED, hashlib.sha256(parts.encode()).hexdigest()[:16]) == (1795420664, LOOK)


def test_fields_and_their_numbers_are_frozen():
    """A change here forks the note type in every learner's collection: do not make it, take a spare."""
    frozen = repr((note_type.ID, note_type.TEMPLATE_ID, len(FIELDS), [*note_type.FIELD_IDS.values()]))
    assert hashlib.sha256(frozen.encode()).hexdigest()[:16] == "dbbe62fd8ade89ed"
    assert len(set(note_type.FIELD_IDS.values())) == len(FIELDS) == 18


def test_the_style_sheet_shows_as_many_ladders_as_the_cards_count_on():
    shown = re.findall(r"\.card(\d+) \.jj-n(\d+)\b", note_type.part("style.css"))
    assert [int(a) for a, b in shown if a == b] == list(range(1, STYLED_NUMBERS + 1))


def test_nothing_is_asked_for_from_outside():
    for name in ("front.html", "back.html", "style.css"):
        text = note_type.part(name)
        assert not re.search(r"url\(|@import|https?:|src=|<link", text)


def test_every_field_that_the_templates_name_exists():
    for name in ("front.html", "back.html"):
        for used in re.findall(r"\{\{[#/^]?(?:[a-z_A-Z: -]+:)?(\w+)\}\}", note_type.part(name)):
            assert used in FIELDS
