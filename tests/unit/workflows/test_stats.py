"""Due and statistics, counted on a real store after some weeks of real answers."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.study_days import BEGIN, DAY, weeks_of_answers

from jinju.adapters.deck_file import read_deck
from jinju.adapters.review_store import open_store
from jinju.model.chart import Bars, Calendar, Listing
from jinju.model.cloze import parse
from jinju.model.errors import UserError
from jinju.model.review import Moment, Rating
from jinju.model.study_settings import StudySettings
from jinju.study.day import day_of
from jinju.workflows.due import due
from jinju.workflows.stats import stats
from jinju.workflows.stats_charts import charts

DECK = Path(__file__).resolve().parents[2] / "decks" / "xianchang-bangong.yaml"
CARDS = sum(len(parse(item.text).numbers) for item in read_deck(DECK).items if item.keep)
PAUSES = (10, 11, 12)


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    store = tmp_path_factory.mktemp("store") / "reviews.db"
    return store, weeks_of_answers(store, [DECK], 40, PAUSES)


def test_what_is_due_is_what_a_session_then_brings(tmp_path):
    store, settings = tmp_path / "reviews.db", StudySettings(new_a_day=5)
    found = due([DECK], store=store, settings=settings, now=Moment(BEGIN))
    assert [tuple(deck.counts) for deck in found.decks] == [(CARDS, 0, 0)]
    assert tuple(found.session) == (5, 0, 0)
    assert found.next_due is None
    assert not found.problems


def test_after_a_day_of_study_nothing_is_left_and_the_next_day_is_named(tmp_path):
    store = tmp_path / "reviews.db"
    after = weeks_of_answers(store, [DECK], 1)
    found = due([], store=store, settings=StudySettings(new_a_day=6), now=after)
    assert tuple(found.session) == (0, 0, 0)
    day, count = found.next_due
    assert day > found.today
    assert 1 <= count <= 6


def test_without_any_deck_it_says_how_to_begin(tmp_path):
    with pytest.raises(UserError) as caught:
        due([], store=tmp_path / "reviews.db", settings=StudySettings(), now=Moment(BEGIN))
    assert caught.value.code == "study-no-decks"


def test_every_review_is_counted_once_and_no_pause_has_any(learned):
    store, now = learned
    found = stats([], store=store, settings=StudySettings(), now=now)
    with open_store(store) as opened:
        reviews = list(opened.reviews.all())
    assert found.reviews == len(reviews) == sum(work.answers for work in found.days.values())
    assert sum(work.right for work in found.days.values()) == sum(r.rating > Rating.AGAIN for r in reviews)
    began = day_of(Moment(BEGIN), StudySettings().rollover)
    assert not {began + pause for pause in PAUSES} & set(found.days)


def test_each_card_stands_once_in_maturity_and_in_both_spreads(learned):
    store, now = learned
    found = stats([], store=store, settings=StudySettings(), now=now)
    total = found.cards
    assert total.new + total.learning + total.young + total.mature == CARDS
    seen = CARDS - total.new
    assert seen
    assert sum(found.stability) == sum(found.difficulty) == seen
    of_articles = list(found.articles.values())
    assert of_articles == [total]
    assert 0 < found.known < 1


def test_the_weakest_are_those_that_lapsed_most(learned):
    store, now = learned
    found = stats([], store=store, settings=StudySettings(), now=now)
    with open_store(store) as opened:
        most = max(card.schedule.lapses for card in opened.cards.all())
    assert most >= 1
    assert found.weak[0].lapses == most
    assert all(a.lapses >= b.lapses for a, b in pairwise(found.weak))
    assert all("{{" not in weak.line and weak.answers for weak in found.weak)


def test_a_deck_named_leaves_out_the_reviews_of_others(learned, tmp_path):
    other = tmp_path / "other.yaml"
    store, now = learned
    text = DECK.read_text(encoding="utf-8").replace("deck: 金句::", "deck: 别的::")
    kept = text[: text.index("items:")] + "items: []\n"
    other.write_text(kept.replace("written:", "#"), encoding="utf-8")
    found = stats([other], store=store, settings=StudySettings(), now=now)
    assert found.reviews == 0
    assert found.known is None
    assert charts(found) == ()


def test_charts_hold_the_same_figures_and_shrink_to_what_there_is(learned):
    store, now = learned
    found = stats([], store=store, settings=StudySettings(), now=now)
    drawn = charts(found)
    calendar = next(c for c in drawn if isinstance(c, Calendar))
    assert sum(calendar.counts.values()) == found.reviews
    assert calendar.last == date(1970, 1, 1) + timedelta(days=found.today)
    weeks = next(c for c in drawn if isinstance(c, Bars) and c.unit == "share")
    shares = [s for s in weeks.series[next(iter(weeks.series))] if s is not None]
    assert shares
    assert all(0 <= share <= 1 for share in shares)
    assert isinstance(drawn[-1], Listing)
    assert len(drawn) == 8


def test_days_in_a_row_are_counted_back_from_today_or_yesterday(learned):
    store, now = learned

    def streak(moment):
        found = stats([], store=store, settings=StudySettings(), now=moment)
        note = next(c for c in charts(found) if isinstance(c, Calendar)).note
        return int("".join(filter(str.isdigit, note))), sorted(found.days)

    row, days = streak(now)
    gaps = [later for day, later in pairwise(days) if later - day > 1]
    assert row == days[-1] - gaps[-1] + 1 > 1
    assert streak(Moment(now.at + DAY))[0] == row
    assert streak(Moment(now.at + 2 * DAY))[0] == 0
