"""`jinju study` in a real terminal: keys sent, the screen read, the store looked into afterwards."""

import os
import signal
import subprocess
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.e2e import tmux

from jinju.adapters.review_store import open_store
from jinju.model.cloze import parse
from jinju.model.review import Rating

DECK = Path(__file__).resolve().parents[1] / "decks" / "xianchang-bangong.yaml"
FIRST = "立足于“下”、着眼于“解”、力求于“促”"
ANSWER = "解民忧、纾民困"


def reviews(tmp_path):
    with open_store(tmp_path / "reviews.db") as store:
        return list(store.reviews.all())


def ratings(tmp_path):
    return [int(review.rating) for review in reviews(tmp_path)]


def test_a_session_from_the_first_card_to_the_summary(study, tmp_path):
    terminal = study("--limit", "3")
    front = terminal.wait_for(FIRST, "______", "空格 看答案")
    assert ANSWER not in front
    terminal.press("Space")
    terminal.wait_for(ANSWER, "1 重来", "▸ 3 良好", "10 分钟")
    terminal.press("3")
    terminal.wait_for("已答 1", "______")
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("Enter")
    terminal.wait_for("已答 2", "______")
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("1")
    terminal.wait_for("这一轮学完了", "答了 3 题", "答对 2 题（67%）")
    terminal.press("q")
    assert terminal.status() == 0
    assert "答对 2 题（67%）" in terminal.screen(), "the summary stays in the terminal"
    kept = reviews(tmp_path)
    assert [review.rating for review in kept] == [Rating.GOOD, Rating.GOOD, Rating.AGAIN]
    assert len({review.card for review in kept}) == 3
    assert {review.mode for review in kept} == {"reveal"}


def test_hints_undo_and_the_pages(study, tmp_path):
    terminal = study()
    terminal.wait_for("字数相同", gone=["3+3 字"])
    terminal.press("h")
    terminal.wait_for("3+3 字")
    terminal.press("h", "h", "h")
    terminal.wait_for("没有更多提示了")
    terminal.press("Space")
    terminal.wait_for("▸ 2 困难")
    terminal.press("Space")
    terminal.wait_for("已答 1")
    terminal.press("u")
    terminal.wait_for("已撤销", FIRST, "已答 0")
    assert ratings(tmp_path) == []
    terminal.press("p")
    assert ANSWER not in terminal.wait_for("推动主题教育取得更多实实在在的成效", "任意键返回")
    terminal.press("Escape")
    terminal.wait_for("h 提示")
    terminal.press("?")
    terminal.wait_for("用编辑器修改这一条")
    terminal.press("q")
    terminal.wait_for(FIRST, "已答 0")
    terminal.press("q")
    assert terminal.status() == 0


def test_typing_with_an_input_method(study, tmp_path):
    terminal = study("--type")
    terminal.wait_for(FIRST, "回车 对答案")
    terminal.type("解民忧纾民苦")
    terminal.wait_for("解民忧纾民苦")
    terminal.press("Enter")
    terminal.wait_for("你写", "苦", "答案", "困", "▸ 1 重来")
    terminal.press("2")
    terminal.wait_for("已答 1", "______")
    terminal.type("最前沿")
    terminal.press("Enter")
    terminal.wait_for("✓ 全对")
    terminal.press("Enter")
    terminal.wait_for("已答 2")
    terminal.press("Escape")
    terminal.wait_for("空格 回到输入框")
    terminal.press("q")
    assert terminal.status() == 0
    first, second = reviews(tmp_path)
    assert (first.rating, first.mode) == (Rating.HARD, "type")
    assert second.rating >= Rating.GOOD


def test_an_answer_of_ten_thousand_characters_is_pasted(study, tmp_path):
    terminal = study("--type")
    terminal.wait_for(FIRST, "回车 对答案")
    terminal.paste("群众的事\n就是大事。" * 1_000)
    terminal.wait_for("就是大事")
    terminal.press("Enter")
    terminal.wait_for("✗ 不对", "▸ 1 重来")
    terminal.press("Enter")
    terminal.wait_for("已答 1", "回车 对答案")
    assert ratings(tmp_path) == [1]


def test_twenty_columns_and_a_changing_window(study, tmp_path):
    terminal = study(columns=20, rows=12, COLUMNS="80", LINES="24")
    narrow = terminal.wait_for("______", "空格 看答案")
    assert all(len(row) <= 20 for row in narrow.split("\n"))
    terminal.press("Space")
    terminal.wait_for("1重来 1分", "▸良好10分", "4简单")
    terminal.press("3")
    terminal.wait_for("余 20", "______")
    terminal.resize(100, 30)
    terminal.wait_for("已答 1 · 新 19")
    terminal.resize(30, 10)
    terminal.wait_for("______", gone=["已答 1 · 新 19"])
    terminal.press("C-c")
    assert terminal.status() == 0
    assert ratings(tmp_path) == [3]


def test_quit_and_come_back(study, tmp_path):
    terminal = study()
    first = terminal.wait_for(FIRST)
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("4")
    second = terminal.wait_for("已答 1", "______")
    terminal.press("q")
    assert terminal.status() == 0
    again = study()
    screen = again.wait_for("______", "空格 看答案")
    assert FIRST not in screen
    assert FIRST in first
    assert sentence(screen) == sentence(second)


def sentence(screen):
    return next(row for row in screen.split("\n") if "______" in row)


def test_killed_outright_nothing_answered_is_lost(study, tmp_path):
    terminal = study()
    terminal.wait_for(FIRST)
    for done in (1, 2, 3):
        terminal.press("Space")
        terminal.wait_for("▸ 3 良好")
        terminal.press("3")
        terminal.wait_for(f"已答 {done}", "______")
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.status() == 128 + signal.SIGKILL
    assert ratings(tmp_path) == [3, 3, 3]
    again = study()
    assert FIRST not in again.wait_for("______", "空格 看答案")


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "closed window"])
def test_ended_from_outside_it_leaves_cleanly(study, tmp_path, how):
    terminal = study()
    terminal.wait_for(FIRST)
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("3")
    terminal.wait_for("已答 1")
    pid = terminal.pid
    if how == "closed window":
        terminal.close_window()
        wait_until_gone(pid)
    else:
        os.kill(pid, signal.Signals[how])
        assert terminal.status() == {"SIGTERM": 128 + signal.SIGTERM, "SIGINT": 0}[how]
        assert "Traceback" not in terminal.screen()
    assert ratings(tmp_path) == [3]


def wait_until_gone(pid):
    end = time.monotonic() + tmux.PATIENCE
    while runs(pid):
        assert time.monotonic() < end, "still running without a terminal"
        time.sleep(0.05)


def runs(pid):
    """Whether the process is there and not only waits to be buried."""
    try:
        os.kill(pid, 0)
        return "zombie" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self/status").exists()


def test_the_item_is_edited_where_it_stands_in_the_deck_file(study, tmp_path, deck):
    editor = tmp_path / "vi"
    editor.write_text(
        '#!/bin/sh\necho "$1" > "$HOME/where"\nsed -i "${1#+},+4s/着眼于“解”/着眼于“改”/" "$2"\n',
        encoding="utf-8",
    )
    editor.chmod(0o755)
    (tmp_path / "home").mkdir()
    terminal = study(EDITOR=editor)
    terminal.wait_for(FIRST)
    terminal.press("e")
    terminal.wait_for("着眼于“改”", "______", "空格 看答案")
    line = int((tmp_path / "home" / "where").read_text().strip().removeprefix("+"))
    assert deck.read_text(encoding="utf-8").split("\n")[line - 1].startswith("- id: ")
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("3")
    terminal.wait_for("已答 1")
    assert ratings(tmp_path) == [3]


def test_no_colour_where_none_is_wanted(study):
    terminal = study(NO_COLOR="1")
    terminal.wait_for("______")
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    looks = terminal.screen("-e")
    assert "\x1b[" in looks, "weight and lines remain"
    codes = {code for part in looks.split("\x1b[")[1:] for code in part.split("m")[0].split(";")}
    assert not codes & {str(n) for n in (*range(30, 39), *range(40, 49), *range(90, 108))}, codes


def test_a_terminal_that_only_prints_is_studied_line_by_line(study, tmp_path):
    terminal = study("--limit", "2", TERM="dumb", rows=50)
    terminal.wait_for(FIRST, "______")
    terminal.press("h", "Enter")
    terminal.wait_for("3+3 字")
    terminal.press("Enter")
    terminal.wait_for("【解民忧、纾民困】", ">2 困难")
    terminal.press("Enter")
    terminal.wait_for("最末端")
    terminal.press("t", "Enter")
    terminal.type("最前沿")
    terminal.press("Enter")
    terminal.wait_for("✓ 全对")
    terminal.press("3", "Enter")
    terminal.wait_for("这一轮学完了", "答了 2 题")
    assert terminal.status() == 0
    assert ratings(tmp_path) == [2, 3]


@pytest.mark.parametrize(("lang", "word"), [("zh", "终端"), ("en", "terminal")])
def test_without_a_terminal_one_kind_message(jinju, deck, tmp_path, lang, word):
    status, out, err = jinju("study", deck, "--store", tmp_path / "r.db", lang=lang)
    assert (status, out) == (1, "")
    assert word in err
    assert len(err.strip().split("\n")) == 1


def test_both_languages(study):
    terminal = study(JINJU_LANG="en")
    terminal.wait_for(FIRST, "Space show")
    terminal.press("Space")
    terminal.wait_for("▸ 3 Good", "10 minutes")


def test_the_deck_has_what_these_tests_lean_on():
    from jinju.adapters.deck_file import read_deck

    first = read_deck(DECK).items[0]
    assert FIRST in parse(first.text).plain
    assert parse(first.text).answers(1) == (ANSWER,)


def test_importing_the_command_line_loads_no_screen():
    slow = ("textual", "rich", "fsrs", "sqlite3")
    load = "import sys; from jinju.cli.app import COMMANDS, GROUPS, command_line as c; c(COMMANDS + GROUPS)"
    code = f"{load}; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run([*tmux.jinju()[:1], "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def in_days(count):
    return (date.today() + timedelta(days=count)).isoformat()  # noqa: DTZ011 - the learner's own clock


def test_the_plan_up_to_an_exam_comes_before_the_first_card(study, tmp_path):
    terminal = study("--exam", in_days(40))
    terminal.wait_for("到考试为止的计划", in_days(40), "每天的题数", "▇", "空格 开始", gone=["______"])
    terminal.press("Space")
    terminal.wait_for("______", "空格 看答案")
    terminal.press("q")
    assert terminal.status() == 0


def test_a_plan_that_cannot_be_done_says_why_and_can_be_left(study):
    terminal = study("--exam", in_days(2), "--new", "1")
    terminal.wait_for("来不及", "--new")
    terminal.press("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--exam", "2001-02-03"], "2001-02-03：已经过去了"),
        (["--exam", "soon"], "--exam"),
        (["--retention", "2"], "--retention"),
        (["--order", "backwards"], "--order"),
    ],
)
def test_a_wrong_option_is_one_message(study, arguments, said):
    terminal = study(*arguments, rows=40, columns=100)
    assert terminal.status() == 1
    assert said in terminal.screen()
    assert "Traceback" not in terminal.screen()


def test_without_names_all_decks_so_far_and_a_broken_one_is_named_first(study, tmp_path, deck):
    terminal = study("--limit", "1")
    terminal.wait_for(FIRST)
    terminal.press("Space")
    terminal.wait_for("▸ 3 良好")
    terminal.press("3", "q")
    assert terminal.status() == 0
    deck.write_text("items: [", encoding="utf-8")
    again = study(decks=())
    again.wait_for("开始之前", "deck.yaml", "空格 开始")
    again.press("Space")
    again.wait_for("______", "空格 看答案", gone=[FIRST])
