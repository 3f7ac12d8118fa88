"""`jinju history` and `jinju optimize` as a person types them, against a real collection."""

import json
import os
import subprocess
import sys

import pytest
from tests.anki.collection import take_in
from tests.anki.decks import essay_deck
from tests.anki.histories import SETTINGS, learner
from tests.anki.test_history import NOW, answer, cards, hand_over

from jinju.adapters.review_store import Logged, open_store
from jinju.cards.note import notes_of
from jinju.study.scheduler import Scheduler
from jinju.workflows.fold import step_of


@pytest.fixture
def jinju(tmp_path, home):
    home.write(essay_deck())

    def run(*arguments, lang="en", **more):
        environment = {
            **os.environ,
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "HOME": str(tmp_path),
            "JINJU_LANG": lang,
            **more,
        }
        done = subprocess.run(
            [sys.executable, "-m", "jinju", *map(str, arguments)],
            capture_output=True,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


@pytest.fixture
def store(tmp_path):
    """A store that knows 90 days of learning, and how many answers those are."""
    path = tmp_path / "reviews.db"
    found = learner(list(notes_of(essay_deck(), 0)), NOW, seed=5)
    reviews = [review for h in found.values() for review, _ in h.steps]
    with open_store(path) as opened:
        opened.reviews.add((Logged(r) for r in reviews), step_of(Scheduler(SETTINGS)))
    return path, len(reviews)


def test_there_and_back(col, jinju, home, store, tmp_path):
    path, count = store
    package = tmp_path / "out.apkg"
    status, out, err = jinju("history", "export", home.path, "-o", package, "--store", path)
    assert (status, err) == (0, "")
    assert f"{count} reviews" in out
    assert "Import any learning progress" in out
    take_in(col, package, with_scheduling=True)
    answer(col, next(c for c in cards(col).values() if c.queue >= 0), 3)
    file = hand_over(col, tmp_path, "colpkg")
    status, out, _ = jinju("history", "import", file, "--store", path, "--deck", home.path)
    assert (status, out) == (0, f"{file}: 1 new reviews of 1 cards; {count} were known.\n")
    status, out, _ = jinju("history", "import", file, "--store", path, "--json")
    told = json.loads(out)["files"][0]
    assert (told["new"], told["known"], told["waiting"], told["other_rollover"]) == (0, count + 1, [], None)


def test_without_a_store_of_ones_own_the_reviews_wait_and_are_named(col, jinju, home, store, tmp_path):
    path, count = store
    package = tmp_path / "out.apkg"
    jinju("history", "export", home.path, "-o", package, "--store", path)
    status, out, _ = jinju("history", "import", package)
    assert status == 0
    assert f"{count} new reviews" in out
    assert "下的是基层、察的是民情" in out
    assert (tmp_path / "data" / "jinju" / "reviews.db").exists()
    status, out, _ = jinju("history", "import", package, "--deck", home.path, lang="zh")
    assert f"{count} 条本来就有" in out
    assert "牌组文件里都没有" not in out


def test_an_anki_whose_day_begins_at_another_hour_is_told(col, jinju, home, store, tmp_path):
    path, _ = store
    package = tmp_path / "out.apkg"
    jinju("history", "export", home.path, "-o", package, "--store", path)
    take_in(col, package, with_scheduling=True)
    col.set_config("rollover", 2)
    file = hand_over(col, tmp_path, "colpkg")
    assert "begins at 2:00" in jinju("history", "import", file, "--store", path)[1]
    settings = tmp_path / "config" / "jinju" / "settings.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("study:\n  rollover: 2\n")
    assert "begins at" not in jinju("history", "import", file, "--store", path)[1]


def test_a_push_says_what_went_either_way(col, jinju, server, home, store):
    path, count = store
    jinju("push", home.path, "--address", server.address)
    told = ("history", "push", home.path, "--store", path, "--address", server.address)
    status, out, _ = jinju(*told, "--dry-run")
    assert status == 0
    assert f"{count} reviews would be given" in out
    status, out, _ = jinju(*told)
    assert f"23 cards in Anki: {count} reviews given" in out
    assert col.db.scalar("select count(*) from revlog") == count
    status, out, _ = jinju(*told, "--json")
    assert (json.loads(out)["given"], json.loads(out)["taken"]) == (0, 0)


def test_errors_are_one_message(jinju, home, store, tmp_path):
    path, _ = store
    for arguments, said in (
        (("history", "import", tmp_path / "none.apkg"), "none.apkg"),
        (("history", "import", home.path), "deck.yaml"),
        (("history", "export", home.path, "-o", tmp_path / "x.csv"), ".apkg"),
        (("history", "export", home.path, "-o", tmp_path / "collection.apkg"), "jinju-collection.apkg"),
        (("history", "push", home.path, "--address", "http://127.0.0.1:9"), "AnkiConnect"),
        (("optimize",), "400"),
    ):
        status, _, err = jinju(*arguments, "--store", path)
        assert status == 1
        assert said in err
        assert err.count("\n") == 1


def test_optimize_is_refused_kindly_without_its_extra(jinju, store, tmp_path):
    path, _ = store
    hidden = tmp_path / "hidden" / "fsrs_rs_python"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError\n")
    python_path = os.pathsep.join([str(hidden.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    status, _, err = jinju("optimize", "--store", path, PYTHONPATH=python_path)
    assert status == 1
    assert "pipx install 'jinju[optimize]'" in err


def test_optimize_resets(jinju, store):
    path, _ = store
    status, out, _ = jinju("optimize", "--reset", "--store", path, "--json")
    assert status == 0
    assert json.loads(out)["weights"] == []
