"""Signs and blanks are mended by what stands beside them: Chinese of any block counts, other scripts not."""

import pytest

from jinju.text.steps.pinyin import drop_pinyin
from jinju.text.steps.punctuation import mend_punctuation
from jinju.text.steps.questions import mend_questions
from jinju.text.steps.repeats import drop_repeats
from jinju.text.steps.spaces import drop_spaces
from jinju.text.stops import ends_sentence


def mended(step, text, tools):
    for edit in sorted(step(text, tools), key=lambda e: -e.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


HAN = pytest.mark.parametrize("han", "字〇㐀䶿一鿿豈𠀀")
OTHER = pytest.mark.parametrize("other", "あ한䷀ж")


@HAN
def test_signs_beside_chinese(han, text_tools):
    text = f'{han},{han} ; {han}.\n{han}" 50%,A,{han} (b){han}'
    expected = f'{han}，{han}；{han}。\n{han}" 50%，A，{han} （b）{han}'
    assert mended(mend_punctuation, text, text_tools) == expected
    assert mended(mend_punctuation, f'字"{han}".', text_tools) == f"字“{han}”。"


@OTHER
def test_signs_beside_other_scripts(other, text_tools):
    text = f"字\n{other},{other} ; {other}.\nA,{other}"
    assert mended(mend_punctuation, text, text_tools) == text


@HAN
def test_blanks_and_runs_beside_chinese(han, text_tools):
    assert mended(drop_spaces, f"“ {han} ”\u3000{han}， {han} 好", text_tools) == f"“{han}”{han}，{han} 好"
    assert (
        mended(drop_repeats, f"{han}，，{han}...{han}、。{han}", text_tools) == f"{han}，{han}……{han}。{han}"
    )


@OTHER
def test_blanks_and_runs_beside_other_scripts(other, text_tools):
    text = f"“ {other} ”\u3000{other},,{other}...{other}"
    assert mended(drop_spaces, text, text_tools) == text
    assert mended(drop_repeats, text, text_tools) == text


@HAN
def test_marks_and_readings_behind_chinese(han, text_tools):
    assert mended(mend_questions, f"“好?{han}，“是。”", text_tools) == f"“好”{han}，“是。”"
    assert ends_sentence(f"{han}.{han}", 1, 2)
    assert not ends_sentence("ж.ж", 1, 2)


def test_a_reading_needs_a_character_before_it(text_tools):
    assert mended(drop_pinyin, "實(shí)行", text_tools) == "實行"
    assert mended(drop_pinyin, "ж(shí)行", text_tools) == "ж(shí)行"
