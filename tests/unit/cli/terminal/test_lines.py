"""Studying line by line: what is read and what is printed, on a real session."""

import io

import pytest

from jinju.cli.terminal.lines import study_by_lines
from jinju.cli.terminal.run import Run
from jinju.messages import language, table


@pytest.fixture
def play(monkeypatch, capsys, clock):
    """`play(sitting, *lines)` gives all that was printed."""
    monkeypatch.setenv("JINJU_LANG", "en")
    language.cache_clear()
    table.cache_clear()

    def run(sitting, *lines, opening=None):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        study_by_lines(sitting, clock.now, opening)
        return capsys.readouterr().out

    yield run
    language.cache_clear()
    table.cache_clear()


def test_a_card_is_shown_graded_and_the_next_one_follows(sit, play):
    sitting = sit()
    answer = sitting.card.face.answers[0]
    out = play(sitting, "", "3", "q")
    front, back = out.split(">", 1)
    assert "______" in front
    assert answer not in front
    assert f"【{answer}】" in back
    assert ">3 Good  10 minutes" in back
    assert sitting.answers == 1


def test_the_end_of_the_input_leaves(sit, play):
    sitting = sit()
    assert "______" in play(sitting)
    assert sitting.answers == 0


def test_typed_answers_and_one_letter_commands(sit, play):
    sitting = sit(typing=True)
    out = play(sitting, "h", "解民忧纾民苦", "", "", "")
    assert "3+3 字" in out
    assert "[-苦-]" in out
    assert "[+困+]" in out
    assert sitting.answers == 2
    assert sitting.session.summary().hints == 1


def test_each_command_is_obeyed(sit, play):
    sitting = sit()
    out = play(sitting, "3", "u", "f", "c", "p", "?", "s", "u", "b", "u", "t", "h", "h", "h", "h", "h", "q")
    for said in (
        "Think first",
        "Nothing to take back",
        "flagged",
        "四下基层",
        "推动主题教育",
        "take the last grade back",
        "will not come again",
        "will not come today",
        "Taken back",
        "Type your answers",
        "No more hints",
    ):
        assert said in out


def test_the_editor_is_opened_on_the_item(sit, play, tmp_path, monkeypatch):
    editor = tmp_path / "vi"
    editor.write_text('#!/bin/sh\nsed -i.old "s/着眼于“解”/着眼于“改”/" "$2"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    out = play(sit(), "e", "q")
    assert "着眼于“解”" in out
    assert "着眼于“改”" in out


def test_a_missing_editor_is_said(sit, play, monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor-at-all")
    monkeypatch.delenv("VISUAL", raising=False)
    assert "no-such-editor-at-all" in play(sit(), "e", "q")


def test_waiting_and_the_end(sit, play):
    sitting = sit(new_a_day=1)
    out = play(sitting, "", "1", "", "", "4", opening=("Before", [Run("a page")]))
    assert "a page" in out
    assert "The next card comes at 12:01" in out
    assert "Done for today" in out
    assert sitting.stage == "done"
