"""The checks themselves: each names what is wrong with a package made wrong on purpose."""

import pytest
from tests.anki.collection import faults, take_in

from jinju.adapters.apkg import write_apkg
from jinju.model.note import Note


@pytest.mark.parametrize(
    ("fault", "fields", "cards"),
    [
        ("wrong cards", {"Text": "一{{c1::二}}三{{c2::四}}"}, (1,)),
        ("wrong cards", {"Text": "一{{c1::二{{c2::三}}四}}五"}, (1,)),
        ("empty card", {"Text": "一{{c1::二}}三"}, (1, 2)),
        ("no gap", {"Text": "一{{c1::二}}三"}, (1, 2)),
        ("empty first field", {"Text": " "}, (1,)),
        ("replacement character", {"Text": "一{{c1::二}}", "Theme": "\ufffd"}, (1,)),
        ("control character", {"Text": "一{{c1::二}}\x85"}, (1,)),
        ("entities that come alive in the editor", {"Text": "一{{c1::二}}&#123;&#123;"}, (1,)),
        ("strange HTML", {"Text": "一{{c1::二}}<blink>三</blink>"}, (1,)),
        ("strange HTML", {"Text": "一{{c1::二}} 1 < 2"}, (1,)),
        ("missing media", {"Text": "一{{c1::二}}[sound:a.mp3]"}, (1,)),
        ("bare braces", {"Text": "一{{c1::二}}", "Theme": "}}"}, (1,)),
        ("unbalanced TeX", {"Text": r"一{{c1::二}}\({\)"}, (1,)),
        ("no context", {"Text": "{{c1::二}}"}, (1,)),
        ("hint in the gap", {"Text": "一{{c1::二::三}}"}, (1,)),
        ("the answer looks like the question", {"Text": "一{{c1::[...]}}"}, (1,)),
        ("empty answer", {"Text": "一{{c1:: }}"}, (1,)),
        ("the answer is in plain sight", {"Text": "一{{c1::二三}}", "Cue": "二三"}, (1,)),
    ],
)
def test_a_fault_is_named(col, tmp_path, fault, fields, cards):
    write_apkg("甲", [Note("i1", 5, fields, (), 1, cards)], tmp_path / "a.apkg")
    take_in(col, tmp_path / "a.apkg")
    assert fault in {name for name, *_ in faults(col)}


def test_notes_that_cannot_be_told_apart_are_named(col, tmp_path):
    same = [Note(f"i{n}", 5, {"Text": "一{{c1::二}}三"}, (), n, (1,)) for n in (1, 2)]
    alike = [Note(f"i{n}", 5, {"Text": f"四{{{{c1::{n}{n}}}}}五"}, (), n, (1,)) for n in (3, 4)]
    write_apkg("甲", [*same, *alike], tmp_path / "a.apkg")
    take_in(col, tmp_path / "a.apkg")
    assert {name for name, *_ in faults(col)} == {"same first field", "same question"}
