"""Which notes make a deck: never weaker ones for being few, in rich articles a few more."""

from pathlib import Path

import pytest

from jinju.model.document import Document
from jinju.model.settings import MakeSettings
from jinju.workflows import drafts
from jinju.workflows.reading import Reader

EXAMPLE = Path(__file__).parents[3] / "decks" / "xianchang-bangong" / "article.txt"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


def made(reader, **wishes):
    document = Document(EXAMPLE.read_text(encoding="utf-8"), "example")
    return [i for i in drafts.draft_of(document, reader, MakeSettings(**wishes)).items if i.score]


def asked(items):
    return [i.text for i in items if "recite" not in i.kinds.values()]


def test_a_rich_article_gives_the_next_best_notes_too(reader, monkeypatch):
    scores = [i.score for i in made(reader)]
    assert min(scores) < drafts.WORTHY
    monkeypatch.setattr(drafts, "RICH", 1000)
    strict = [i.score for i in made(reader)]
    assert min(strict) >= drafts.WORTHY
    assert len(strict) < len(scores)


def test_a_bound_on_notes_takes_the_best_and_adds_none(reader):
    every, few = asked(made(reader)), asked(made(reader, notes=4))
    assert len(few) == 4
    assert asked(made(reader, notes=40)) == every
