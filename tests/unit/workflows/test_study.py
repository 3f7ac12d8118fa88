"""A study session as a person goes through it, on a real store and real deck files."""

import os
import time

import pytest
from tests.study_decks import DAY, EAST, HOUR, LINES, MINUTE, Clock, age, items, key, write_deck

from jinju.adapters.review_store import open_store
from jinju.model.errors import UserError
from jinju.model.review import Rating
from jinju.model.study_settings import StudySettings
from jinju.workflows.clock import now as real_now
from jinju.workflows.study import open_session


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def deck_file(tmp_path):
    return write_deck(tmp_path / "deck.yaml")


@pytest.fixture
def study(tmp_path, clock):
    opened = []

    def start(*decks, store=tmp_path / "reviews.db", **wishes):
        session = open_session(decks, settings=StudySettings(**wishes), now=clock, store=store)
        opened.append(session)
        return session

    yield start
    for session in opened:
        session.close()


def logged(tmp_path):
    with open_store(tmp_path / "reviews.db") as store:
        return list(store.reviews.all())


def finish(session, clock, rating=Rating.GOOD):
    """Answer all there is today; the cards in the order in which they came."""
    seen = []
    while (shown := session.go_on()) is not None:
        seen.append(shown.key)
        clock.pass_(5000)
        session.answer(rating, 5000)
    return seen


def test_a_card_shows_its_gap_and_what_each_grade_would_bring(study, deck_file):
    shown = study(deck_file).card
    assert shown.key == key(1)
    assert shown.face.answers == ("解民忧、纾民困",)
    assert [p.text for p in shown.face.front if p.kind == "text"][-1].endswith("幸福指数")
    days = [shown.options[r].stability for r in Rating]
    assert days == sorted(days)
    assert shown.title == "让人民群众真正从“下基层”中得实惠"
    assert (shown.item, shown.number) == key(1)


def test_an_answer_is_on_the_disk_before_the_next_card_stands(study, deck_file, tmp_path):
    session = study(deck_file)
    first = session.card.key
    following = session.answer(Rating.HARD, 4321, "type")
    (one,) = logged(tmp_path)
    assert (one.card, one.rating, one.taken, one.mode) == (first, Rating.HARD, 4321, "type")
    assert following.key != first


def test_siblings_do_not_come_on_one_day(study, deck_file, clock):
    session = study(deck_file)
    seen = finish(session, clock)
    assert {k.number for k in seen} == {1}
    assert {k.item for k in seen} == {key(n).item for n in (1, 2, 3, 4)}
    progress = session.progress()
    assert (progress.new_left, progress.learning_left, progress.review_left) == (0, 0, 0)
    assert progress.new_beyond == 4
    assert progress.next_due[0] > session.today


def test_a_learning_step_is_waited_for(study, deck_file, clock):
    session = study(deck_file, new_a_day=1)
    session.answer(Rating.AGAIN)
    assert session.card is None
    assert session.progress().waiting_until_ms == clock.at + MINUTE
    assert session.progress().learning_left == 1
    assert session.go_on().key == key(1)
    clock.pass_(MINUTE)
    assert session.card.key == key(1)


def test_a_step_comes_by_itself_once_its_time_has_come(study, deck_file, clock):
    session = study(deck_file, new_a_day=1)
    session.answer(Rating.AGAIN)
    assert session.card is None
    clock.pass_(MINUTE)
    assert session.card.key == key(1)


def test_the_days_limit_holds_over_sessions(study, deck_file, clock):
    session = study(deck_file, new_a_day=2)
    first = set(finish(session, clock))
    session.close()
    clock.pass_(HOUR)
    assert study(deck_file, new_a_day=2).card is None
    clock.pass_(DAY)
    again = study(deck_file, new_a_day=2)
    seen = set(finish(again, clock))
    assert len(first) == 2
    assert len(seen - first) == 2


def test_an_undo_brings_the_card_back_as_it_was(study, deck_file, tmp_path):
    session = study(deck_file)
    first = session.card
    second = session.answer(Rating.AGAIN, 1000)
    assert session.undo()
    assert session.card == first
    assert logged(tmp_path) == []
    progress = session.progress()
    assert (progress.done, progress.again, progress.new_left, progress.learning_left) == (0, 0, 4, 0)
    assert session.answer(Rating.EASY).key == second.key
    assert [r.rating for r in logged(tmp_path)] == [Rating.EASY]
    assert session.summary().done == 1
    assert session.undo()
    assert not session.undo()


def test_suspending_and_burying_can_be_undone(study, deck_file, clock):
    session = study(deck_file)
    session.suspend()
    session.bury()
    assert session.card.key == key(3)
    assert session.undo()
    assert session.card.key == key(2)
    assert session.undo()
    assert session.card.key == key(1)
    session.suspend()
    session.bury()
    assert {k.item for k in finish(session, clock)} == {key(3).item, key(4).item}
    clock.pass_(DAY)
    following = finish(study(deck_file), clock)
    assert key(2) in following
    assert key(1) not in following


def test_hints_are_counted_and_lower_the_grade(study, tmp_path, clock):
    from dataclasses import replace

    ladder = {1: ("并列之一", "7 字", "解…"), 2: ()}
    path = write_deck(tmp_path / "hints.yaml", only=[replace(items()[0], hints=ladder)])
    session = study(path, progressive=False)
    assert session.card.hints_shown == ()
    assert session.suggest(0) is Rating.GOOD
    assert session.hint().hints_shown == ("并列之一",)
    assert session.hint().hints_left == 1
    assert session.suggest(0) is Rating.HARD
    session.hint()
    assert session.hint().hints_used == 3
    session.answer(Rating.HARD, 1000)
    assert logged(tmp_path)[0].hints == 3
    session.close()
    eased = study(path, store=tmp_path / "other.db")
    assert (eased.card.hints_shown, eased.card.hints_used) == (("并列之一",), 0)


def test_a_typed_answer_is_forgiven_its_dress(study, deck_file):
    session = study(deck_file)
    assert session.check("解民憂 紓民困").right
    wrong = session.check("解民难、纾民困")
    assert not wrong.right
    assert wrong.close
    assert session.suggest(1000, wrong) is Rating.AGAIN


def test_a_flag_stays(study, deck_file):
    session = study(deck_file)
    assert session.flag().flagged
    session.close()
    again = study(deck_file)
    assert again.card.flagged
    assert not again.flag().flagged


def test_a_card_is_found_in_its_file(study, deck_file):
    session = study(deck_file)
    session.answer(Rating.EASY)
    path, line = session.place()
    assert path == deck_file
    assert key(2).item in deck_file.read_text(encoding="utf-8").split("\n")[line - 1]
    deck_file.write_text("broken: [\n" + deck_file.read_text(encoding="utf-8"), encoding="utf-8")
    assert session.place()[1] == line + 1


def test_an_edited_card_stands_as_it_reads_now(study, deck_file):
    session = study(deck_file)
    session.answer(Rating.EASY)
    write_deck(deck_file, LINES[0], LINES[1].replace("群众在哪里", "百姓在哪里"), *LINES[2:])
    before = session.progress()
    shown = session.reload()
    assert shown.key == key(2)
    assert shown.face.front[0].text.startswith("百姓在哪里")
    assert session.progress().new_left == before.new_left


def test_a_deleted_card_goes_and_a_broken_file_changes_nothing(study, deck_file):
    session = study(deck_file)
    whole = deck_file.read_bytes()
    deck_file.write_text("deck: [", encoding="utf-8")
    assert session.reload().key == key(1)
    assert [p.code for p in session.problems] == ["deck-bad"]
    deck_file.write_bytes(whole)
    write_deck(deck_file, only=items()[1:])
    assert session.reload().key == key(2)
    assert session.problems == ()


def test_what_stands_around_a_card(study, deck_file):
    context = study(deck_file).context()
    assert context.sentence == LINES[0].replace("{{c1::", "").replace("{{c2::", "").replace("}}", "")
    assert context.paragraph.startswith("各级党组织")
    assert context.title


def test_all_known_decks_are_studied_where_none_is_named(study, deck_file, tmp_path, clock):
    other = write_deck(tmp_path / "other.yaml", only=items(*LINES, LINES[0] + "又")[4:], name="另一副")
    study(deck_file, other).close()
    assert len(set(finish(study(), clock))) == 5


def test_a_missing_file_rests_unless_it_is_named(study, deck_file, tmp_path, clock):
    other = write_deck(tmp_path / "other.yaml", only=items(*LINES, LINES[0] + "又")[4:], name="另一副")
    study(deck_file, other).close()
    other.unlink()
    session = study()
    assert [p.code for p in session.problems] == ["no-such-file"]
    assert key(5) not in finish(session, clock)
    named = study(other)
    assert [p.code for p in named.problems] == ["no-such-file"]
    assert named.card.key == key(5)


def test_nothing_to_study_is_said(study, tmp_path):
    with pytest.raises(UserError) as caught:
        study()
    assert caught.value.code == "study-no-decks"
    with pytest.raises(UserError) as caught:
        study(tmp_path / "none.yaml")
    assert caught.value.code == "no-such-file"


def test_a_day_begins_while_the_session_is_open(study, deck_file, clock):
    session = study(deck_file, new_a_day=1)
    session.answer(Rating.EASY)
    assert session.card is None
    clock.pass_(DAY)
    assert session.card is not None
    assert session.card.key != key(1)


def test_the_clock_set_back_stops_nobody(study, deck_file, clock, tmp_path):
    session = study(deck_file, new_a_day=1)
    session.answer(Rating.GOOD)
    clock.pass_(-400 * DAY)
    shown = session.go_on()
    assert shown is not None
    session.answer(Rating.GOOD)
    finish(session, clock)
    reviews = logged(tmp_path)
    assert len(reviews) >= 2
    with open_store(tmp_path / "reviews.db") as store:
        schedule = store.cards.get(reviews[0].card).schedule
    assert schedule.interval >= 0
    assert schedule.stability > 0


def test_a_journey_west_and_east_loses_no_day_and_no_review(study, deck_file, clock, tmp_path):
    session = study(deck_file)
    finish(session, clock)
    done = len(logged(tmp_path))
    session.close()
    clock.offset = -10 * 3600  # it is yesterday evening there
    clock.pass_(HOUR)
    west = study(deck_file)
    west.progress()
    finish(west, clock)
    west.close()
    clock.offset = EAST + 5 * 3600
    clock.pass_(20 * DAY)
    east = study(deck_file)
    assert finish(east, clock)
    reviews = logged(tmp_path)
    assert len(reviews) > done
    assert {r.when.offset for r in reviews} >= {EAST, EAST + 5 * 3600}


def test_two_sessions_at_once_lose_nothing(study, deck_file, clock, tmp_path):
    one, other = study(deck_file), study(deck_file)
    for _ in range(3):
        assert one.card is not None
        one.answer(Rating.GOOD)
        clock.pass_(1000)
        assert other.card is not None
        other.answer(Rating.GOOD)
        clock.pass_(1000)
    reviews = logged(tmp_path)
    assert len(reviews) == 6
    assert one.summary().done == other.summary().done == 3


def test_a_card_answered_elsewhere_is_not_asked_again(study, deck_file):
    one, other = study(deck_file), study(deck_file)
    assert one.card.key == key(1)
    for _ in range(3):
        other.answer(Rating.EASY)
    assert one.answer(Rating.GOOD).key == key(4)


def test_a_store_that_cannot_be_written_keeps_the_card_standing(study, deck_file, tmp_path):
    session = study(deck_file)
    first = session.card
    raw = session._store.connection.raw
    size = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.execute(f"PRAGMA max_page_count = {size}")  # as full as a disk
    failed = None
    for _ in range(2000):
        try:
            session.answer(Rating.AGAIN)
            session.go_on()
        except UserError as error:
            failed = error
            break
    assert failed is not None
    assert failed.code == "store-full"
    stands = session.card
    count = len(logged(tmp_path))
    assert session.summary().done == count
    raw.execute("PRAGMA max_page_count = 100000")
    session.answer(Rating.GOOD)
    assert len(logged(tmp_path)) == count + 1
    assert logged(tmp_path)[-1].card == stands.key
    assert first is not None


def test_an_exam_gives_the_number_of_new_cards(study, tmp_path, clock):
    path = write_deck(
        tmp_path / "many.yaml", *(f"第{n}件{{{{c1::实事好事}}}}办在基层一线百姓家门口" for n in range(30))
    )
    plain = study(path)
    assert plain.exam_plan() is None
    today = plain.today
    session = study(path, exam=today + 20, new_a_day=9999)
    plan = session.exam_plan()
    assert plan.feasible
    assert session.settings.new_a_day == plan.new_a_day < 30
    assert session.progress().new_left == plan.new_a_day
    tight = study(path, exam=today + 20, new_a_day=1)
    assert tight.exam_plan().why_not == "new"
    over = study(path, exam=today - 1, new_a_day=9999)
    assert over.exam_plan().why_not == "past"
    assert over.progress().new_left == StudySettings().new_a_day


def test_the_summary_says_what_was_hard(study, deck_file, clock):
    session = study(deck_file)
    session.answer(Rating.AGAIN, 60_000)
    clock.pass_(2 * MINUTE)
    while session.card.key != key(1):
        session.answer(Rating.EASY, 30_000)
    session.answer(Rating.AGAIN, 30_000)
    summary = session.summary()
    assert summary.hardest[0].key == key(1)
    assert summary.hardest[0].times == 2
    assert "解民忧" in summary.hardest[0].text
    assert summary.done == summary.right + 2
    assert summary.new == summary.cards


def test_time_left_goes_by_ones_own_pace(study, deck_file):
    session = study(deck_file, new_a_day=1)
    assert session.progress().seconds_left == 3 * 12
    session.answer(Rating.AGAIN, 4000)
    session.close()
    again = study(deck_file, new_a_day=1)
    assert again.pace() == 4000
    assert again.progress().seconds_left == 4


def test_the_real_clock_is_that_of_the_system(monkeypatch):
    at, offset = real_now()
    assert abs(at / 1000 - time.time()) < 60
    if hasattr(time, "tzset"):
        monkeypatch.setenv("TZ", "XXX-08:30")
        time.tzset()
        try:
            assert real_now().offset == 8 * 3600 + 1800
        finally:
            monkeypatch.undo()
            time.tzset()
    assert isinstance(offset, int)


def test_a_file_that_changed_behind_ones_back_is_read_at_the_next_session(study, deck_file):
    study(deck_file).close()
    write_deck(deck_file, LINES[0].replace("过程中", "之中"))
    age(deck_file, 60)
    os.utime(deck_file)
    assert "之中" in "".join(p.text for p in study(deck_file).card.face.front)
