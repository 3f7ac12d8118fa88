"""What holds for any text and any marks, asked of Anki's own engine."""

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.anki.collection import collection, take_in
from tests.anki.decks import ESSAY, essay_deck, item
from tests.anki.sides import Side, visible

from jinju.adapters import note_type
from jinju.cards.field import clean, field_html
from jinju.cards.note import note_fields
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, render
from jinju.model.errors import UserError

ODD = (
    *("{{", "}}", "::", "{{c1::", "{{c2::甲}}", "{", "}", ":", "<", ">", "&", "&amp;", "-->", "<!--", "<br>"),
    *("\\", "\\(", "\\)", "\\[", "\\]", "[sound:a]", "[$]", "[/latex]"),
    *("\u0338", "\u0301", "\n", "\r\n", "\x00", "中"),
)
PIECES = st.text(alphabet=st.characters(), max_size=6) | st.sampled_from(ODD)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@st.composite
def clozes(draw):
    """Text with marks that nest or lie apart."""
    plain, marks = "", []
    for _ in range(draw(st.integers(1, 4))):
        plain += draw(TEXTS)
        cuts = [len(plain)]
        for _ in range(3):
            plain += draw(TEXTS)
            cuts.append(len(plain))
        for start, end in (cuts[::3], cuts[1:3]):
            if end > start:
                marks.append(Mark(draw(st.integers(1, 12)), Span(start, end)))
    return Cloze(plain + draw(TEXTS), tuple(marks))


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """A collection that knows our note type."""
    from jinju.adapters.apkg import write_apkg
    from jinju.cards.note import notes_of

    folder = tmp_path_factory.mktemp("laws")
    made = essay_deck()
    write_apkg(made.name, notes_of(made, 0), folder / "deck.apkg")
    with collection(folder) as col:
        take_in(col, folder / "deck.apkg")
        yield col


def same(text):
    """Text apart from white space: TeX keeps its braces apart with a space."""
    return "".join(unicodedata.normalize("NFC", text).split())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cloze=clozes())
def test_anki_counts_and_shows_what_we_do(engine, cloze):
    made = item(1, render(cloze))
    if not cloze.marks or any(not clean(m.span.of(cloze.plain)).strip() for m in cloze.marks):
        with pytest.raises(UserError, match=r"note-(no|empty)-blank"):
            note_fields(made, ESSAY, due=1, now=0)
        return
    ours = note_fields(made, ESSAY, due=1, now=0)
    note = engine.new_note(engine.models.get(note_type.ID))
    for name, value in ours.fields.items():
        note[name] = unicodedata.normalize("NFC", value)  # as the importer does
    assert tuple(sorted(note.cloze_numbers_in_fields())) == ours.cards == cloze.numbers
    assert engine.media.files_in_str(note_type.ID, note["Text"]) == []
    card = note.ephemeral_card(ours.cards[0] - 1)
    back = re.search(r'(?s)<div class="jj-text" id="answer">(.*?)</div>', card.answer())[1]
    assert same(visible(back)) == same(clean(cloze.plain))
    assert Side(back).strange_tags == set()
    inside = [m for m in cloze.marks if m.number == ours.cards[0]]
    asked = Side(card.question()).answers
    outermost = [m for m in inside if not any(o is not m and o.span.contains(m.span) for o in inside)]
    if len(outermost) == len(inside):
        assert [same(visible(a)) for a in asked] == [same(clean(m.span.of(cloze.plain))) for m in inside]


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_any_field_shows_its_text_and_holds_no_mark(engine, text):
    value = unicodedata.normalize("NFC", field_html(text))
    assert same(visible(value)) == same(clean(text))
    note = engine.new_note(engine.models.get(note_type.ID))
    note["Text"] = value
    assert note.cloze_numbers_in_fields() == []
    assert not re.search(r"\{\{|\}\}|::", value)
    assert field_html(clean(text)) == field_html(text)
