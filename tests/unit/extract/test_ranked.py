"""What people would hide is asked sentence by sentence, and only where a clip is made."""

import pytest

from jinju.extract.ranked import Ranked
from jinju.model.article import Span
from jinju.model.document import Document
from jinju.workflows.reading import Reader

TEXT = "改革要蹄疾步稳，干部要以身作则。水是生命之源。基层是国家治理的最末端、服务群众的最前沿。"


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    return Reader(folder)


def test_shares_lie_in_the_clip_and_only_its_sentences_are_asked(reader):
    picked = reader.picked(Document(TEXT, "case"))
    asked = []

    def cut(sentence):
        asked.append(sentence)
        return picked.cut(sentence)

    ranked = Ranked(picked.article, cut, picked.words, picked.judges.spans)
    clip = Span(picked.article.text.index("基层"), len(picked.article.text))
    found = ranked.within(clip)
    assert asked == [clip.of(picked.article.text)]
    assert max(found.values()) == 1
    assert all(0 < share <= 1 and span.end <= len(clip) for span, share in found.items())
    assert ranked.within(clip) == found
    assert len(asked) == 1


def test_of_half_a_sentence_only_what_lies_in_it(reader):
    picked = reader.picked(Document(TEXT, "case"))
    whole = picked.ranked.within(Span(0, 16))
    half = picked.ranked.within(Span(0, 8))
    assert {span for span in whole if span.end <= 8} == set(half)
    assert len(half) < len(whole)
