import pytest

from jinju.text.steps.misaligned import mend_misaligned


def mended(text, tools):
    for edit in reversed(mend_misaligned(text, tools)):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("實(shí)打?qū)嵽k好惠民", "實(shí)打實辦好惠民"),
        ("實(shí)績(jī)?nèi)⌒庞诿?、推", "實(shí)績(jī)取信于民、推"),
        ("擔當(dāng)?shù)淖黠L(fēng)和", "擔當(dāng)的作風(fēng)和"),
        ("公?jiào)?wù)?wěi)T(yuán)考試", "公務員(yuán)考試"),  # one run follows the other
        ("人?sù)?men)更", "人們更"),  # a neutral tone has no mark
    ],
)
def test_broken_characters_come_back(damaged, right, text_tools):
    assert mended(damaged, text_tools) == right


def test_a_character_lost_whole_is_chosen_by_its_neighbours(text_tools):
    (edit,) = mend_misaligned("推?dòng)發(fā)展", text_tools)
    assert edit.replacement == "动"
    assert 0.5 < edit.confidence <= 0.9


def test_what_cannot_be_recovered_is_marked_as_doubtful(text_tools):
    (edit,) = mend_misaligned("人民?rǎi)至上", text_tools)
    assert edit.confidence < 0.5


@pytest.mark.parametrize("text", ["为什么?因为这是初心。", "你问我(wǒ)?是的", "What?no) way", "路在何方？"])
def test_real_question_marks_stay(text, text_tools):
    assert mend_misaligned(text, text_tools) == []
