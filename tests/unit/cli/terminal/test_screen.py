"""The screen under Textual's own pilot: keys in, text out, on a real session."""

import asyncio
import os
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len

from jinju.cli.terminal.answer_box import AnswerBox
from jinju.cli.terminal.app import StudyApp
from jinju.cli.terminal.card_screen import CardScreen
from jinju.cli.terminal.pages import Page
from jinju.cli.terminal.prose import Prose
from jinju.messages import language, table
from jinju.model.review import Rating


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.setenv("JINJU_LANG", "zh")
    monkeypatch.delenv("NO_COLOR", raising=False)
    language.cache_clear()
    table.cache_clear()
    yield
    language.cache_clear()
    table.cache_clear()


@asynccontextmanager
async def running(sitting, clock, *, size=(80, 24), opening=None):
    app = StudyApp(sitting, clock.now, opening)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def rows(app):
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text(app):
    return "".join(row.strip() for row in rows(app))


def sentence(app):
    return app.screen.query_one("#sentence", Prose).plain


def test_front_then_back_then_the_next_card(sit, clock):
    async def play():
        sitting = sit()
        async with running(sitting, clock) as (app, pilot):
            first = sitting.card
            assert "______" in sentence(app)
            assert first.face.answers[0] not in sentence(app)
            assert "良好" not in text(app)
            await pilot.press("space")
            assert first.face.answers[0] in sentence(app)
            assert "▸ 3 良好" in text(app)
            assert "10 分钟" in text(app)
            await pilot.press("3")
            assert sitting.card.key != first.key
            assert "已答 1" in text(app)

    asyncio.run(play())


def test_arrows_move_the_mark_and_space_takes_it(sit, clock):
    async def play():
        sitting = sit()
        async with running(sitting, clock) as (app, pilot):
            await pilot.press("space", "left", "left")
            assert "▸ 1 重来" in text(app)
            await pilot.press("enter")
            assert sitting.session.summary().right == 0
            assert sitting.answers == 1

    asyncio.run(play())


def test_a_grade_before_the_answer_is_not_taken(sit, clock):
    async def play():
        sitting = sit()
        async with running(sitting, clock) as (app, pilot):
            await pilot.press("3")
            assert "先想一想" in text(app)
            assert sitting.answers == 0

    asyncio.run(play())


def test_while_typing_letters_go_into_the_box_and_escape_frees_the_keys(sit, clock):
    async def play():
        sitting = sit(typing=True)
        async with running(sitting, clock) as (app, pilot):
            await pilot.press("q", "u", "3")
            box = app.screen.query_one(AnswerBox)
            assert box.value == "qu3"
            await pilot.press("escape", "?")
            assert isinstance(app.screen, Page)
            await pilot.press("x", "h")
            assert isinstance(app.screen, CardScreen)
            assert sitting.card.hints_used == 1
            await pilot.press("space", "x", "tab")
            assert box.value == "qu3x"
            assert sitting.card.hints_used == 2

    asyncio.run(play())


def test_a_wrong_answer_is_set_beside_the_right_one(sit, clock):
    async def play():
        sitting = sit(typing=True)
        async with running(sitting, clock) as (app, pilot):
            answer = sitting.card.face.answers[0]
            app.screen.query_one(AnswerBox).value = answer[:-1] + "苦"
            await pilot.press("enter")
            shown = app.screen.query_one("#difference", Prose)
            assert "苦" in shown.plain
            assert answer[-1] in shown.plain
            assert sitting.marked == Rating.AGAIN
            await pilot.press("2")
            assert sitting.answers == 1
            assert app.screen.query_one(AnswerBox).value == ""

    asyncio.run(play())


def test_an_answer_of_ten_thousand_characters_is_taken_and_shown_cut(sit, clock):
    async def play():
        sitting = sit(typing=True)
        async with running(sitting, clock) as (app, pilot):
            from textual.events import Paste

            app.screen.query_one(AnswerBox).post_message(Paste("为人民\n服务" * 2_000))
            await pilot.pause()
            assert len(app.screen.query_one(AnswerBox).value) == 12_000
            await pilot.press("enter")
            assert sitting.stage == "answered"
            assert len(app.screen.query_one("#difference", Prose).plain) < 1_000

    asyncio.run(play())


def test_the_paragraph_hides_the_answer_until_it_was_shown(sit, clock):
    async def play():
        sitting = sit()
        async with running(sitting, clock) as (app, pilot):
            answer = sitting.card.face.answers[0]
            for shown in (False, True):
                for key in ("p", "c"):
                    await pilot.press(key)
                    assert isinstance(app.screen, Page)
                    assert (answer in text(app)) == shown
                    await pilot.press("escape")
                await pilot.press("space")

    asyncio.run(play())


def test_help_names_every_key(sit, clock):
    async def play():
        async with running(sit(), clock, size=(80, 60)) as (app, pilot):
            await pilot.press("question_mark")
            shown = text(app)
            for key in ("1 2 3 4", "h", "t", "u", "e", "s", "f", "b", "c", "p", "?", "q"):
                assert key in shown
            for word in ("提示", "撤销", "编辑器", "标记", "整段", "离开"):
                assert word in shown

    asyncio.run(play())


def test_undo_suspend_bury_and_flag_say_what_they_did(sit, clock):
    async def play():
        sitting = sit()
        async with running(sitting, clock) as (app, pilot):
            first = sitting.card.key
            await pilot.press("u")
            assert "没有可撤销的" in text(app)
            await pilot.press("f")
            assert "已标记" in text(app)
            for key, said in (("s", "不再出现"), ("b", "今天不再出")):
                await pilot.press(key)
                assert said in text(app)
                assert sitting.card.key != first
                await pilot.press("u")
                assert "已撤销" in text(app)
                assert sitting.card.key == first

    asyncio.run(play())


def test_putting_away_while_typing_says_how_to_take_it_back(sit, clock):
    async def play():
        sitting = sit(typing=True)
        async with running(sitting, clock) as (app, pilot):
            first = sitting.card.key
            await pilot.press("escape", "s")
            assert "；u 撤销" in text(app)
            await pilot.press("u")
            assert sitting.card.key == first
            app.screen.query_one(AnswerBox).value = "民"
            await pilot.press("enter", "b")
            assert "；Esc u 撤销" in text(app)
            await pilot.press("escape", "u")
            assert sitting.card.key == first

    asyncio.run(play())


def test_waiting_says_until_when_and_can_be_cut_short(sit, clock):
    async def play():
        sitting = sit(new_a_day=1)
        async with running(sitting, clock) as (app, pilot):
            await pilot.press("space", "1")
            assert "12:01" in sentence(app)
            await pilot.press("space")
            assert sitting.stage == "asking"

    asyncio.run(play())


def test_the_end_sums_up_and_says_when_the_next_card_comes(sit, clock):
    async def play():
        sitting = sit(limit=1)
        async with running(sitting, clock) as (app, pilot):
            await pilot.press("space", "4")
            assert "这一轮学完了" in sentence(app)
            assert "答了 1 题" in sentence(app)
            await pilot.press("space")
        assert app.return_code == 0

    asyncio.run(play())


def test_nothing_due_says_so_kindly(sit, clock):
    async def play():
        async with running(sit(new_a_day=0), clock) as (app, _):
            assert "没有要学的卡" in sentence(app)
            assert "新卡留给以后" in sentence(app)

    asyncio.run(play())


def test_a_page_before_the_start_is_read_first(sit, clock):
    from jinju.cli.terminal.run import Run

    async def play():
        async with running(sit(), clock, opening=("计划", [Run("每天两张")])) as (app, pilot):
            assert "每天两张" in text(app)
            await pilot.press("space")
            assert isinstance(app.screen, CardScreen)

    asyncio.run(play())


@pytest.mark.parametrize("size", [(20, 8), (20, 24), (30, 10), (48, 16), (200, 60)])
def test_every_window_shows_gap_and_grades_and_nothing_runs_over(sit, clock, size):
    async def play():
        async with running(sit(), clock, size=size) as (app, pilot):
            await pilot.pause()
            assert "______" in text(app)
            assert all(cell_len(row) <= size[0] for row in rows(app))
            await pilot.press("space")
            await pilot.pause()
            for name in ("重来", "困难", "良好", "简单"):
                assert name in text(app)

    asyncio.run(play())


def test_a_window_that_changes_size_is_drawn_anew(sit, clock):
    async def play():
        async with running(sit(), clock) as (app, pilot):
            for size in ((20, 10), (120, 40), (8, 4), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            assert "______" in text(app)

    asyncio.run(play())


def test_nothing_is_drawn_again_when_nothing_changed(sit, clock):
    async def play():
        async with running(sit(), clock) as (app, pilot):
            prose = app.screen.query_one("#sentence", Prose)
            drawn = []
            prose.refresh = lambda *args, **kwargs: drawn.append(args)
            await pilot.press("x", "x", "up")
            assert drawn == []

    asyncio.run(play())


def test_an_editor_opens_the_item_and_the_card_follows(sit, clock, deck, tmp_path, monkeypatch):
    """Under the pilot no terminal can be lent; the person is told where to look."""
    program = tmp_path / "vi"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))

    async def play():
        async with running(sit(), clock, size=(200, 24)) as (app, pilot):
            await pilot.press("e")
            assert f"{os.fspath(deck)} 第" in text(app)

    asyncio.run(play())


def test_an_answer_that_cannot_be_stored_stays_to_be_given_again(sit, clock, tmp_path):
    from jinju.adapters.review_store import open_store

    async def play():
        sitting = sit()
        async with running(sitting, clock, size=(120, 24)) as (app, pilot):
            first = sitting.card.key
            await pilot.press("space")
            forbid(sitting.session, on=True)
            await pilot.press("3")
            assert "reviews.db" in text(app)
            assert (sitting.stage, sitting.card.key) == ("answered", first)
            forbid(sitting.session, on=False)
            await pilot.press("3")
            assert sitting.answers == 1

    def forbid(session, *, on):
        """Let SQLite itself refuse every write."""
        session._store._connection.raw.execute(f"PRAGMA query_only = {int(on)}")

    asyncio.run(play())
    with open_store(tmp_path / "reviews.db") as store:
        assert store.reviews.count() == 1
