"""Whether a reader would keep a note, by what its clip and its blanks are worth."""

from dataclasses import replace

import pytest

from jinju.adapters.judges import load_judges
from jinju.cards.candidate import Candidate, Clip
from jinju.cards.note_score import figures, keeping
from jinju.model.article import Span
from jinju.model.lexicon import Token, Words
from jinju.model.picks import Quote
from jinju.model.tones import Tones
from jinju.model.weights import Weights

NOTES = Weights({"clip": 1.0, "blanks.mean": 0.5, "cards.many": -1.0, "tone.hidden": 1.0}, 0.0)
WEIGHTS = replace(load_judges(), notes=NOTES, tones=Tones())


def clip(score):
    words = (Token("实干", 0, "v"), Token("兴邦", 2, "v"))
    return Clip(Quote(Span(0, 4), score, ()), "实干兴邦", 0, words, (), (), Words({}, 1), frozenset())


def card(*chances):
    return tuple(Candidate(Span(i, i + 1), "phrase", c) for i, c in enumerate(chances))


def test_a_better_clip_and_better_blanks_are_kept_rather():
    low, high = keeping(clip(0.2), [card(0.5)], WEIGHTS), keeping(clip(0.6), [card(0.5)], WEIGHTS)
    assert 0 < low < high < 1
    assert keeping(clip(0.2), [card(0.8)], WEIGHTS) > low


def test_the_characters_of_its_blanks_count_and_no_others():
    fine = replace(WEIGHTS, tones=Tones({"实": [0.0, 2.0, 0.0, 0.0], "邦": [9.0, -9.0, 9.0, 9.0]}))
    assert keeping(clip(0.2), [card(0.5)], fine) > keeping(clip(0.2), [card(0.5)], WEIGHTS)


def test_a_note_that_asks_nothing_is_worth_nothing():
    assert keeping(clip(0.9), [], WEIGHTS) == 0


def test_the_figures_of_a_note():
    blanks = [(0.5, (("cut.share", 0.1),)), (0.2, (("cut.share", 0.3),))]
    found = dict(figures((0.5, (("place.first", 1.0),)), blanks, 1, text="守正方能创新"))
    assert found["clip"] == 0
    assert found["blanks.least"] < found["blanks.mean"] < 0
    assert (found["cards.single"], found["cards.many"]) == (1.0, 0.0)
    assert found["clip.place.first"] == 1.0
    assert found["blanks.cut.share"] == 0.3
    assert dict(figures((1.0, ()), [(0.0, ())], 4, text="守正"))["cards.many"] == 2.0


@pytest.mark.parametrize(
    ("text", "ends", "quotes"),
    [
        ("守正方能创新。", 1.0, 0.0),
        ("守正方能创新", 0.0, 0.0),
        ("“守正方能创新。”", 1.0, 0.0),
        ("要守住“正”，方能创新！", 1.0, 1.0),
    ],
)
def test_a_note_is_judged_by_the_look_of_its_clip(text, ends, quotes):
    found = dict(figures((0.9, ()), [(0.9, ())], 1, text=text))
    assert (found["text.ends"], found["text.quotes"]) == (ends, quotes)


def test_a_long_clip_needs_more_than_a_short_one():
    short, long = (dict(figures((0.9, ()), [(0.9, ())], 1, text="守正" * n)) for n in (6, 24))
    assert short["text.length"] < 0 < long["text.length"]
    assert short["text.length-of-clip"] < 0 < long["text.length-of-clip"]
