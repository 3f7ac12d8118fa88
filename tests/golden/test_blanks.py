"""What is hidden in a clip: each case a clip and its note, “no note” where nothing in it is worth it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.workshop import workshop_of

from jinju.cards.blanks import choose_blanks
from jinju.cards.build import clip_of
from jinju.model.article import Span
from jinju.model.cloze import Cloze, Mark, render
from jinju.model.document import Document
from jinju.model.picks import Quote
from jinju.workflows.reading import Reader

CASES = Path(__file__).with_name("blanks.txt")


@pytest.fixture(scope="session")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


def note(text: str, reader: Reader) -> str:
    """The text as one clip with its blanks, in the deck file's notation."""
    picked = reader.picked(Document(text, "case"))
    clip = clip_of(Quote(Span(0, len(picked.article.text)), 1.0, ()), picked.picks, workshop_of(picked))
    cards = choose_blanks(clip)
    marks = sorted((Mark(n, c.span) for n, card in enumerate(cards, 1) for c in card), key=lambda m: m.span)
    return render(Cloze(clip.text, tuple(marks))) if marks else "no note"


def test_blanks(request, reader):
    Golden(CASES, request.config.getoption("--update-golden")).check(lambda text: note(text, reader))
