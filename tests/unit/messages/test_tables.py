"""The tables of messages: every part in both languages, no code spoken for twice."""

from pathlib import Path
from string import Formatter

import pytest

from jinju.messages import (
    en,
    en_anki,
    en_history,
    en_stats,
    en_study,
    en_terminal,
    zh,
    zh_anki,
    zh_history,
    zh_stats,
    zh_study,
    zh_terminal,
)

PARTS = (
    (en_anki, zh_anki),
    (en_study, zh_study),
    (en_terminal, zh_terminal),
    (en_history, zh_history),
    (en_stats, zh_stats),
)


def _blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("english", "chinese"), PARTS)
def test_both_languages_say_the_same(english, chinese):
    assert english.MESSAGES.keys() == chinese.MESSAGES.keys()
    for code, text in english.MESSAGES.items():
        assert _blanks(text) == _blanks(chinese.MESSAGES[code]), code


@pytest.mark.parametrize("whole", [en, zh])
def test_a_part_takes_no_code_of_another(whole):
    own = [part.MESSAGES for pair in PARTS for part in pair if part.__name__.startswith(whole.__name__)]
    codes = [code for part in own for code in part]
    assert len(codes) == len(set(codes))
    for part in own:
        for code, text in part.items():
            assert whole.MESSAGES[code] == text


@pytest.mark.parametrize("whole", [en, zh])
def test_no_code_stands_twice_in_the_main_table(whole):
    lines = Path(whole.__file__).read_text(encoding="utf-8").splitlines()
    codes = [line.split('"')[1] for line in lines if line.startswith('    "')]
    parts = [part.MESSAGES for pair in PARTS for part in pair]
    assert not [code for code in codes if any(code in part for part in parts)]
