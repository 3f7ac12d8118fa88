"""The labels that decks are fitted to, and the weights that came of them, keep what they promise."""

import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

LABELS = Path(__file__).resolve().parents[3] / "benchmarks" / "deck_fit"


def rows(name):
    return [json.loads(line) for line in (LABELS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ["tutor_decks.jsonl", "verdicts.jsonl"])
def test_labels_name_places_and_hold_no_text(name):
    for row in rows(name):
        assert {"id", "digest", "notes"} <= set(row) <= {"id", "digest", "notes", "missed"}
        assert not any("\u4e00" <= c <= "\u9fff" for c in json.dumps(row, ensure_ascii=False))
        mended = [note["mended"] for note in row["notes"] if "mended" in note]
        for note in [*row["notes"], *mended, *row.get("missed", [])]:
            assert 0 <= note["start"] < note["end"]
            assert note["blanks"]
            for card, start, end in note["blanks"]:
                assert card > 0
                assert 0 <= start < end <= note["end"] - note["start"]


def test_a_tutors_notes_do_not_overlap():
    for row in rows("tutor_decks.jsonl"):
        spans = sorted((n["start"], n["end"]) for n in row["notes"])
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_verdict_names_what_is_wrong_only_in_what_is_to_be_mended():
    for row in rows("verdicts.jsonl"):
        for note in row["notes"]:
            assert note["verdict"] in ("keep", "mend", "drop", "same")
            assert note["verdict"] == "mend" or not note["bad"]
            assert note["verdict"] == "mend" or "mended" not in note


@pytest.mark.parametrize("name", ["clips", "readers", "edges", "blanks", "notes"])
def test_weights_say_where_they_come_from_and_hold_no_long_string(name):
    raw = json.loads(files("jinju").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))
    assert raw["provenance"].startswith("fit_decks.py on ")
    assert all(len(key.partition(" ")[2]) <= 8 for key in raw["weights"] if not key.startswith("tags "))
    assert any(abs(weight) > 0.1 for weight in raw["weights"].values())
