"""Lines of running text: no mark at the wrong end, no character cut, nothing lost."""

import random

import pytest
from rich.cells import cell_len

from jinju.cli.terminal.even import LONGEST, even
from jinju.cli.terminal.run import Run
from jinju.cli.terminal.wrap import wrap

LINE = "群众在哪里，我们就“下”到哪里；问题在什么地方，办公现场就落在什么地方。"


def texts(lines):
    return ["".join(run.text for run in line) for line in lines]


@pytest.mark.parametrize("cut", [wrap, even])
@pytest.mark.parametrize("width", [2, 3, 7, 10, 16, 20, 33, 64, 200])
def test_every_line_fits_and_no_character_is_lost(cut, width):
    lines = texts(cut((Run(LINE),), width))
    assert "".join(lines) == LINE
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize("cut", [wrap, even])
@pytest.mark.parametrize("width", range(8, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(cut, width):
    lines = texts(cut((Run(LINE),), width))
    assert not [line for line in lines if line[0] in "，；。”"]
    assert not [line for line in lines if line[-1] == "“"]


def test_latin_words_and_gaps_stay_whole():
    runs = (Run("The grass is "), Run("______", "gap"), Run(" on the other side"))
    assert texts(wrap(runs, 16)) == ["The grass is ", "______ on the ", "other side"]


def test_a_word_longer_than_the_line_is_cut():
    assert texts(wrap((Run("x" * 25),), 10)) == ["x" * 10, "x" * 10, "x" * 5]


def test_line_breaks_are_kept_and_control_characters_are_not_obeyed():
    assert texts(wrap((Run("一\n二\x1b[2J\t三"),), 20)) == ["一", "二 [2J 三"]


def test_a_combining_mark_stays_with_its_letter():
    assert texts(wrap((Run("cafe\u0301 ole\u0301"),), 4)) == ["cafe\u0301", "ole\u0301"]


def test_roles_are_kept_through_a_cut():
    lines = wrap((Run("解的是"), Run("民忧民困民难", "answer"), Run("。")), 10)
    assert [run.role for line in lines for run in line] == ["text", "answer", "answer", "text"]


def test_a_sentence_is_cut_at_its_pauses():
    lines = texts(even((Run("下的是基层、察的是民情、解的是民忧、得的是民心。"),), 40))
    assert lines == ["下的是基层、察的是民情、", "解的是民忧、得的是民心。"]


def test_no_last_word_stands_alone():
    text = "现场办公下基层下的是基层察的是民情解的是民忧得的是民心啊"
    assert [len(line) for line in texts(even((Run(text),), 2 * (len(text) - 1)))] == [14, 14]


def test_random_texts_lose_nothing_but_spaces_at_line_ends():
    draw = random.Random(6)
    for _ in range(200):
        text = "".join(draw.choice("民心，。“” ab、……——（）1%") for _ in range(draw.randrange(60)))
        width = draw.randrange(2, 30)
        for cut in (wrap, even):
            lines = texts(cut((Run(text),), width))
            assert "".join(lines).replace(" ", "") == text.replace(" ", "")
            assert all(cell_len(line.rstrip(" ")) <= width for line in lines)


def test_a_text_of_ten_thousand_characters_is_wrapped_plainly():
    text = "民" * 10_000
    assert len(text) > LONGEST
    assert "".join(texts(even((Run(text),), 64))) == text
