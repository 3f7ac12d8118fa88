"""Review history between jinju and a real Anki collection, both ways."""

import json
import os
import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.anki.collection import faults, notes, take_in
from tests.anki.decks import deck, essay_deck
from tests.anki.histories import SETTINGS, all_cards, days_ahead, folded, learner

from anki.collection import ExportAnkiPackageOptions
from jinju.adapters import note_type
from jinju.adapters.anki_history import preset, read_history, write_history
from jinju.cards.note import notes_of
from jinju.model.anki_history import CardHistory
from jinju.model.cloze import parse
from jinju.model.review import CardKey, Moment, Rating, Review
from jinju.model.study_settings import StudySettings
from jinju.study.day import DAY, HOUR
from jinju.study.known import unknown_of
from jinju.study.scheduler import Scheduler


def here_and_now():
    at = time.time()
    return Moment(int(at * 1000), time.localtime(at).tm_gmtoff)


NOW = here_and_now()
REVIEW = 2
"""Anki's number of the type of cards that have left the learning steps."""


def offset(_at):
    """Anki counts all days by the present offset; a learner who was made up lived by it all the time."""
    return NOW.offset


def age(col, days):
    """Make the collection older than it is; its day numbers move with it."""
    col.db.execute("update col set crt = crt - ?", days * 86_400)
    col.close()
    col.reopen()


def cards(col):
    """The cards of our note type by the key that jinju knows them by."""
    ours = {guid: note for guid, note in notes(col).items() if note.mid == note_type.ID}
    return {CardKey(guid, card.ord + 1): card for guid, note in ours.items() for card in note.cards()}


def log(col, card):
    return col.db.all("select id, ease, ivl, lastIvl, factor, time, type from revlog where cid = ?", card.id)


def read(path, made):
    return read_history(path, {i.id for i in made.items}, offset)


def schedule_of(reviews, settings=SETTINGS):
    return Scheduler(settings).replay(sorted(reviews, key=lambda r: r.when.at))


def facts(review):
    return review.card, review.when.at, review.rating, review.taken


@pytest.fixture
def studied(tmp_path):
    """A package of the essay deck with 90 days of learning, and what went into it."""
    made = essay_deck()
    packed = list(notes_of(made, 0))
    history = learner(packed, NOW, seed=6)
    path = tmp_path / "studied.apkg"
    write_history([(made.name, packed)], history, path, now=NOW, settings=SETTINGS)
    return path, made, history


def compare(col, history, settings=SETTINGS, now=NOW):
    """Card by card, what Anki holds against what jinju holds."""
    today = col.sched.today
    for key, card in cards(col).items():
        here = history.get(key, CardHistory())
        schedule = here.schedule
        assert (card.reps, card.lapses) == (schedule.reps, schedule.lapses)
        assert card.flags == here.flag
        assert (card.queue == -1) is here.suspended
        if schedule.phase == "new":
            assert card.type == 0
            continue
        assert card.type == {"learning": 1, "review": 2, "relearning": 3}[schedule.phase]
        if schedule.phase == "review":
            assert card.due - today == days_ahead(schedule, now)
            assert card.ivl == schedule.interval
            assert card.factor >= 1300
        elif schedule.due_at is not None:
            assert card.due == schedule.due_at // 1000
        else:
            assert card.due - today == days_ahead(schedule, now)
        if schedule.phase != "review":
            assert card.queue in {-1, 1 if schedule.due_at else 3}
            steps = settings.learning_steps if schedule.phase == "learning" else settings.relearning_steps
            assert card.left == len(steps) - schedule.step
        assert card.memory_state.stability == pytest.approx(schedule.stability, abs=1e-4)
        assert card.memory_state.difficulty == pytest.approx(schedule.difficulty, abs=1e-3)
        assert card.desired_retention == pytest.approx(settings.retention)
        assert card.decay == pytest.approx(Scheduler(settings)._fsrs.parameters[20], abs=1e-3)
        assert card.last_review_time == schedule.last.at // 1000
        rows = log(col, card)
        assert [(row[1], row[5]) for row in rows] == [(r.rating, r.taken) for r, _ in here.steps]
        assert all(0 <= row[0] - r.when.at < 500 for row, (r, _) in zip(rows, here.steps, strict=True))


@pytest.mark.parametrize("fsrs", [False, True])
@pytest.mark.parametrize("presets", [False, True])
@pytest.mark.parametrize("days", [0, 77, 3000])
def test_a_collection_without_the_cards_takes_in_all_of_it(col, studied, fsrs, presets, days):
    path, made, history = studied
    age(col, days)
    col.set_config("fsrs", fsrs)
    assert take_in(col, path, with_scheduling=True, with_deck_configs=presets) == {"new": len(made.items)}
    assert faults(col) == []
    compare(col, history)
    assert col.db.scalar("select count(*) from revlog") == sum(len(h.steps) for h in history.values()) > 80


@pytest.mark.parametrize("days", [0, 77])
def test_steps_of_a_day_and_more_come_on_their_day(col, tmp_path, days):
    settings = StudySettings(learning_steps=(60_000, 2 * DAY), relearning_steps=(DAY,))
    made = essay_deck()
    packed = list(notes_of(made, 0))
    history = {}
    for n, key in enumerate(sorted(all_cards(packed))):
        ratings = [(3,), (4, 1), (3, 1), (3, 3, 1)][n % 4]
        reviews = [
            Review(key, Moment(NOW.at - DAY + place * HOUR, NOW.offset), Rating(r))
            for place, r in enumerate(ratings)
        ]
        history[key] = folded(reviews, settings)
    assert {h.schedule.phase for h in history.values() if h.schedule.due_at is None} == {
        "learning",
        "relearning",
    }
    path = tmp_path / "a.apkg"
    write_history([(made.name, packed)], history, path, now=NOW, settings=settings)
    age(col, days)
    col.set_config("fsrs", True)
    take_in(col, path, with_scheduling=True, with_deck_configs=True)
    compare(col, history, settings)
    for key, card in cards(col).items():
        shown = col.sched.describe_next_states(col._backend.get_scheduling_states(card.id))
        assert len(shown) == 4, key
    assert faults(col) == []


def test_what_anki_makes_of_the_log_is_what_jinju_made_of_it(col, studied):
    path, _, history = studied
    col.set_config("fsrs", True)
    take_in(col, path, with_scheduling=True)
    for key, card in cards(col).items():
        if key in history:
            state = col.compute_memory_state(card.id)
            assert state.stability == pytest.approx(history[key].schedule.stability, abs=1e-3)
            assert state.difficulty == pytest.approx(history[key].schedule.difficulty, abs=1e-3)


def test_anki_shows_the_cards_that_are_due_today(col, studied):
    path, made, history = studied
    take_in(col, path, with_scheduling=True, with_deck_configs=True)
    due = {
        key
        for key, h in history.items()
        if not h.suspended and h.schedule.phase == "review" and days_ahead(h.schedule, NOW) <= 0
    }
    found = set(col.find_cards(f'deck:"{made.name}" prop:due<=0 -is:suspended'))
    asked = {key for key, card in cards(col).items() if card.id in found and card.type == REVIEW}
    assert asked == due  # learning steps that reach into the day are shown too, depending on the hour
    assert due


def test_the_preset_brings_retention_and_weights_where_presets_are_asked_for(col, tmp_path):
    made = essay_deck()
    weights = (*(round(w * 1.01, 4) for w in Scheduler(SETTINGS)._fsrs.parameters[:20]), 0.2)
    settings = StudySettings(retention=0.86, weights=weights, new_a_day=7, maximum_interval=400)
    packed = list(notes_of(made, 0))
    path = tmp_path / "a.apkg"
    history = learner(packed, NOW, 3, settings)
    write_history([(made.name, packed)], history, path, now=NOW, settings=settings)
    col.set_config("fsrs", True)
    take_in(col, path, with_scheduling=True, with_deck_configs=True)
    found = col.decks.config_dict_for_deck_id(col.decks.id(made.name))
    assert found["id"] == preset.ID
    assert found["desiredRetention"] == pytest.approx(0.86)
    assert found["new"]["perDay"] == 7
    assert found["rev"]["maxIvl"] == 400
    assert found["fsrsParams6"] == pytest.approx(list(weights))
    for key, card in cards(col).items():
        if key in history:
            state = col.compute_memory_state(card.id)
            assert state.stability == pytest.approx(history[key].schedule.stability, rel=1e-3)
            assert state.desired_retention == pytest.approx(0.86)
    compare(col, history, settings)


def test_a_collection_with_the_cards_keeps_its_own_schedules(col, studied, package):
    """The limit of a package that the docs name, and why there is a push."""
    path, made, _ = studied
    take_in(col, package(made))
    take_in(col, path, with_scheduling=True)
    assert col.db.scalar("select count(*) from revlog") == 0
    assert {card.type for card in cards(col).values()} == {0}


def test_without_the_tick_for_learning_progress_the_cards_come_new(col, studied):
    path, _, _ = studied
    take_in(col, path)
    assert {card.type for card in cards(col).values()} == {0}
    assert col.db.scalar("select count(*) from revlog") == 0


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_due_days_are_the_learners_own_in_any_time_zone(zone, tmp_path):
    script = Path(__file__).with_name("history_in_zone.py")
    environ = os.environ | {"TZ": zone, "PYTHONPATH": os.pathsep.join([*sys.path])}
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path)], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["compared"] > 10
    assert told["offset"] == datetime.now(ZoneInfo(zone)).utcoffset().total_seconds()


FORMATS = ("apkg", "apkg-legacy", "colpkg", "colpkg-legacy", "open", "closed")


def hand_over(col, folder, form):
    """The collection as a person may have it in hand; afterwards it is open again."""
    path = folder / f"out-{form}.{form.split('-')[0]}"
    if form.startswith("apkg"):
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=False, with_media=False, legacy=form.endswith("legacy")
        )
        col.export_anki_package(out_path=str(path), options=options, limit=None)
        return path
    if form.startswith("colpkg"):
        col.export_collection_package(str(path), include_media=False, legacy=form.endswith("legacy"))
        col.reopen()
        return path
    if form == "open":
        assert Path(col.path + "-wal").stat().st_size > 0
        return Path(col.path)
    col.close()
    copied = folder / "closed.anki2"
    copied.write_bytes(Path(col.path).read_bytes())
    col.reopen()
    return copied


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_answers_come_back_from_every_kind_of_file(col, studied, tmp_path, form):
    path, made, history = studied
    take_in(col, path, with_scheduling=True)
    found = read(hand_over(col, tmp_path, form), made)
    sent = [review for h in history.values() for review, _ in h.steps]
    assert len(found.reviews) == len(sent)
    assert unknown_of(found.reviews, sent) == []
    assert (dict(found.strange), found.foreign, dict(found.left_out), found.bare) == ({}, 0, {}, ())
    assert found.rollover == (None if form.startswith("apkg") else 4)
    by_card = {}
    for review in found.reviews:
        assert review.mode == "anki"
        by_card.setdefault(review.card, []).append(review)
    assert by_card.keys() == history.keys()
    for key, reviews in by_card.items():
        assert schedule_of(reviews).stability == pytest.approx(history[key].schedule.stability)


def test_reading_an_open_collection_leaves_it_as_it_is(col, studied, tmp_path):
    path, made, _ = studied
    take_in(col, path, with_scheduling=True)
    files = sorted(Path(col.path).parent.iterdir())
    before = [(f, f.read_bytes()) for f in files if f.is_file()]
    read(Path(col.path), made)
    assert [(f, f.read_bytes()) for f in sorted(Path(col.path).parent.iterdir()) if f.is_file()] == before
    col.sched.getCard()


def test_there_and_back_and_on(col, studied, tmp_path):
    """Learning goes on in Anki; back home every schedule is what Anki has."""
    path, made, history = studied
    col.set_config("fsrs", True)
    take_in(col, path, with_scheduling=True)
    col.decks.select(col.decks.id(made.name))
    answered = 0
    for turn in range(30):
        card = col.sched.getCard()
        if card is None:
            break
        card.start_timer()
        col.sched.answerCard(card, (3, 4, 1, 2)[turn % 4])
        answered += 1
    assert answered > 5
    found = read(hand_over(col, tmp_path, "apkg"), made)
    sent = [review for h in history.values() for review, _ in h.steps]
    fresh = unknown_of(found.reviews, sent)
    assert len(fresh) == answered
    by_card = {}
    for review in [*sent, *fresh]:
        by_card.setdefault(review.card, []).append(review)
    for key, card in cards(col).items():
        if key not in by_card:
            continue
        schedule = schedule_of(by_card[key])
        assert card.memory_state.stability == pytest.approx(schedule.stability, rel=2e-3, abs=2e-3)
        assert card.memory_state.difficulty == pytest.approx(schedule.difficulty, abs=2e-3)
        assert (card.reps, card.lapses) == (schedule.reps, schedule.lapses)
        assert card.type == {"learning": 1, "review": 2, "relearning": 3}[schedule.phase]


def answer(col, card, ease):
    card = col.get_card(card.id)
    card.start_timer()
    col.sched.answerCard(card, ease)
    time.sleep(0.002)


def test_forgotten_on_purpose_starts_anew(col, package, tmp_path):
    made = essay_deck()
    take_in(col, package(made))
    card = next(iter(cards(col).values()))
    answer(col, card, 4)
    answer(col, card, 3)
    col.sched.schedule_cards_as_new([card.id])
    time.sleep(0.002)
    answer(col, card, 1)
    found = read(hand_over(col, tmp_path, "apkg"), made)
    assert [r.rating for r in found.reviews] == [Rating.AGAIN]
    assert dict(found.left_out) == {"forgotten": 2, "manual": 1}


def test_due_dates_set_by_hand_are_counted_and_no_answers(col, package, tmp_path):
    made = essay_deck()
    take_in(col, package(made))
    first, second, *_ = cards(col).items()
    answer(col, first[1], 4)
    col.sched.set_due_date([first[1].id], "5")
    time.sleep(0.002)
    col.sched.set_due_date([second[1].id], "9!")
    found = read(hand_over(col, tmp_path, "apkg"), made)
    assert [r.card for r in found.reviews] == [first[0]]
    assert dict(found.left_out) == {"manual": 2}
    assert found.bare == (second[0],)


@pytest.mark.parametrize("reschedules", [False, True])
def test_filtered_decks_count_where_they_reschedule(col, studied, tmp_path, reschedules):
    path, made, history = studied
    take_in(col, path, with_scheduling=True)
    ahead = next(
        key
        for key, h in history.items()
        if h.schedule.phase == "review" and not h.suspended and days_ahead(h.schedule, NOW) > 1
    )
    card = cards(col)[ahead]
    number = col.decks.new_filtered("filtered")
    filtered = col.decks.get(number)
    filtered["terms"] = [[f"cid:{card.id}", 10, 0]]
    filtered["resched"] = reschedules
    col.decks.save(filtered)
    col.sched.rebuild_filtered_deck(number)
    col.decks.select(number)
    shown = col.sched.getCard()
    assert shown.id == card.id
    shown.start_timer()
    col.sched.answerCard(shown, 3 if reschedules else 1)
    found = read(hand_over(col, tmp_path, "colpkg"), made)
    fresh = unknown_of(found.reviews, [r for h in history.values() for r, _ in h.steps])
    assert [r.card for r in fresh] == ([ahead] if reschedules else [])
    assert dict(found.left_out) == ({} if reschedules else {"preview": 1})


def test_answers_to_notes_of_others_and_to_lost_items_are_told_apart(col, studied, tmp_path):
    path, made, history = studied
    take_in(col, path, with_scheduling=True)
    other = col.new_note(col.models.by_name("Cloze"))
    other["Text"] = "something {{c1::else}}"
    col.add_note(other, col.decks.id("other"))
    answer(col, other.cards()[0], 3)
    gone = next(iter(history)).item
    rest = deck(*(i for i in made.items if i.id != gone))
    found = read(hand_over(col, tmp_path, "apkg"), rest)
    assert found.foreign == 1
    text = next(parse(i.text).plain for i in made.items if i.id == gone)
    assert dict(found.strange) == {gone: text}
    assert len(found.reviews) == sum(len(h.steps) for h in history.values())


def test_a_note_that_was_imported_from_another_package_is_known_by_its_guid(col, tmp_path):
    """Decks made of packages keep their notes' own GUIDs, and so their history."""
    key = CardKey("guid_-7e-24q1", 2)
    other = col.new_note(col.models.by_name("Cloze"))
    other["Text"] = "一句{{c1::话}}在此，又一{{c2::句}}"
    other.guid = "~$q1"
    col.add_note(other, 1)
    answer(col, other.cards()[1], 2)
    found = read_history(hand_over(col, tmp_path, "apkg"), {key.item}, offset)
    assert [(r.card, r.rating) for r in found.reviews] == [(key, Rating.HARD)]


def test_answers_at_one_instant_are_all_kept_and_known_again(col, tmp_path):
    made = essay_deck()
    packed = list(notes_of(made, 0))
    at = NOW.at - 5 * 86_400_000
    history = {
        key: folded([Review(key, Moment(at, NOW.offset), Rating.EASY, taken=n)])
        for n, key in enumerate(sorted(all_cards(packed)))
    }
    path = tmp_path / "a.apkg"
    write_history([(made.name, packed)], history, path, now=NOW, settings=SETTINGS)
    take_in(col, path, with_scheduling=True)
    found = read(hand_over(col, tmp_path, "apkg"), made)
    assert len(found.reviews) == len(history) == len({r.when.at for r in found.reviews})
    assert unknown_of(found.reviews, [r for h in history.values() for r, _ in h.steps]) == []


def test_the_same_history_gives_the_same_package(tmp_path):
    made = essay_deck()
    packed = list(notes_of(made, 0))
    history = learner(packed, NOW, seed=11)
    shuffled = list(history.items())
    random.Random(1).shuffle(shuffled)
    for name, value in (("a.apkg", history), ("b.apkg", dict(shuffled))):
        write_history([(made.name, packed)], value, tmp_path / name, now=NOW, settings=SETTINGS)
    assert (tmp_path / "a.apkg").read_bytes() == (tmp_path / "b.apkg").read_bytes()
