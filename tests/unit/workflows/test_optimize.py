"""Fitting the memory model to learners who were made up, with the real optimiser and the real store."""

import json
import math
import os
import random
import subprocess
import sys
from dataclasses import replace
from statistics import stdev

import pytest

from jinju.adapters import optimizer
from jinju.adapters.review_store import Logged, open_store
from jinju.model.errors import UserError
from jinju.model.review import CardKey, Moment, Rating, Review, Schedule
from jinju.model.study_settings import StudySettings
from jinju.study.day import DAY, HOUR, starts
from jinju.study.fit import examples_of, fit
from jinju.study.scheduler import Scheduler
from jinju.workflows.fold import fitted, step_of
from jinju.workflows.optimize import LEAST, optimize, reset

SETTINGS = StudySettings()
NOW = Moment(1_795_000_000_000)
FIRST_DAY = 20_500
FORGETFUL = (
    *(0.1, 0.4, 0.9, 3.0, 7.2, 0.6, 2.6, 0.02, 1.3, 0.25, 0.5),
    *(1.2, 0.12, 0.2, 1.2, 0.4, 1.6, 0.5, 0.1, 0.1, 0.25),
)
"""A memory that loses things sooner than the published parameters expect."""


def learnt(cards, seed, weights=FORGETFUL, days=150):
    """The answers of a learner with such a memory to cards that come when the published parameters say."""
    rng = random.Random(seed)
    memory, scheduler = Scheduler(replace(SETTINGS, weights=weights)), Scheduler(SETTINGS)
    found = {}
    for number in range(cards):
        key = CardKey(f"i{number:04d}", 1)
        at = starts(FIRST_DAY + rng.randrange(days // 2), 0, 4) + rng.randrange(16 * HOUR)
        truth = schedule = Schedule()
        reviews = []
        while at < starts(FIRST_DAY + days, 0, 4) and len(reviews) < 14:
            when = Moment(at)
            rating = Rating(rng.choices([1, 3, 4], [3, 5, 1])[0])
            if reviews:
                known = memory.retrievability(truth, (at - 4 * HOUR) // DAY)
                rating = (
                    Rating(rng.choices([2, 3, 4], [1, 8, 1])[0]) if rng.random() < known else Rating.AGAIN
                )
            reviews.append(Review(key, when, rating, 4000))
            truth = memory.answered(truth, rating, when, key)
            schedule = scheduler.answered(schedule, rating, when, key)
            late = rng.randrange(16 * HOUR)
            at = schedule.due_at or starts(schedule.due_day, 0, 4) + late
        found[key] = reviews
    return found


@pytest.fixture(scope="module")
def learner():
    return learnt(200, seed=3)


def kept_in(path, cards):
    with open_store(path) as store:
        logged = (Logged(review) for reviews in cards.values() for review in reviews)
        store.reviews.add(logged, step_of(Scheduler(SETTINGS)))
    return path


def run(path, **more):
    return optimize(store=path, settings=more.pop("settings", SETTINGS), now=NOW, **more)


def stored(path):
    with open_store(path) as store:
        return store.weights(), {c.key: c.schedule for c in store.cards.all(archived=True)}


def test_what_is_predicted_is_each_answer_a_day_or_more_after_the_last():
    key = CardKey("i0001", 1)
    hours = [(0, 3), (1, 1), (30, 3), (31, 4), (200, 2)]
    reviews = [Review(key, Moment(h * HOUR + 10 * HOUR), Rating(r)) for h, r in hours]
    assert [e.answers for e in examples_of([reviews], 4)] == [
        ((3, 0), (1, 0), (3, 1)),
        ((3, 0), (1, 0), (3, 1), (4, 0), (2, 7)),
    ]


def test_examples_stand_in_order_of_time(learner):
    examples = examples_of(learner.values(), 4)
    assert [e.at for e in examples] == sorted(e.at for e in examples)
    assert len(examples) > LEAST


def test_log_loss_is_what_its_definition_says():
    """One card, one predicted answer in each block: computed here by hand from retrievability."""
    key = CardKey("i0001", 1)
    ratings = [3, 3, 1, 3, 3, 1]
    reviews = [Review(key, Moment((20 + 3 * n) * DAY), Rating(r)) for n, r in enumerate(ratings)]
    examples = examples_of([reviews], 4)
    assert len(examples) == 5
    asked = []

    def fitter(given):
        asked.append([e.at for e in given])
        return FORGETFUL

    found = fit({key: reviews}, examples, SETTINGS, fitter)
    times = [e.at for e in examples]
    assert asked == [times, times[:2], times[:3], times[:4]]  # all of them; then never the answer itself
    likelihoods = []
    for weights, all_of_them, later in (
        ((), found.everything.published, found.later.published),
        ((), found.everything.in_use, found.later.in_use),
        (FORGETFUL, found.everything.fitted, found.later.fitted),
    ):
        scheduler = Scheduler(replace(SETTINGS, weights=weights))
        schedule, losses = Schedule(), []
        for review in reviews:
            if schedule.reps:
                known = scheduler.retrievability(schedule, (review.when.at - 4 * HOUR) // DAY)
                losses.append(-math.log(known if review.rating > 1 else 1 - known))
            schedule = scheduler.answered(schedule, review.rating, review.when, key)
        likelihoods.append(losses[2:])
        assert all_of_them == pytest.approx(sum(losses) / 5)
        assert later == pytest.approx(sum(losses[2:]) / 3)
    gains = [before - after for before, after in zip(likelihoods[0], likelihoods[2], strict=True)]
    assert found.doubt == pytest.approx(stdev(gains) / math.sqrt(3))


def test_a_memory_unlike_the_published_one_is_learnt(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    _, before = stored(path)
    told = run(path)
    assert told.kept
    assert told.fit.later.fitted < told.fit.later.published
    assert told.fit.everything.fitted < told.fit.everything.published == told.fit.everything.in_use
    weights, after = stored(path)
    assert weights.parameters == told.fit.weights
    assert (weights.at, weights.provenance["reviews"]) == (NOW.at, sum(map(len, learner.values())))
    assert weights.provenance["log_loss_later"]["fitted"] == told.fit.later.fitted
    assert weights.provenance["by"].startswith("fsrs-rs-python ")
    assert told.rebuilt == len(after)
    scheduler = Scheduler(replace(SETTINGS, weights=told.fit.weights))
    assert after == {key: scheduler.replay(reviews) for key, reviews in learner.items()} != before


def test_fitted_anew_the_parameters_in_use_are_those_of_the_last_time(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    first = run(path)
    second = run(path)
    assert second.fit.weights == first.fit.weights
    assert second.fit.everything.in_use == first.fit.everything.fitted
    assert not second.kept


def test_a_dry_run_keeps_nothing(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    before = stored(path)
    told = run(path, dry_run=True)
    assert told.kept
    assert told.rebuilt == 0
    assert stored(path) == before


def test_a_memory_like_the_published_one_keeps_the_published_parameters(tmp_path):
    """Over five learners whom the published parameters describe, a fit seldom pays and never does harm."""
    for seed in range(5):
        cards = learnt(110, seed, weights=())
        path = kept_in(tmp_path / f"{seed}.db", cards)
        told = run(path)
        better = told.fit.later.published - told.fit.later.fitted > told.fit.doubt > 0
        assert told.kept is (better and told.fit.everything.fitted < told.fit.everything.in_use)
        assert (stored(path)[0] is not None) is told.kept


def test_kept_by_force(tmp_path):
    for seed in range(20):
        path = kept_in(tmp_path / f"{seed}.db", learnt(110, seed, weights=()))
        if not run(path, dry_run=True).kept:
            assert run(path, force=True).kept
            assert stored(path)[0] is not None
            return
    pytest.fail("no learner whose fit was not better")


def test_too_few_answers_are_refused(learner, tmp_path):
    some = dict(list(learner.items())[:40])
    path = kept_in(tmp_path / "reviews.db", some)
    count = len(examples_of(some.values(), 4))
    with pytest.raises(UserError, match="optimize-few") as error:
        run(path)
    assert error.value.details == {"count": count, "needed": LEAST}
    assert stored(path)[0] is None


def test_an_empty_store_is_refused(tmp_path):
    with pytest.raises(UserError, match="optimize-few"):
        run(tmp_path / "reviews.db")


def test_without_the_extra_the_message_says_how_to_get_it(learner, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(UserError, match="optimize-missing"):
        run(kept_in(tmp_path / "reviews.db", learner))


def test_settings_with_weights_of_their_own_go_first(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    settings = replace(SETTINGS, weights=Scheduler(SETTINGS)._fsrs.parameters)
    told = run(path, settings=settings)
    assert told.overridden
    with open_store(path) as store:
        assert fitted(store, settings) == settings
        assert fitted(store, SETTINGS).weights == told.fit.weights


def test_back_to_the_published_parameters(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    _, before = stored(path)
    run(path)
    assert stored(path)[1] != before
    assert reset(store=path, settings=SETTINGS, now=NOW) == len(before)
    weights, after = stored(path)
    assert (weights.parameters, after) == ((), before)
    with open_store(path) as store:
        assert fitted(store, SETTINGS) == SETTINGS


def test_the_same_reviews_give_the_same_parameters_in_every_process(learner, tmp_path):
    examples = examples_of(learner.values(), 4)
    file = tmp_path / "examples.json"
    file.write_text(json.dumps(examples))
    script = (
        "import json, sys; from jinju.adapters.optimizer import fitter;"
        "from jinju.model.example import Example;"
        "print(json.dumps(fitter(1)([Example(at, answers) for at, answers in json.load(open(sys.argv[1]))])))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(3)
    }
    assert found == {json.dumps(optimizer.fitter(1)(examples))}


def test_what_the_optimiser_cannot_fit_is_said():
    with pytest.raises(UserError, match="optimize-failed"):
        optimizer.fitter(1)(
            [e._replace(answers=((9, 0), (3, 2))) for e in examples_of([], 4)] or [bad()] * 400
        )


def test_the_command_says_log_loss_before_and_after(learner, tmp_path):
    path = kept_in(tmp_path / "reviews.db", learner)
    outs = []
    for more in (["--dry-run"], [], []):
        command = [sys.executable, "-m", "jinju", "optimize", "--store", str(path), *more]
        environment = os.environ | {"JINJU_LANG": "en", "XDG_CONFIG_HOME": str(tmp_path)}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        outs.append(done.stdout)
    losses = [line.split() for line in outs[0].splitlines() if line.startswith("    ")]
    assert [words[1] for words in losses] == ["published", "in", "fitted"] * 2
    assert float(losses[2][0]) < float(losses[0][0])
    assert "Would be kept." in outs[0]
    assert f"Kept. {len(learner)} schedules" in outs[1]
    assert "Not kept" in outs[2]


def bad():
    from jinju.model.example import Example

    return Example(0, ((9, 0), (3, 2)))
