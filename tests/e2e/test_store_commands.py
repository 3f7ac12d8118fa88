"""`jinju backup`, `restore` and `reviews`, as a person runs them."""

import json

import pytest
from tests.study_decks import DAY, NOON, key, review, step, write_deck

from jinju.adapters.review_store import open_store

LINE = '{"item": "iabc", "number": 1, "at": "2026-11-23T09:03:55.123+08:00", "rating": 3}\n'


@pytest.fixture
def store(home, tmp_path):
    """A store with three reviews at a place of its own."""
    path = tmp_path / "mine.db"
    with open_store(path) as opened:
        opened.decks.refresh(write_deck(tmp_path / "deck.yaml"), now_ns=0)
        for n in (1, 2, 3):
            opened.reviews.record(review(key(n), NOON + n * DAY), step)
    return path


def count(path):
    with open_store(path) as opened:
        return opened.reviews.count()


def test_a_backup_and_the_way_back(jinju, store, tmp_path):
    status, out, _ = jinju("backup", tmp_path / "copy.db", "--store", store)
    assert status == 0
    assert f"{tmp_path / 'copy.db'}: 3 reviews" in out
    with open_store(store) as opened:
        opened.reviews.record(review(key(4)), step)
    status, out, _ = jinju("restore", tmp_path / "copy.db", "--store", store, "--json")
    told = json.loads(out)
    assert (status, told["reviews"], told["reviews_before"]) == (0, 3, 4)
    assert count(store) == 3
    assert count(told["kept"]) == 4


def test_a_backup_without_a_name_gets_a_dated_one_beside_the_store(jinju, store):
    for _ in range(2):
        assert jinju("backup", "--store", store)[0] == 0
    made = sorted((store.parent / "backups").iterdir())
    assert len(made) == 2
    assert all(count(path) == 3 for path in made)


def test_a_backup_replaces_nothing_unasked(jinju, store, tmp_path):
    (tmp_path / "copy.db").write_text("precious")
    status, _, err = jinju("backup", tmp_path / "copy.db", "--store", store)
    assert status == 1
    assert "--force" in err
    assert (tmp_path / "copy.db").read_text() == "precious"
    assert jinju("backup", tmp_path / "copy.db", "--store", store, "--force")[0] == 0
    assert count(tmp_path / "copy.db") == 3


def test_reviews_go_out_and_come_in_once(jinju, store, tmp_path):
    status, out, _ = jinju("reviews", "export", tmp_path / "all.jsonl", "--store", store)
    assert (status, out) == (0, f"{tmp_path / 'all.jsonl'}: 3 reviews.\n")
    other = tmp_path / "other.db"
    for new in (3, 0):
        status, out, _ = jinju("reviews", "import", tmp_path / "all.jsonl", "--store", other, "--json")
        assert status == 0
        assert json.loads(out)["new"] == new
    with open_store(store) as one, open_store(other) as two:
        assert list(one.reviews.log()) == list(two.reviews.log())
        assert one.cards.get(key(1)).schedule == two.cards.get(key(1)).schedule


def test_standard_input_and_output_do(jinju, store):
    status, out, err = jinju("reviews", "export", "-", "--store", store)
    assert (status, err) == (0, "")
    assert [json.loads(line)["item"] for line in out.splitlines()] == [key(n).item for n in (1, 2, 3)]
    status, out, _ = jinju("reviews", "import", "-", stdin=LINE.encode())
    assert (status, "1 reviews added" in out) == (0, True)
    assert jinju("reviews", "export", "-")[1].startswith('{"item": "iabc"')


def test_bad_lines_are_named_and_the_good_ones_taken(jinju, tmp_path):
    path = tmp_path / "some.jsonl"
    path.write_bytes(LINE.encode() + b'{"item": "i1"}\n\xff\xfe\n')
    status, out, err = jinju("reviews", "import", path, "--store", tmp_path / "s.db", lang="zh")
    assert status == 1
    assert "加入 1 条" in out
    assert f"{path}:2" in err
    assert f"{path}:3" in err
    assert count(tmp_path / "s.db") == 1


def test_where_there_is_nothing_a_line_says_so(jinju, tmp_path):
    none = tmp_path / "none.db"
    for command in (["backup"], ["reviews", "export", "-"]):
        status, _, err = jinju(*command, "--store", none)
        assert status == 1
        assert "no store" in err
    assert not none.exists()
    status, _, err = jinju("restore", tmp_path / "nothing.db", "--store", tmp_path / "s.db")
    assert status == 1
    assert "no such file" in err
    status, _, err = jinju("reviews", "import", tmp_path / "nothing.jsonl", "--store", tmp_path / "s.db")
    assert status == 1
    assert "no such file" in err


def test_a_damaged_store_is_told_of(jinju, store, tmp_path):
    assert jinju("backup", tmp_path / "copy.db", "--store", store)[0] == 0
    store.write_bytes(b"broken" * 100)
    status, out, err = jinju("restore", tmp_path / "copy.db", "--store", store)
    assert status == 0
    assert "damaged-1" in err
    assert "3 reviews" in out
    assert count(store) == 3
    assert store.with_name("mine.db.damaged-1").read_bytes() == b"broken" * 100


def test_a_broken_settings_file_is_named(jinju, home, store, tmp_path):
    settings = home / ".config" / "jinju" / "settings.yaml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("study:\n  retentoin: 0.9\n", encoding="utf-8")
    try:
        (tmp_path / "x.jsonl").write_text(LINE)
        status, _, err = jinju("reviews", "import", tmp_path / "x.jsonl", "--store", store)
    finally:
        settings.unlink()
    assert status == 1
    assert f"{settings}:2" in err
    assert "retention" in err
    assert count(store) == 3


def test_help_shows_how(jinju):
    for command in (["backup"], ["restore"], ["reviews"], ["reviews", "export"], ["reviews", "import"]):
        status, out, _ = jinju(*command, "--help")
        assert status == 0
        assert "Usage: jinju " + " ".join(command) in out
