"""A store in a folder of its own, with one deck file read."""

import time

import pytest
from tests.study_decks import write_deck

from jinju.adapters.review_store import open_store


@pytest.fixture
def place(tmp_path):
    return tmp_path / "reviews.db"


@pytest.fixture
def deck_file(tmp_path):
    return write_deck(tmp_path / "deck.yaml")


@pytest.fixture
def empty(place):
    with open_store(place) as store:
        yield store


@pytest.fixture
def store(empty, deck_file):
    empty.decks.refresh(deck_file, now_ns=time.time_ns())
    return empty


@pytest.fixture
def decks(store):
    return [known.id for known in store.decks.known()]
