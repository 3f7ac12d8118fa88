"""A store opens, whatever stands where it should be; nothing that stands there is overwritten."""

import shutil
import sqlite3
import stat
import sys

import pytest
from tests.study_decks import key, review, step

from jinju.adapters.review_store import opening
from jinju.adapters.review_store.opening import APPLICATION, VERSION, connect, migrate, statements
from jinju.adapters.review_store.store import open_store
from jinju.model.errors import UserError


def _code(call, *arguments):
    with pytest.raises(UserError) as caught:
        call(*arguments)
    return caught.value.code


def test_a_new_store_is_made_for_this_user_alone(place):
    open_store(place).close()
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with sqlite3.connect(place) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_reviews_reach_the_disk_at_each_commit(empty):
    raw = empty.connection.raw
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_default_place_is_made(tmp_path, monkeypatch):
    home = tmp_path / "data" / "jinju"
    monkeypatch.setattr(opening, "default_path", lambda: home / "reviews.db")
    with open_store() as store:
        assert store.path == home / "reviews.db"
    assert (home / "reviews.db").exists()


def test_a_named_folder_must_be_there(tmp_path):
    assert _code(open_store, tmp_path / "nowhere" / "reviews.db") == "write-no-folder"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_no_store(tmp_path):
    assert _code(open_store, tmp_path) == "store-is-folder"


@pytest.mark.parametrize(
    "rubbish", [b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 4096]
)
def test_rubbish_is_kept_aside(place, rubbish):
    place.write_bytes(rubbish)
    with open_store(place) as store:
        (problem,) = store.problems
        assert problem.code == "store-kept-aside"
        assert store.reviews.count() == 0
    kept = place.with_name("reviews.db.damaged-1")
    assert kept.read_bytes() == rubbish
    assert dict(problem.details)["kept"] == str(kept)


def test_each_damaged_store_gets_a_name_of_its_own(place):
    for number in (1, 2, 3):
        place.write_bytes(b"rubbish %d" % number)
        open_store(place).close()
    kept = sorted(f.read_bytes() for f in place.parent.glob("reviews.db.damaged-*"))
    assert kept == [b"rubbish 1", b"rubbish 2", b"rubbish 3"]


def test_a_store_broken_in_the_middle_is_kept_with_its_log(place, store, tmp_path):
    store.connection.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.reviews.record(review(key(1)), step)
    killed = tmp_path / "killed"  # as a process leaves it that was killed
    killed.mkdir()
    for name in ("reviews.db", "reviews.db-wal"):
        shutil.copy(place.with_name(name), killed)
    data = bytearray((killed / "reviews.db").read_bytes())
    data[8192:-4096] = b"\xa5" * (len(data) - 12288)
    (killed / "reviews.db").write_bytes(data)
    log = (killed / "reviews.db-wal").read_bytes()
    with open_store(killed / "reviews.db") as again:
        assert [p.code for p in again.problems] == ["store-kept-aside"]
    assert (killed / "reviews.db.damaged-1").read_bytes() == bytes(data)
    assert (killed / "reviews.db.damaged-1-wal").read_bytes() == log


def test_a_truncated_store_is_kept_aside(place, store):
    store.reviews.record(review(key(1)), step)
    store.close()
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 3])
    with open_store(place) as again:
        assert again.problems
    assert place.with_name("reviews.db.damaged-1").read_bytes() == data[: len(data) // 3]


def test_another_programs_database_is_left_alone(place):
    with sqlite3.connect(place) as raw:
        raw.execute("CREATE TABLE notes (id INTEGER)")
    raw.close()
    before = place.read_bytes()
    assert _code(open_store, place) == "store-foreign"
    assert place.read_bytes() == before
    assert [f.name for f in place.parent.iterdir()] == ["reviews.db"]


def test_a_newer_store_is_left_alone(place):
    open_store(place).close()
    with sqlite3.connect(place) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    before = place.read_bytes()
    assert _code(open_store, place) == "store-newer"
    assert place.read_bytes() == before


def test_an_empty_file_becomes_a_store(place):
    place.touch()
    with open_store(place) as store:
        assert not store.problems
        assert store.reviews.count() == 0


def test_a_store_survives_being_opened_again(place, store):
    store.reviews.record(review(key(1)), step)
    store.close()
    with open_store(place) as again:
        assert again.reviews.count() == 1
        assert not again.problems


def test_migrations_run_in_order_and_whole_or_not_at_all(place):
    open_store(place).close()
    _, raw, _ = connect(place)
    scripts = {
        3: "ALTER TABLE decks ADD COLUMN b TEXT;",
        2: "ALTER TABLE decks ADD COLUMN a TEXT;",
        1: "bad;",
    }
    raw.execute("BEGIN")
    migrate(raw, 1, scripts)
    raw.execute("COMMIT")
    assert [row[1] for row in raw.execute("PRAGMA table_info(decks)")][-2:] == ["a", "b"]
    assert raw.execute("PRAGMA user_version").fetchone() == (3,)
    raw.execute("BEGIN")
    with pytest.raises(sqlite3.OperationalError):
        migrate(raw, 3, {4: "ALTER TABLE decks ADD COLUMN c TEXT;\nnonsense;"})
    raw.rollback()
    assert raw.execute("PRAGMA user_version").fetchone() == (3,)
    assert "c" not in [row[1] for row in raw.execute("PRAGMA table_info(decks)")]
    raw.close()


def test_every_migration_in_the_package_leads_to_a_version_up_to_this_one():
    assert all(1 < version <= VERSION for version in opening.migrations())


def test_a_trigger_is_one_statement():
    script = "CREATE TABLE a (x);\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN SELECT 1; END;\n-- the end\n"
    assert [s.split()[1] for s in statements(script)] == ["TABLE", "TRIGGER"]
