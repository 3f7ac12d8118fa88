"""What happens to a disk or a process while somebody studies: nothing that was acknowledged is lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.study_decks import NOON, key, review, step, write_deck

from jinju.adapters.review_store import open_store
from jinju.model.errors import UserError
from jinju.workflows.study import open_session

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(os.environ.get("JINJU_KILL_ROUNDS", "12"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

STUDY = """
import json, sys
from pathlib import Path
{before}
from jinju.messages import say
from jinju.model.errors import UserError
from jinju.model.review import Moment, Rating
from jinju.model.study_settings import StudySettings
from jinju.workflows.study import open_session
at = [{noon}]
def now():
    at[0] += 1000
    return Moment(at[0], 28800)
try:
    session = open_session([Path(sys.argv[1])], store=Path(sys.argv[2]), settings=StudySettings(), now=now)
    for n in range({most}):
        shown = session.go_on()
        session.answer(Rating.AGAIN, 1000)
        print(json.dumps([shown.item, shown.number]), flush=True)
except UserError as error:
    print(json.dumps({{"code": error.code, "said": say(error.code, **error.details)}}), flush=True)
"""


def study(deck, store, *, before="", most=20):
    """Study in a process of its own; what it answered, and the error at the end if there was one."""
    code = STUDY.format(before=before, most=most, noon=NOON)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "JINJU_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(deck), str(store)], capture_output=True, env=environment, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    said = [json.loads(line) for line in done.stdout.splitlines()]
    error = said.pop() if said and isinstance(said[-1], dict) else None
    return said, error


@pytest.fixture
def deck_file(tmp_path):
    return write_deck(tmp_path / "deck.yaml")


@pytest.fixture
def mounted(tmp_path):
    """A small disk of its own, `mounted("size=1m")`; only where one may be made."""
    made = []

    def mount(options):
        folder = tmp_path / f"disk{len(made)}"
        folder.mkdir()
        program = shutil.which("mount")
        command = [program or "mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if program is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be made here")
        made.append(folder)
        return folder

    yield mount
    for folder in made:
        subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@posix
def test_killed_at_random_moments_no_acknowledged_answer_is_lost(tmp_path):
    done = subprocess.run(
        [sys.executable, "benchmarks/study_killed.py", "--rounds", str(ROUNDS), "--folder", str(tmp_path)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["acknowledged"] > ROUNDS
    assert (found["lost"], found["undo_lost"], found["not_opened"], found["wrong_schedules"]) == (0, 0, 0, 0)
    assert found["failed"] == []
    assert found["integrity"] == "ok"
    assert found["left_behind"] == []


@posix
def test_a_limit_on_file_size_is_a_full_disk(deck_file, tmp_path):
    store = tmp_path / "reviews.db"
    open_store(store).close()
    limit = 400_000
    before = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    answered, error = study(deck_file, store, before=before, most=3000)
    assert error["code"] in {"store-full", "store-io"}
    assert str(store) in error["said"]
    assert answered
    with open_store(store) as again:
        assert not again.problems
        assert again.reviews.count() == len(answered)


def test_a_full_disk_loses_no_answer_and_says_so(mounted, deck_file):
    disk = mounted("size=600k")
    store = disk / "reviews.db"
    answered, error = study(deck_file, store, most=3000)
    assert error["code"] in {"store-full", "store-io"}
    assert "Free some space" in error["said"] or "free space" in error["said"]
    with open_store(store) as again:
        assert not again.problems
        assert again.reviews.count() == len(answered)


def test_a_disk_too_small_for_a_store_is_said_in_a_line(mounted, deck_file):
    disk = mounted("size=8k")
    answered, error = study(deck_file, disk / "reviews.db")
    assert answered == []
    assert error["code"] in {"store-full", "store-io", "store-unwritable"}


def test_a_read_only_disk_is_said_in_a_line(mounted, deck_file):
    disk = mounted("size=2m")
    study(deck_file, disk / "reviews.db", most=2)
    before = (disk / "reviews.db").read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, capture_output=True)
    answered, error = study(deck_file, disk / "reviews.db")
    assert answered == []
    assert error["code"] == "store-unwritable"
    answered, error = study(deck_file, disk / "new.db")
    assert error["code"] == "store-unwritable"
    assert (disk / "reviews.db").read_bytes() == before
    assert sorted(f.name for f in disk.iterdir()) == ["reviews.db"]


@posix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_the_right_to_write_is_said_in_a_line(deck_file, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    study(deck_file, folder / "reviews.db", most=2)
    folder.chmod(0o500)
    try:
        _, error = study(deck_file, folder / "new.db")
    finally:
        folder.chmod(0o700)
    assert error["code"] == "store-unwritable"


def test_many_processes_may_open_a_new_store_at_once(deck_file, tmp_path):
    code = STUDY.format(before="", most=5, noon=NOON)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    store = tmp_path / "reviews.db"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(deck_file), str(store)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for _ in range(6)
    ]
    told = [process.communicate() for process in running]
    assert [err for _, err in told if err] == []
    assert [len(out.splitlines()) for out, _ in told] == [5] * 6
    with open_store(store) as again:
        assert again.reviews.count() == 30
        assert again.cards.counts([1], 0).new < 8


def test_a_busy_store_is_waited_for_then_named(deck_file, tmp_path, monkeypatch):
    place = tmp_path / "reviews.db"
    monkeypatch.setattr("jinju.adapters.review_store.opening.PATIENCE", 0.2)
    with open_store(place) as one, open_store(place) as other:
        one.decks.refresh(deck_file, now_ns=0)
        one.connection.raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError) as caught:
            other.reviews.record(review(key(1)), step)
        assert caught.value.code == "store-busy"
        one.connection.raw.execute("ROLLBACK")
        other.reviews.record(review(key(1)), step)
        assert one.reviews.count() == 1


def test_a_store_that_breaks_while_open_is_named(deck_file, tmp_path):
    from tests.study_decks import Clock

    from jinju.model.review import Rating
    from jinju.model.study_settings import StudySettings

    place = tmp_path / "reviews.db"
    session = open_session([deck_file], store=place, settings=StudySettings(), now=Clock())
    session.answer(Rating.GOOD)
    session.close()
    with open_store(place) as store:
        store.connection.raw.execute("PRAGMA cache_size = 1")
        size = place.stat().st_size
        with place.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (size - 4096))
        with pytest.raises(UserError) as caught:
            list(store.cards.all())
        assert caught.value.code == "store-damaged"
    with open_store(place) as again:
        assert [p.code for p in again.problems] == ["store-kept-aside"]
