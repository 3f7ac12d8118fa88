"""Which runs of clauses could be a clip: what people quote and short sayings too."""

import pytest

from jinju.model.document import Document
from jinju.workflows.reading import Reader

TEXT = """治国的道理

古人懂得“民惟邦本，本固邦宁”的道理，也懂得节用爱人的好处。有位老人说：“治村要靠人才。人才不是天上掉下来的，而是干出来的。”

滴水可以穿石。就业连着千家万户，就业稳则民心安。正如古人所说“志不强者，智不达。”
"""


@pytest.fixture(scope="module")
def clips(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    folder.chmod(0o700)
    picked = Reader(folder).picked(Document(TEXT, "case"))
    return {quote.span.of(picked.article.text) for quote in picked.picks.quotes}


@pytest.mark.parametrize(
    "clip",
    [
        pytest.param("“民惟邦本，本固邦宁”", id="a saying quoted in the middle of a clause"),
        pytest.param("“志不强者，智不达。”", id="a saying at the end of a paragraph"),
        pytest.param("人才不是天上掉下来的，而是干出来的。", id="a sentence of a speech without its mark"),
        pytest.param("就业连着千家万户，就业稳则民心安。", id="a word that begins like a connective"),
    ],
)
def test_it_is_a_clip(clips, clip):
    assert clip in clips


def test_no_clip_has_half_a_pair_of_quotation_marks_or_is_too_short(clips):
    assert all(clip.count("“") == clip.count("”") for clip in clips)
    assert "滴水可以穿石。" not in clips
