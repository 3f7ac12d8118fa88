"""A deck file that changed is read again and keeps every review; what is gone is archived, not forgotten."""

import os
import sys
import time
from dataclasses import replace

import pytest
from tests.study_decks import LINES, age, items, key, review, step, write_deck

from jinju.adapters.review_store import open_store
from jinju.model.review import Day

TODAY = Day(0)


def refresh(store, path):
    return store.decks.refresh(path, now_ns=time.time_ns())


def alive(store):
    return {card.key for card in store.cards.all()}


def test_the_first_reading_brings_every_card(empty, deck_file):
    found = refresh(empty, deck_file)
    assert (found.added, found.changed, found.archived, found.problem) == (8, 0, 0, None)
    assert [c.key for c in empty.cards.new([found.deck], TODAY, most=3)] == [key(1, 1), key(1, 2), key(2, 1)]
    assert empty.cards.item(key(1).item).text == LINES[0]
    assert empty.cards.article(key(1).item).title == "让人民群众真正从“下基层”中得实惠"


def test_an_unchanged_file_is_not_read(store, deck_file, monkeypatch):
    monkeypatch.setattr("jinju.adapters.review_store.decks._read", None)
    assert refresh(store, deck_file).unchanged == 8


def test_a_touched_file_is_compared_not_parsed(store, deck_file, monkeypatch):
    monkeypatch.setattr("jinju.adapters.deck_file.parse_deck", None)
    age(deck_file)
    assert refresh(store, deck_file).unchanged == 8


def test_a_change_within_the_same_tick_is_seen(empty, tmp_path):
    path = write_deck(tmp_path / "fresh.yaml", old=False)
    refresh(empty, path)
    state = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("一目了然", "了然一目"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert refresh(empty, path).changed == 2


def test_an_edited_line_keeps_its_reviews(store, deck_file):
    store.reviews.record(review(key(1)), step)
    before = store.cards.get(key(1)).schedule
    write_deck(deck_file, LINES[0].replace("持续提升", "不断提升"), *LINES[1:])
    found = refresh(store, deck_file)
    assert (found.changed, found.added, found.archived, found.unchanged) == (2, 0, 0, 6)
    assert "不断提升" in store.cards.item(key(1).item).text
    assert store.cards.get(key(1)).schedule == before
    assert store.reviews.count() == 1


def test_a_removed_item_is_archived_and_comes_back_as_it_was(store, deck_file):
    store.reviews.record(review(key(2)), step)
    before = store.cards.get(key(2))
    write_deck(deck_file, only=[i for i in items() if i.id != key(2).item])
    assert refresh(store, deck_file).archived == 2
    assert store.cards.get(key(2)).archived
    assert key(2) not in alive(store)
    assert store.reviews.count() == 1
    write_deck(deck_file)
    assert refresh(store, deck_file).revived == 2
    assert store.cards.get(key(2)) == before


def test_a_removed_blank_is_archived_and_the_other_stays(store, deck_file):
    store.reviews.record(review(key(1, 2)), step)
    plain = LINES[0].replace("{{c2::幸福指数}}", "幸福指数")
    write_deck(deck_file, plain, *LINES[1:])
    assert refresh(store, deck_file).archived == 1
    assert store.cards.get(key(1, 2)).archived
    assert not store.cards.get(key(1, 1)).archived
    write_deck(deck_file)
    assert refresh(store, deck_file).revived == 1
    assert store.cards.get(key(1, 2)).schedule.reps == 1


def test_an_item_put_aside_by_hand_is_archived(store, deck_file):
    write_deck(deck_file, only=[replace(i, keep=i.id != key(3).item) for i in items()])
    assert refresh(store, deck_file).archived == 2


def test_a_missing_file_leaves_its_cards(store, deck_file, decks):
    deck_file.unlink()
    found = refresh(store, deck_file)
    assert found.problem.code == "no-such-file"
    assert found.deck == decks[0]
    assert len(alive(store)) == 8


@pytest.mark.parametrize("text", ["deck: [", "format: 1\ndeck: a\n", "\ufffe", ""])
def test_a_broken_file_leaves_its_cards(store, deck_file, text):
    deck_file.write_text(text, encoding="utf-8")
    found = refresh(store, deck_file)
    assert found.problem.code == "deck-bad"
    assert len(alive(store)) == 8
    write_deck(deck_file)
    assert refresh(store, deck_file).problem is None


def test_a_file_never_read_that_is_broken_has_no_number(empty, tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"\xff\xfe")
    found = refresh(empty, path)
    assert found.deck is None
    assert found.problem.code == "deck-not-utf8"
    assert empty.decks.known() == []


def test_a_moved_file_takes_its_cards_along(store, deck_file, tmp_path):
    store.reviews.record(review(key(1)), step)
    (tmp_path / "elsewhere").mkdir()
    moved = deck_file.rename(tmp_path / "elsewhere" / "renamed.yaml")
    refresh(store, moved)
    assert [known.path for known in store.decks.known()] == [moved]
    assert len(alive(store)) == 8
    assert store.cards.get(key(1)).schedule.reps == 1


def test_an_item_in_two_files_lives_as_long_as_one_holds_it(store, deck_file, tmp_path, decks):
    other = write_deck(tmp_path / "copy.yaml", only=items()[:2], name="另一副")
    second = refresh(store, other).deck
    assert len(store.cards.new([decks[0]], TODAY, most=99)) == 8
    assert len(store.cards.new([second], TODAY, most=99)) == 4
    assert len(store.cards.new([decks[0], second], TODAY, most=99)) == 8
    write_deck(deck_file, only=items()[2:])
    assert refresh(store, deck_file).archived == 0
    assert len(alive(store)) == 8
    store.decks.forget(other)
    assert alive(store) == {key(n, c) for n in (3, 4) for c in (1, 2)}


def test_a_reading_that_fails_half_way_leaves_the_store_as_it_was(store, deck_file, place, monkeypatch):
    write_deck(deck_file, *LINES[:2])

    def fail(*_):
        raise RuntimeError("the power went")

    monkeypatch.setattr(store.decks, "_archive", fail)
    with pytest.raises(RuntimeError, match="power"):
        refresh(store, deck_file)
    with open_store(place) as other:
        assert len(alive(other)) == 8
        assert refresh(other, deck_file).archived == 4


def test_a_name_that_is_no_text_is_a_name(empty, tmp_path):
    if sys.platform != "linux":
        pytest.skip("file names are text here")
    path = tmp_path / os.fsdecode(b"deck-\xff.yaml")
    write_deck(path)
    assert refresh(empty, path).added == 8
    assert refresh(empty, path).unchanged == 8
    assert [known.path for known in empty.decks.known()] == [path]
