import pytest

from jinju.adapters.deck_file import BadDeck, parse_deck, render_deck
from jinju.messages import language, say, table


@pytest.fixture(params=["en", "zh"])
def tongue(request, monkeypatch):
    monkeypatch.setenv("JINJU_LANG", request.param)
    for cached in (language, table):
        cached.cache_clear()
    yield request.param
    for cached in (language, table):
        cached.cache_clear()


def answer(given):
    """The whole message that a person gets for a bad deck file."""
    try:
        parse_deck(given, "deck.yaml")
    except BadDeck as error:
        return say(error.code, **error.details)
    return "(read)"


def test_slips(golden, tongue):
    golden(f"slips.{tongue}.txt").check(answer)


def test_rewritten(golden):
    """How jinju itself would write a deck file that a person wrote."""
    golden("written.txt").check(lambda given: render_deck(*parse_deck(given)).rstrip("\n"))
