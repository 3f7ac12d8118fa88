import pytest

from jinju.cards.candidate import Candidate, Clip
from jinju.cards.hints import initials, ladder, plain_initial
from jinju.model.article import Span
from jinju.model.lexicon import Token, Words
from jinju.model.picks import Quote

READINGS = {"民": ("mín",), "忧": ("yōu",), "重": ("zhòng", "chóng"), "庆": ("qìng",), "安": ("ān",)}


def clip(text):
    words = Words({}, 1, readings=READINGS, initials={"重庆": "c q"})
    tokens = tuple(Token(verb, text.index(verb), "v") for verb in ("点亮", "汇成") if verb in text)
    return Clip(Quote(Span(0, len(text)), 1.0, ()), text, 0, tokens, (), (), words, frozenset())


def test_the_ladder_goes_from_relation_to_length_to_initials():
    group = [Candidate(Span(3, 5), "slot", 1.0, "parallel", 0, 2, 3, "基层")]
    assert ladder(group, clip("解的是民忧")) == ("与“基层”并列，第 2 项", "2 字", "m y")


def test_only_answers_of_three_or_more_characters_get_a_character_step():
    steps = ladder([Candidate(Span(0, 3), "phrase", 1.0, "shape")], clip("民忧安"))
    assert steps == ("有一字重复的短语", "3 字", "m y a", "民…")


def test_what_the_card_shows_anyway_is_no_hint():
    for relation in ("quoted", "saying"):
        assert ladder([Candidate(Span(1, 3), "quote", 1.0, relation)], clip("“民忧”"))[0] == "2 字"


def test_of_a_saying_in_two_even_halves_the_first_is_named():
    half = Candidate(Span(3, 5), "quote", 1.0, "saying", place=2, size=2, partner="民忧")
    assert ladder([half], clip("民忧，民安"))[0] == "“民忧”的下一句"


@pytest.mark.parametrize(
    ("line", "answer", "partner", "said"),
    [
        ("解的是民忧，得的是民心", "民心", "民忧", "与“民忧”并列"),  # the place of one of two says nothing
        ("解了民忧，使重庆安", "重庆", "民忧", "2 字"),  # one is an object, the other a subject
        ("民忧安，是民忧", "安", "民忧", "1 字"),
        ("是重的民忧，在安，", "安", "忧", "1 字"),  # both end a clause
        ("点亮民心，汇成重庆", "重庆", "民心", "与“民心”并列"),  # both behind a verb, at the end
        ("在于民心，汇成重庆", "重庆", "民心", "2 字"),
        ("民忧，心安", "心安", "民忧", "与“民忧”并列"),
    ],
)
def test_a_sister_is_named_where_both_stand_alike(line, answer, partner, said):
    start = line.index(answer)
    blank = Candidate(Span(start, start + len(answer)), "slot", 1.0, "parallel", 0, 2, 2, partner)
    assert ladder([blank], clip(line))[0] == said


def test_a_partner_that_is_hidden_itself_is_not_named():
    group = [
        Candidate(Span(0, 2), "slot", 1.0, "parallel", 0, 1, 2, "庆民"),
        Candidate(Span(3, 5), "slot", 1.0, "parallel", 0, 2, 2, "民忧"),
    ]
    assert ladder(group, clip("民忧、庆民"))[0] == "并列 2 项中的第 1 项 / 并列 2 项中的第 2 项"


def test_the_word_decides_between_readings():
    assert initials("重庆", clip("重庆")) == "c q"
    assert initials("重民", clip("重民")) == "z m"
    assert initials("民忧、安", clip("民忧、安")) == "m y · a"


def test_tone_marks_go():
    assert [plain_initial(s) for s in ("ān", "ō", "ěr", "zhòng")] == ["a", "o", "e", "z"]


def test_a_famous_line_names_its_source_unless_that_tells_the_answer():
    told = ladder([Candidate(Span(0, 2), "quote", 1.0, "famous", partner="《民安集》")], clip("民忧，重庆"))
    assert told[0] == "出自《民安集》"
    kept = ladder([Candidate(Span(0, 2), "quote", 1.0, "famous", partner="《民忧集》")], clip("民忧，重庆"))
    assert not any("民忧" in step for step in kept)


def test_one_of_a_list_is_told_by_its_neighbour_not_by_a_source():
    told = ladder(
        [Candidate(Span(6, 8), "quote", 1.0, "famous", partner="《民安集》")], clip("心安、民忧、重庆")
    )
    assert told[0] == "与“民忧”并列"
    pair = ladder([Candidate(Span(3, 5), "quote", 1.0, "famous", partner="《民安集》")], clip("民忧、重庆"))
    assert pair[0] == "出自《民安集》"
