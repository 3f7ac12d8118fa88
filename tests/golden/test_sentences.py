from jinju.text.sentences import split_sentences

FEWEST = 60


def test_hard_cases(golden):
    """A sentence a line."""
    cases = golden("sentences.txt")
    assert len(cases.cases()) >= FEWEST
    cases.check(lambda text: "\n".join(span.of(text) for span in split_sentences(text)))
