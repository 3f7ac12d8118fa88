"""`jinju due` and `jinju stats` as typed, and the page of charts in a real Chromium without a network."""

import json
import time
from pathlib import Path

import pytest
from tests.study_days import DAY, weeks_of_answers

DECK = Path(__file__).resolve().parents[1] / "decks" / "xianchang-bangong.yaml"
HOSTILE = "</script><script>document.title='owned'</script><img src=https://example.invalid/x.png>"


def test_due_says_what_to_do_and_json_says_the_same(jinju, tmp_path):
    store = tmp_path / "reviews.db"
    status, out, _ = jinju("due", DECK, "--store", store)
    assert status == 0
    assert "jinju study" in out
    status, out, _ = jinju("due", "--store", store, "--json")
    assert status == 0
    found = json.loads(out)
    assert found["session"]["new"] == 20
    assert found["decks"][0]["path"] == str(DECK)


def test_due_and_stats_without_a_deck_say_how_to_begin(jinju, tmp_path):
    for command in ("due", "stats"):
        status, _, err = jinju(command, "--store", tmp_path / "reviews.db", lang="zh")
        assert status == 1
        assert "jinju study" in err


def test_stats_before_the_first_review_and_in_a_narrow_terminal(jinju, tmp_path):
    status, out, _ = jinju("stats", DECK, "--store", tmp_path / "reviews.db")
    assert status == 0
    assert "No reviews yet" in out


def test_a_missing_deck_file_is_named_and_the_rest_still_counted(jinju, tmp_path):
    store = tmp_path / "reviews.db"
    status, out, err = jinju("stats", DECK, tmp_path / "gone.yaml", "--store", store, "--json")
    assert status == 0
    assert "gone.yaml" in err
    assert json.loads(out)["cards"]["new"] > 0


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_page_draws_every_chart_and_asks_the_network_for_nothing(jinju, browser, tmp_path, mode):
    store, deck, page = tmp_path / "reviews.db", tmp_path / "deck.yaml", tmp_path / "stats.html"
    title = "title: 让人民群众真正从“下基层”中得实惠"
    text = DECK.read_text(encoding="utf-8")
    assert title in text
    deck.write_text(text.replace(title, f'title: "{HOSTILE}"'), encoding="utf-8")
    weeks_of_answers(store, [deck], 25, begin=time.time_ns() // 1_000_000 - 25 * DAY)
    status, _, err = jinju("stats", deck, "--store", store, "--html", page, lang="zh")
    assert (status, err) == (0, "")
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": mode}])
    browser.show(page.read_text(encoding="utf-8"), 390, 800)
    assert browser.ask("document.querySelectorAll('.plotly-graph-div .main-svg').length") >= 7
    assert browser.ask("document.querySelectorAll('section').length") == 8
    assert browser.ask("performance.getEntriesByType('resource').length") == 0
    assert browser.ask("document.title") == "学得怎么样"
    assert browser.ask("document.images.length") == 0
    assert browser.ask("document.documentElement.scrollWidth") <= 390
