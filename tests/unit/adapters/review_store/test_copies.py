"""Copies are whole, and putting one back loses nothing of what it replaces."""

import sqlite3

import pytest
from tests.study_decks import DAY, NOON, key, review, step

from jinju.adapters.review_store import open_store
from jinju.adapters.review_store.copies import backup, restore
from jinju.adapters.review_store.opening import VERSION
from jinju.model.errors import UserError


def test_a_copy_is_one_file_that_opens_as_a_store(store, tmp_path):
    store.reviews.record(review(key(1)), step)
    size = backup(store, tmp_path / "copy.db")
    assert [f.name for f in tmp_path.glob("copy.db*")] == ["copy.db"]
    assert (tmp_path / "copy.db").stat().st_size == size
    with open_store(tmp_path / "copy.db") as copy:
        assert list(copy.reviews.log()) == list(store.reviews.log())
        assert list(copy.cards.all()) == list(store.cards.all())


def test_what_a_copy_replaces_is_kept(store, tmp_path, place):
    first = store.reviews.record(review(key(1)), step)
    backup(store, tmp_path / "copy.db")
    store.reviews.record(review(key(2), NOON + DAY), step)
    kept = restore(store, tmp_path / "copy.db")
    assert list(store.reviews.all()) == [first.review]
    with open_store(kept) as before:
        assert before.reviews.count() == 2
    second = restore(store, kept)
    assert second != kept
    assert store.reviews.count() == 2
    store.close()
    with open_store(place) as again:
        assert again.reviews.count() == 2
        again.reviews.record(review(key(3), NOON + 2 * DAY), step)


def test_others_that_have_the_store_open_go_on_with_what_was_put_back(store, tmp_path, place):
    backup(store, tmp_path / "copy.db")
    with open_store(place) as other:
        gone = other.reviews.record(review(key(1)), step)
        restore(store, tmp_path / "copy.db")
        assert other.reviews.count() == 0
        assert other.reviews.retract(gone, step, at=NOON) is None
        other.reviews.record(review(key(2), NOON + DAY), step)
        assert store.reviews.count() == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing", "restore-missing"),
        ("folder", "restore-missing"),
        ("empty", "restore-new"),
        ("rubbish", "restore-damaged"),
        ("cut", "restore-damaged"),
        ("foreign", "restore-foreign"),
        ("newer", "store-newer"),
        ("itself", "restore-itself"),
    ],
)
def test_what_is_no_copy_changes_nothing(store, tmp_path, place, name, code):
    store.reviews.record(review(key(1)), step)
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name == "empty":
        path.touch()
    elif name == "rubbish":
        path.write_bytes(b"rubbish" * 1000)
    elif name in {"cut", "newer"}:
        backup(store, path)
        if name == "cut":
            path.write_bytes(path.read_bytes()[:20_000])
        else:
            with sqlite3.connect(path) as raw:
                raw.execute(f"PRAGMA user_version = {VERSION + 1}")
            raw.close()
    elif name == "foreign":
        with sqlite3.connect(path) as raw:
            raw.execute("CREATE TABLE a (x)")
        raw.close()
    elif name == "itself":
        path = place
    before = path.read_bytes() if path.is_file() and name != "itself" else b""
    with pytest.raises(UserError) as caught:
        restore(store, path)
    assert caught.value.code == code
    assert store.reviews.count() == 1
    assert not before or path.read_bytes() == before
    assert not list(tmp_path.glob("*before-restore*"))


def test_a_copy_that_cannot_be_written_leaves_what_was_there(store, tmp_path):
    with pytest.raises(UserError) as caught:
        backup(store, tmp_path / "nowhere" / "copy.db")
    assert caught.value.code == "write-no-folder"
