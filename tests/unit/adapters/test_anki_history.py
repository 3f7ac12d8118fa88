"""Files that are no collections, and collections that are no sound ones."""

import sqlite3
import zipfile
from contextlib import closing

import pytest

from jinju.adapters.anki_history import copy, read_history
from jinju.model.errors import UserError

SCHEMA = """
create table col (id integer, crt integer, conf text, models text, decks text);
create table notes (id integer primary key, guid text, mid integer, flds text);
create table cards (id integer primary key, nid integer, ord integer, type integer);
create table revlog (id integer primary key, cid integer, ease integer, factor integer, time integer,
    type integer);
insert into col values (1, 0, '{"rollover": 3}', '{}', '{}');
insert into notes values (1, 'i0001', 5, 'text');
insert into cards values (10, 1, 0, 2), (11, 1, 1, 2), (12, 1, 600, 2), (13, 1, -1, 2);
insert into revlog values (1790000000000, 10, 3, 2500, 4000, 1), (1790000000001, 99, 3, 2500, 4000, 1);
"""


def made(path, *more):
    with closing(sqlite3.connect(path)) as db:
        db.executescript(SCHEMA + ";".join(more))
    return path


def read(path):
    return read_history(path, {"i0001"}, lambda _: 0)


def test_an_old_collection_is_read(tmp_path):
    found = read(made(tmp_path / "collection.anki2"))
    assert [(r.card, r.when.at) for r in found.reviews] == [(("i0001", 1), 1790000000000)]
    assert (found.foreign, found.rollover, found.bare) == (1, 3, (("i0001", 2),))


@pytest.mark.parametrize("hour", ["24", "-1", '"4"', "true", "4.5", "null"])
def test_an_hour_that_is_none_is_not_told(tmp_path, hour):
    path = made(tmp_path / "c", f"update col set conf = '{{\"rollover\": {hour}}}'")
    assert read(path).rollover is None


@pytest.mark.parametrize(
    "harm",
    [
        "drop table revlog",
        "drop table cards",
        "drop table revlog; create view revlog as select 1 as id, 10 as cid, 3 as ease, 0 as factor",
        "update revlog set type = 'x'",
        "update cards set ord = 'x'",
        "update col set conf = '{'",
        "update col set models = '[]'",
    ],
)
def test_a_collection_that_is_not_sound_is_refused(tmp_path, harm):
    with pytest.raises(UserError, match="package-broken"):
        read(made(tmp_path / "c", harm))


def test_a_cut_collection_is_refused(tmp_path):
    whole = made(tmp_path / "c").read_bytes()
    (tmp_path / "cut").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError, match="package-broken"):
        read(tmp_path / "cut")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("missing", None, "no-such-file"),
        ("empty", b"", "package-broken"),
        ("text.apkg", "一篇文章".encode(), "package-broken"),
        ("cut.colpkg", b"PK\x03\x04\x00", "package-broken"),
    ],
)
def test_what_is_no_collection_is_refused(tmp_path, name, data, code):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=code):
        read(tmp_path / name)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="package-unreadable"):
        read(tmp_path)


def test_a_package_without_a_collection_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.apkg", "w") as package:
        package.writestr("media", "{}")
    with pytest.raises(UserError, match="package-no-collection"):
        read(tmp_path / "a.apkg")


def test_what_stands_in_the_log_beside_the_collection_is_read_too(tmp_path):
    path = made(tmp_path / "collection.anki2")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("insert into revlog values (1790000005000, 11, 1, 2500, 900, 1)")
        before = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
        assert "collection.anki2-wal" in before
        assert len(read(path).reviews) == 2
        assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == before


def test_a_collection_that_changes_all_the_time_is_refused(tmp_path, monkeypatch):
    path = made(tmp_path / "c")
    real = copy._copy_one

    def copied(source, target):
        real(source, target)
        with source.open("ab") as out:
            out.write(b"\0")

    monkeypatch.setattr(copy, "_copy_one", copied)
    with pytest.raises(UserError, match="package-unreadable"):
        read(path)


def test_a_collection_too_big_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(copy, "MOST_BYTES", 1000)
    with pytest.raises(UserError, match="package-too-big"):
        read(made(tmp_path / "c"))
