import pytest

from jinju.adapters.judges import load_judges
from jinju.adapters.segmenter import Segmenter
from jinju.extract.pick import pick
from jinju.extract.select import best_set, distinct
from jinju.text.clean import clean

FEWEST, MOST = 15, 9
LIKELY = 0.25
"""The chance that a tutor would take the line."""


@pytest.fixture(scope="module")
def judges():
    return load_judges()


def test_the_lines_that_a_tutor_would_take(golden, text_tools, judges):
    """A small text, and the lines that are chosen from it, one a line."""

    def chosen(text):
        article = clean(text, text_tools)
        words = text_tools.lexicon.over(f"{article.title}\n{article.text}")
        picks, _ = pick(article, Segmenter(words).cut, words, judges)
        quotes = best_set(distinct([q for q in picks.quotes if q.score > LIKELY], article.text), MOST, LIKELY)
        return "\n".join(q.span.of(article.text) for q in quotes)

    cases = golden("lines.txt")
    assert len(cases.cases()) >= FEWEST
    cases.check(chosen)
