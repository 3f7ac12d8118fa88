"""Intervals, differences, sides, keys and editors in words."""

from pathlib import Path

import pytest

from jinju.cli.terminal.difference import MOST, difference
from jinju.cli.terminal.editor import editor_command
from jinju.cli.terminal.faces import back, front, hidden
from jinju.cli.terminal.intervals import days, interval, wait
from jinju.cli.terminal.keys import action
from jinju.messages import language, table
from jinju.model.errors import UserError
from jinju.model.item import Item
from jinju.model.review import Moment, Schedule
from jinju.study.answer import compare
from jinju.study.cue import face
from jinju.study.face import CueLevel

MINUTE = 60_000


@pytest.fixture(autouse=True, params=["en", "zh"])
def speech(request, monkeypatch):
    monkeypatch.setenv("JINJU_LANG", request.param)
    language.cache_clear()
    table.cache_clear()
    yield request.param
    language.cache_clear()
    table.cache_clear()


def test_intervals_in_few_words(speech):
    said = {
        "en": [
            "under 1 minute",
            "1 minute",
            "10 minutes",
            "1.5 hours",
            "0 days",
            "1 day",
            "29 days",
            "1 month",
        ],
        "zh": ["不到 1 分钟", "1 分钟", "10 分钟", "1.5 小时", "0 天", "1 天", "29 天", "1 个月"],
    }[speech]
    times = [wait(20_000), wait(MINUTE), wait(10 * MINUTE), wait(90 * MINUTE)]
    assert [*times, days(0), days(1), days(29), days(31)] == said


def test_long_intervals_are_in_months_and_years(speech):
    said = {"en": ["2.4 months", "1.2 years", "2.4mo"], "zh": ["2.4 个月", "1.2 年", "2.4月"]}[speech]
    assert [days(73), days(438), days(73, short=True)] == said


def test_a_learning_step_counts_from_its_review(speech):
    now = 1_700_000_000_000
    step = Schedule(phase="learning", due_at=now + 10 * MINUTE, last=Moment(now))
    assert interval(step) == {"en": "10 minutes", "zh": "10 分钟"}[speech]
    assert interval(Schedule(phase="review", interval=3)) == {"en": "3 days", "zh": "3 天"}[speech]


def shown(typed, *expected):
    return difference(compare(typed, expected, lambda text: text), typed)


def test_a_right_answer_needs_no_comparison():
    (verdict,) = shown("解民忧 纾民困", "解民忧、纾民困")
    assert verdict.text.startswith("✓")


def test_wrong_characters_are_marked_in_both_rows():
    runs = shown("解民忧纾民苦", "解民忧、纾民困")
    assert [run.text for run in runs if run.role == "wrong"] == ["苦"]
    assert [run.text for run in runs if run.role == "lost"] == ["困"]


def test_a_long_paste_is_shown_cut_and_counted():
    runs = shown("民" * 10_000, "民心")
    assert sum(len(run.text) for run in runs) < 2 * MOST + 100
    assert any("10000" in run.text for run in runs)


def test_nothing_typed_is_said():
    (run,) = shown("  ", "民心")
    assert run.role == "dim"


ITEM = Item("i1", "a1", "察的是{{c1::民情}}、解的是{{c1::民忧}}、得的是{{c2::民心}}")


def test_several_gaps_are_numbered_and_as_long_as_one():
    text = "".join(run.text for run in front(face(ITEM, 1, CueLevel.DEMAND)))
    assert text == "察的是__①__、解的是__②__、得的是民心"
    single = "".join(run.text for run in front(face(ITEM, 2, CueLevel.DEMAND)))
    assert single == "察的是民情、解的是民忧、得的是______"


def test_the_back_marks_the_answers():
    runs = back(face(ITEM, 1, CueLevel.DEMAND))
    assert [run.text for run in runs if run.role == "answer"] == ["民情", "民忧"]
    assert "".join(run.text for run in runs) == "察的是民情、解的是民忧、得的是民心"


def test_what_stands_around_a_card_does_not_tell_its_answer():
    runs = hidden("民心是最大的政治，得民心者得天下。", ["民心"])
    assert "民心" not in "".join(run.text for run in runs)
    assert sum(run.role == "gap" for run in runs) == 2


@pytest.mark.parametrize(
    ("name", "character", "does"),
    [
        ("space", " ", "show"),
        ("enter", "\r", "show"),
        ("fullwidth_digit_three", "３", "good"),
        ("ideographic_space", "　", "show"),
        ("fullwidth_question_mark", "？", "help"),
        ("H", "H", "hint"),
        ("ctrl+c", "\x03", "quit"),
        ("x", "x", None),
        ("f5", None, None),
    ],
)
def test_keys_and_what_an_input_method_makes_of_them(name, character, does):
    assert action(name, character) == does


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vi", ["+7", "deck.yaml"]),
        ("nano -w", ["-w", "+7", "deck.yaml"]),
        ("code", ["--wait", "--goto", "deck.yaml:7"]),
        ("code -w", ["-w", "--goto", "deck.yaml:7"]),
        ("hx", ["deck.yaml:7"]),
        ("subl", ["--wait", "deck.yaml:7"]),
        ("mine --plain", ["--plain", "deck.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(tmp_path, monkeypatch, editor, arguments):
    program = tmp_path / editor.split()[0]
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    command = editor_command(Path("deck.yaml"), 7, {"EDITOR": editor})
    assert command[1:] == arguments


def test_visual_goes_before_editor_and_a_path_may_hold_spaces(tmp_path):
    program = tmp_path / "my tools" / "vim"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    command = editor_command(Path("d.yaml"), 2, {"VISUAL": str(program), "EDITOR": "other"})
    assert command == [str(program), "+2", "d.yaml"]


def test_an_editor_that_is_not_there_is_named():
    with pytest.raises(UserError) as told:
        editor_command(Path("d.yaml"), 2, {"EDITOR": "no-such-editor-at-all"})
    assert told.value.details["editor"] == "no-such-editor-at-all"
