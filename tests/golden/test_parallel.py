from pathlib import Path

import pytest

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.extract.parallel import find_parallels
from jinju.model.article import Span

CASES = Path(__file__).with_name("parallel.txt")


def cases():
    """Title, text, expected lines; a case ends with a line that holds only a full stop."""
    for block in CASES.read_text(encoding="utf-8").split("\n.\n"):
        if block.strip():
            head, _, expected = block.strip("\n").partition("\n>")
            title, _, text = head.partition("\n")
            yield pytest.param(text, expected.strip("\n"), id=title)


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lexicon")
    folder.chmod(0o700)
    opened = open_lexicon(folder)
    yield opened
    opened.close()


def sentences(text):
    """Sentences of the simple texts of these cases."""
    spans, start = [], 0
    for at, character in enumerate(text):
        if character in "。！？\n" and text[at + 1 : at + 2] != "”":
            spans.append(Span(start, at + 1 if character != "\n" else at))
            start = at + 1
    spans.append(Span(start, len(text)))
    return [s for s in spans if s.of(text).strip("”")]


def shown(text, parallel):
    """下的是[基层] | 察的是[民情]."""
    branches = []
    for branch, slots in zip(parallel.branches, parallel.slots, strict=True):
        out, at = "", branch.start
        for slot in slots:
            out += f"{text[at : slot.start]}[{slot.of(text)}]"
            at = slot.end
        branches.append(out + text[at : branch.end])
    return " | ".join(branches)


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_parallel(text, expected, lexicon):
    words = lexicon.over(text)
    found = find_parallels(text, sentences(text), Segmenter(words).cut(text), words)
    assert "\n".join(shown(text, p) for p in found) == expected
