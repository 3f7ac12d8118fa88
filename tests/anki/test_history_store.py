"""`jinju history` from end to end: the store on one side, a real Anki on the other."""

import time
from dataclasses import replace

import pytest
from tests.anki.collection import faults, take_in
from tests.anki.connect_server import AnkiConnectServer
from tests.anki.decks import deck, essay_deck
from tests.anki.histories import SETTINGS, days_ahead, folded, learner
from tests.anki.test_history import NOW, age, answer, cards, compare, hand_over, log, offset

from jinju.adapters.anki_history import read_history
from jinju.adapters.review_store import Logged, open_store
from jinju.cards.note import notes_of
from jinju.model.anki_history import CardHistory
from jinju.model.errors import UserError
from jinju.model.review import CardKey, Moment, Rating, Review
from jinju.study.day import DAY, day_of
from jinju.study.scheduler import Scheduler
from jinju.workflows.fold import step_of
from jinju.workflows.history import export_history, histories, import_history
from jinju.workflows.history_push import push_history

FOLD = step_of(Scheduler(SETTINGS))


class Learner:
    """A person with a deck file, a store of reviews and an Anki."""

    def __init__(self, home, folder):
        self.home = home
        self.folder = folder
        self.store = folder / "reviews.db"
        self.home.write(essay_deck())

    def studies(self, history):
        """What the store knows of the deck after all these answers and marks."""
        with open_store(self.store) as store:
            store.decks.refresh(self.home.path, now_ns=NOW.at * 1_000_000)
            store.reviews.add((Logged(r) for h in history.values() for r, _ in h.steps), FOLD)
            for key, one in history.items():
                store.cards.suspend(key, on=one.suspended)
                store.cards.flag(key, on=bool(one.flag))

    def imports(self, *files, decks=(), **more):
        return import_history(
            files, decks, store=self.store, settings=SETTINGS, now=NOW, offset=offset, **more
        )

    def exports(self, name="out.apkg"):
        return export_history(
            [self.home.path], self.folder / name, store=self.store, settings=SETTINGS, now=NOW
        )

    def pushes(self, server, now=NOW, **more):
        anki = self.home.options(server)
        return push_history(
            [self.home.path], anki, store=self.store, settings=SETTINGS, now=now, offset=offset, **more
        )

    def knows(self):
        with open_store(self.store) as store:
            return histories(store, SETTINGS, {i.id for i in essay_deck().items})

    def stands(self):
        """The schedules that the store keeps."""
        with open_store(self.store) as store:
            return {card.key: card.schedule for card in store.cards.all(archived=True)}


@pytest.fixture
def person(home, tmp_path):
    return Learner(home, tmp_path)


@pytest.fixture
def history():
    """90 days of learning; the one mark that jinju has is Anki's first flag."""
    found = learner(list(notes_of(essay_deck(), 0)), NOW, seed=21)
    return {key: CardHistory(h.steps, h.suspended, min(h.flag, 1)) for key, h in found.items()}


def answers(history):
    return {(r.card, r.when.at, r.rating) for h in history.values() for r, _ in h.steps}


def test_to_anki_and_back_into_an_empty_store(col, person, history, tmp_path):
    person.studies(history)
    report = person.exports()
    assert report.reviews == len(answers(history))
    assert report.cards == len(history)
    take_in(col, report.export.package.path, with_scheduling=True)
    assert faults(col) == []
    compare(col, history)
    person.store = tmp_path / "second.db"
    told = person.imports(hand_over(col, tmp_path, "colpkg"), decks=[person.home.path]).files[0]
    assert (told.new, told.known, dict(told.waiting)) == (len(answers(history)), 0, {})
    assert answers(person.knows()) == answers(history)
    assert {k: s for k, s in person.stands().items() if s.reps} == {
        key: h.schedule for key, h in history.items()
    }


def test_anki_gets_the_due_days_that_the_learner_sees_here(col, person, history):
    """An exam that was asked for while studying has moved them."""
    person.studies(history)
    exam = day_of(NOW, SETTINGS.rollover) + 9
    with open_store(person.store) as store:
        store.reviews.rebuild(step_of(Scheduler(replace(SETTINGS, exam=exam))))
    seen = {key: s for key, s in person.stands().items() if s.phase == "review"}
    assert seen != {key: h.schedule for key, h in history.items() if h.schedule.phase == "review"}
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    for key, schedule in seen.items():
        card = cards(col)[key]
        assert (card.due - col.sched.today, card.ivl) == (days_ahead(schedule, NOW), schedule.interval)


@pytest.mark.parametrize("form", ["apkg", "colpkg-legacy", "open"])
def test_importing_twice_changes_nothing(col, person, history, tmp_path, form):
    person.studies(history)
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    file = hand_over(col, tmp_path, form)
    before = person.stands()
    first = person.imports(file).files[0]
    assert (first.new, first.known) == (0, len(answers(history)))
    card = next(c for c in cards(col).values() if c.queue >= 0)
    answer(col, card, 3)
    file = hand_over(col, tmp_path, form)
    assert person.imports(file, dry_run=True).files[0].new == 1
    assert person.stands() == before
    assert [f.new for f in person.imports(file, file).files] == [1, 0]
    after = person.stands()
    assert after != before
    assert person.imports(file).files[0].new == 0
    assert person.stands() == after


def test_learning_by_turns_in_both(col, person, history, tmp_path):
    person.studies(history)
    col.set_config("fsrs", True)
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    key, card = next((k, c) for k, c in cards(col).items() if c.type == 2 and c.queue == 2)
    answer(col, card, 4)
    person.imports(hand_over(col, tmp_path, "apkg"))
    here, there = person.stands()[key], col.get_card(card.id)
    assert (here.reps, here.lapses) == (there.reps, there.lapses)
    assert here.stability == pytest.approx(there.memory_state.stability, rel=1e-3)
    assert abs(here.interval - there.ivl) <= max(2, there.ivl * 0.1)  # both have a fuzz of their own


def test_reviews_wait_for_their_deck_file(col, person, history, tmp_path):
    person.studies(history)
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    person.store = tmp_path / "empty.db"
    told = person.imports(hand_over(col, tmp_path, "apkg")).files[0]
    assert sum(told.waiting.values()) == told.new == len(answers(history))
    assert set(told.texts) == {key.item for key in history}
    assert person.imports(hand_over(col, tmp_path, "apkg")).files[0].texts == told.texts
    with open_store(person.store) as store:
        assert list(store.cards.all()) == []
        store.decks.refresh(person.home.path, now_ns=NOW.at * 1_000_000)
        assert {c.key for c in store.cards.all() if c.schedule.reps} == set(history)


def test_a_dry_run_of_an_import_does_nothing(col, person, history, tmp_path):
    person.studies(history)
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    person.store = tmp_path / "empty.db"
    told = person.imports(hand_over(col, tmp_path, "apkg"), decks=[person.home.path], dry_run=True)
    assert (told.files[0].new, dict(told.files[0].waiting)) == (len(answers(history)), {})
    assert not told.written
    with open_store(person.store) as store:
        assert store.decks.known() == []
        assert store.reviews.count() == 0


def test_an_answer_taken_back_here_does_not_come_back(col, person, tmp_path):
    key = CardKey("i0001", 1)
    when = Moment(NOW.at - DAY, NOW.offset)
    person.studies({key: folded([Review(key, when, Rating.AGAIN)])})
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    with open_store(person.store) as store:
        gone = next(iter(store.reviews.log()))
        store.reviews.add([Logged(gone.review, gone.source, gone.turn, NOW.at)], FOLD)
    told = person.imports(hand_over(col, tmp_path, "apkg")).files[0]
    assert (told.new, told.known) == (0, 1)
    assert person.stands()[key].reps == 0


def test_nothing_is_kept_where_one_of_the_files_is_broken(col, person, history, tmp_path):
    person.studies({})
    packed = tmp_path / "x.db"
    person.store, kept = packed, person.store
    person.studies(history)
    take_in(col, person.exports().export.package.path, with_scheduling=True)
    person.store = kept
    broken = tmp_path / "broken.apkg"
    broken.write_bytes(b"PK\x03\x04 no package")
    with pytest.raises(UserError, match="package-broken"):
        person.imports(hand_over(col, tmp_path, "apkg"), broken)
    assert person.knows() == {}


def test_export_wants_a_package(person, history):
    person.studies(history)
    with pytest.raises(UserError, match="history-export-suffix"):
        person.exports("out.csv")


# cards that Anki holds already


@pytest.mark.parametrize("days", [0, 500])
def test_a_push_brings_history_to_cards_that_anki_holds(col, person, history, server, days):
    age(col, days)
    col.set_config("fsrs", True)
    other = col.new_note(col.models.by_name("Cloze"))
    other["Text"] = "another {{c1::deck}}"
    col.add_note(other, col.decks.id("other"))
    answer(col, other.cards()[0], 4)
    person.home.push(server)
    person.studies(history)
    told = person.pushes(server)
    assert (told.cards, told.taken, told.absent, told.filtered) == (23, 0, (), ())
    assert told.given == len(answers(history))
    assert told.moved == len(history)
    compare(col, {key: CardHistory(h.steps) for key, h in history.items()})
    for key, card in cards(col).items():
        if key in history:
            state = col.compute_memory_state(card.id)
            assert state.stability == pytest.approx(history[key].schedule.stability, abs=1e-3)
    assert log(col, other.cards()[0])[0][1] == 4
    assert faults(col) == []
    assert col.fix_integrity()[1]


def state(col):
    return (
        col.db.all("select id, type, queue, due, ivl, factor, reps, lapses, left, data from cards"),
        col.db.all("select * from revlog"),
    )


def test_pushed_twice_nothing_changes(col, person, history, server):
    person.home.push(server)
    person.studies(history)
    person.pushes(server)
    before, here = state(col), person.stands()
    told = person.pushes(server)
    assert (told.given, told.moved, told.taken) == (0, 0, 0)
    assert state(col) == before
    assert person.stands() == here


def test_a_dry_run_says_the_same_and_does_nothing(col, person, history, server):
    person.home.push(server)
    card = next(iter(cards(col).values()))
    answer(col, card, 3)
    person.studies(history)
    before, here = state(col), person.stands()
    would = person.pushes(server, dry_run=True)
    assert state(col) == before
    assert person.stands() == here
    told = person.pushes(server)
    assert (would.given, would.moved, would.taken) == (told.given, told.moved, told.taken)
    assert (would.written, told.written) == (False, True)


def test_both_sides_end_with_the_same_answers(col, person, history, server):
    """Learnt here and there since they parted: the schedule in Anki is of all answers, as it is here."""
    col.set_config("fsrs", True)
    person.home.push(server)
    person.studies(history)
    person.pushes(server)
    here, there = [key for key, h in history.items() if h.schedule.phase == "review" and not h.suspended][:2]
    answer(col, cards(col)[there], 3)
    with open_store(person.store) as store:
        store.reviews.record(Review(here, Moment(NOW.at + 1000, NOW.offset), Rating.AGAIN, 1500), FOLD)
    later = Moment(int(time.time() * 1000), NOW.offset)
    told = person.pushes(server, now=later)
    assert (told.taken, told.given, told.moved) == (1, 1, 1)
    stands, held = person.stands(), cards(col)
    assert stands[there].reps == held[there].reps == len(log(col, held[there]))
    assert stands[here].reps == held[here].reps == len(log(col, held[here]))
    assert held[here].type == 3
    assert held[here].lapses == stands[here].lapses
    assert held[here].memory_state.stability == pytest.approx(stands[here].stability, abs=1e-4)
    assert held[there].memory_state.stability == pytest.approx(stands[there].stability, rel=1e-3)


def pushed(person, server):
    """The code of the error, None where all went well."""
    try:
        person.pushes(server)
    except UserError as error:
        return error.code
    return None


def test_a_push_that_broke_off_is_finished_by_the_next(col, person, history, home):
    with AnkiConnectServer(col) as server:
        home.push(server)
        person.studies(history)
        asked = len(server.asked)
        person.pushes(server, dry_run=True)
        looks = len([a for a in server.asked[asked:] if a != "multi"])
        states = set()
        for requests in range(looks - 2, looks + 40):
            server.dies_after = requests
            code = pushed(person, server)
            if code is None:
                break
            assert code in {"anki-gone", "anki-not-running"}
            server.revive()
            states.add((bool(state(col)[1]), col.db.scalar("select count(*) from cards where reps")))
        assert {(False, 0), (True, 0)} <= states  # before the log was written, and between log and cards
    compare(col, {key: CardHistory(h.steps) for key, h in history.items()})
    assert col.db.scalar("select count(*) from revlog") == len(answers(history))


def test_what_the_learner_put_aside_in_anki_stays_aside(col, person, history, server):
    person.home.push(server)
    key = next(key for key, h in history.items() if h.schedule.phase == "review")
    col.sched.suspend_cards([cards(col)[key].id])
    person.studies(history)
    person.pushes(server)
    card = cards(col)[key]
    assert card.queue == -1
    col.sched.unsuspend_cards([card.id])
    card = cards(col)[key]
    assert (card.queue, card.due - col.sched.today) == (2, days_ahead(history[key].schedule, NOW))


def test_cards_in_a_filtered_deck_are_left_alone_and_named(col, person, history, server):
    person.home.push(server)
    key = next(iter(history))
    number = col.decks.new_filtered("filtered")
    filtered = col.decks.get(number)
    filtered["terms"] = [[f"cid:{cards(col)[key].id}", 10, 0]]
    col.decks.save(filtered)
    col.sched.rebuild_filtered_deck(number)
    person.studies(history)
    told = person.pushes(server)
    assert told.filtered == (key,)
    assert log(col, cards(col)[key]) == []
    col.sched.empty_filtered_deck(number)
    told = person.pushes(server)
    assert (told.filtered, told.moved) == ((), 1)
    compare(col, {k: CardHistory(h.steps) for k, h in history.items()})


def test_an_instant_that_anki_has_already_moves_on(col, person, server):
    other = col.new_note(col.models.by_name("Cloze"))
    other["Text"] = "another {{c1::deck}}"
    col.add_note(other, 1)
    answer(col, other.cards()[0], 4)
    at = col.db.scalar("select id from revlog")
    person.home.push(server)
    key, second = CardKey("i0001", 1), CardKey("i0001", 2)
    person.studies(
        {
            key: folded([Review(key, Moment(at, NOW.offset), Rating.GOOD)]),
            second: folded([Review(second, Moment(at + 1, NOW.offset), Rating.EASY)]),
        }
    )
    assert person.pushes(server).given == 2
    assert sorted(row[0] for row in col.db.all("select id from revlog")) == [at, at + 1, at + 2]
    told = person.pushes(server)
    assert (told.given, told.taken) == (0, 0)


def test_items_that_anki_lacks_are_named(col, person, history, server):
    one = next(iter(history))
    made = essay_deck()
    person.home.write(deck(*(i for i in made.items if i.id != one.item)))
    person.home.push(server)
    person.home.write(made)
    person.studies(history)
    told = person.pushes(server)
    assert told.absent == (one.item,)


@pytest.mark.parametrize("aside", [False, True])
def test_a_collection_without_any_review_has_its_day_found_too(col, person, server, aside):
    """The add-on does not tell Anki's day."""
    age(col, 1234)
    person.home.push(server)
    key = CardKey("i0001", 1)
    if aside:
        col.sched.suspend_cards([cards(col)[key].id])
    history = {key: folded([Review(key, Moment(NOW.at - 40 * DAY, NOW.offset), Rating.EASY)])}
    person.studies(history)
    person.pushes(server)
    card = cards(col)[key]
    assert card.due - col.sched.today == days_ahead(history[key].schedule, NOW) < 0
    assert (card.queue, card.ivl, card.reps) == (-1 if aside else 2, history[key].schedule.interval, 1)


def test_the_sides_agree_on_what_a_file_says_too(col, person, history, server, tmp_path):
    person.home.push(server)
    person.studies(history)
    person.pushes(server)
    found = read_history(hand_over(col, tmp_path, "apkg"), {key.item for key in history}, offset)
    assert {(r.card, r.when.at, r.rating) for r in found.reviews} == answers(history)
