"""Every rule of the lint: what it finds, what it leaves alone, and what its fix does."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.anki.decks import deck, essay_deck, item

from jinju.adapters.word_facts import WordFacts
from jinju.messages.en import MESSAGES as EN
from jinju.messages.zh import MESSAGES as ZH
from jinju.model.cloze import ClozeError, parse
from jinju.revise import lint as package
from jinju.revise.lint import lint, mend
from jinju.revise.lint.twins import Twin, twins


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """The real lexicon, for any of the texts below."""
    folder = tmp_path_factory.mktemp("lexicon")
    folder.chmod(0o700)

    class Facts:
        def __init__(self):
            self._facts = {}

        def _of(self, text):
            return self._facts.setdefault(text, WordFacts(text, folder))

        def words(self, text):
            return self._of(text).words(text)

        def frequency(self, word):
            return self._of(word).frequency(word)

        def is_phrase(self, text):
            return self._of(text).is_phrase(text)

    return Facts()


def found(known, *items):
    return {(f.rule, f.severity) for f in lint([deck(*items)], known)}


HINTS = {1: ("四字格", "4 字")}
CASES = [
    ("an open mark", "我们要{{c1::真抓实干，绝不松劲", {}, {("broken-cloze", "error")}),
    ("no mark", "我们要真抓实干，绝不松劲", {}, {("no-blank", "error")}),
    (
        "a number taken up again",
        "我们要{{c2::真抓实干}}，绝不松劲半分",
        {"retired": (1, 2)},
        {("number-reused", "error")},
    ),
    ("a gap", "我们要{{c2::真抓实干}}，绝不松劲半分", {}, {("number-gap", "info")}),
    ("a gap that was retired", "我们要{{c2::真抓实干}}，绝不松劲半分", {"retired": (1,)}, set()),
    (
        "four cards",
        "干部要{{c1::真抓实干}}、{{c2::马上就办}}、{{c3::特事特办}}、{{c4::紧盯不放}}，不负群众",
        {},
        {("many-cards", "warn")},
    ),
    (
        "an answer in plain sight",
        "要做到{{c1::实事求是}}，因为实事求是才走得远",
        {},
        {("answer-shown", "warn")},
    ),
    (
        "an answer twice under one number",
        "要做到{{c1::实事求是}}，因为{{c1::实事求是}}才走得远",
        {},
        set(),
    ),
    (
        "another card's answer in plain sight",
        "要{{c1::实事求是}}地想，也要{{c2::实事求是}}地做到底",
        {},
        {("answer-shown", "warn")},
    ),
    (
        "a telling sentence before",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"before": "贵在真抓实干。"},
        {("neighbour-tells", "warn")},
    ),
    (
        "a telling cue",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"cue": "说说真抓实干"},
        {("neighbour-tells", "warn")},
    ),
    (
        "a hint with the answer",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"hints": {1: ("就是“真抓实干”",)}},
        {("hint-tells", "warn")},
    ),
    (
        "a hint with three of four characters",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"hints": {1: ("真抓实…",)}},
        {("hint-tells", "warn")},
    ),
    (
        "a hint with half of the characters",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"hints": {1: ("真抓…",)}},
        set(),
    ),
    (
        "a hint that is the one character",
        "念民之所{{c1::忧}}，是干部的本分所在",
        {"hints": {1: ("忧",)}, "kinds": {1: "slot"}},
        {("hint-tells", "warn")},
    ),
    (
        "a lone common word",
        "工作十分{{c1::重要}}，人人都懂得",
        {},
        {("common-word", "warn")},
    ),
    (
        "a common word that hints decide",
        "工作十分{{c1::重要}}，人人都懂得",
        {"hints": {1: ("2 字", "z y")}},
        {("common-word", "info")},
    ),
    (
        "a common word in a slot",
        "学{{c1::问题}}、练功夫、长本事，样样不少",
        {"kinds": {1: "slot"}},
        set(),
    ),
    (
        "a clip of 61 characters",
        "{{c1::真抓实干}}" + "一二三四五六七八九十甲乙丙丁戊己庚辛壬" * 3,
        {},
        {("too-long", "warn")},
    ),
    (
        "a blank of 13 characters",
        "要{{c1::紧盯不放一抓到底绝不松劲头}}，才能取信于民",
        {},
        {("long-blank", "warn")},
    ),
    ("little to go by", "要{{c1::取信于民}}才好", {}, {("little-context", "warn")}),
    ("a recitation needs no context", "{{c1::要取信于民才好。}}", {"kinds": {1: "recite"}}, set()),
    (
        "a function word in front",
        "要不断学习，{{c1::将理论}}学习内化于心",
        {},
        {("function-word", "warn")},
    ),
    ("a word that only begins like one", "古来名{{c1::将领}}多，今朝能人更多", {"kinds": {1: "slot"}}, set()),
    ("a classical object at the end", "与其坐而论道，不如{{c1::起而行之}}", {}, set()),
    ("an idiom that begins like one", "对群众{{c1::了如指掌}}，方能办好小事", {}, set()),
    (
        "punctuation inside",
        "我们要{{c1::真抓实干，}}绝不松劲半分",
        {},
        {("edge-punctuation", "warn")},
    ),
    (
        "a lonely quotation mark",
        "我们要{{c1::真抓实干}}，绝不“松劲半分",
        {},
        {("unbalanced", "warn")},
    ),
    (
        "a pair cut by a blank",
        "我们要“{{c1::真抓实干”的劲头}}，绝不松劲",
        {},
        {("cut-quotation", "warn")},
    ),
    ("both of a pair inside", "我们要有{{c1::“实干”的劲头}}，绝不松劲半分", {}, set()),
    (
        "an empty pair among the reasons",
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"reasons": ("四字格“”",)},
        {("empty-quotation", "warn")},
    ),
    ("an apostrophe", "He said it’s a matter of {{c1::principle}} for all of us", {}, set()),
    ("a dangling pronoun", "这就要求我们{{c1::真抓实干}}，绝不松劲", {}, {("dangling", "warn")}),
    (
        "a pronoun explained",
        "这就要求我们{{c1::真抓实干}}，绝不松劲",
        {"before": "群众在看。"},
        {("dangling", "info")},
    ),
    ("no pronoun", "其乐融融的院落里，人人{{c1::笑逐颜开}}", {}, set()),
    (
        "a tag",
        "我们要<b>{{c1::真抓实干}}</b>，绝不松劲半分",
        {},
        {("markup", "warn")},
    ),
    ("an entity", "我们要{{c1::真抓实干}}&nbsp;，绝不松劲半分", {}, {("markup", "warn")}),
    ("an ampersand and a sign", "AT&T 与 a < b 都不是标签，{{c1::放心就好}}", {}, set()),
    ("a lost character", "我们要{{c1::真抓实干}}，绝不松\ufffd半分", {}, {("lost-character", "error")}),
    ("a private character", "我们要{{c1::真抓实干}}，绝不松\ue001半分", {}, {("doubtful-character", "warn")}),
    (
        "an invisible character",
        "我们要{{c1::真抓\u200b实干}}，绝不松劲半分",
        {},
        {("invisible-character", "warn")},
    ),
    ("nothing", "我们要{{c1::真抓实干}}，绝不松劲半分", {"hints": HINTS}, set()),
]


@pytest.mark.parametrize(("text", "more", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_rule_finds_its_fault_and_no_other(known, text, more, wanted):
    assert found(known, item(1, text, **more)) == wanted


def test_a_rejected_item_is_not_looked_at(known):
    assert found(known, item(1, "没有填空的一句", keep=False)) == set()


def test_the_hand_made_deck_is_clean_but_for_what_its_cards_leave_open(known):
    """A tutor's deck: bare single words in frames, and nothing else to complain of."""
    rules = {f.rule for f in lint([essay_deck()], known)}
    assert rules <= {"common-word", "little-context"}


def test_every_fault_has_a_case_and_words_in_both_languages():
    source = "\n".join(p.read_text(encoding="utf-8") for p in Path(package.__file__).parent.glob("*.py"))
    named = set(re.findall(r'finding\(\s*"([a-z-]+)"', source)) | {"same-id", "duplicate"}
    tested = {rule for *_, wanted in CASES for rule, _ in wanted}
    assert named - tested == {"same-id", "duplicate", "near-duplicate"}
    for rule in named:
        for table in (EN, ZH):
            assert f"check.{rule}" in table
            assert f"remedy.{rule}" in table


FIXES = [
    ("我们要{{c2::真抓实干}}，绝不松劲半分", {}, {"retired": (1,)}),
    ("我们要{{c1::真抓实干，}}绝不松劲半分", {}, {"text": "我们要{{c1::真抓实干}}，绝不松劲半分"}),
    ("我们要<b>{{c1::真抓实干}}</b>，绝不&nbsp;松劲", {}, {"text": "我们要{{c1::真抓实干}}，绝不 松劲"}),
    ("我们要{{c1::真抓\u200b实干}}，绝不松劲半分", {}, {"text": "我们要{{c1::真抓实干}}，绝不松劲半分"}),
    ("我们要{{c1::真抓实干}}，绝不松劲半分", {"before": "贵在真抓实干。"}, {"before": ""}),
    (
        "我们要{{c1::真抓实干}}，绝不松劲半分",
        {"hints": {1: ("四字格", "真抓实干")}},
        {"hints": {1: ("四字格",)}},
    ),
    (
        "我们要<b>{{c2::真抓\u200b实干，}}</b>绝不松劲半分",
        {},
        {"text": "我们要{{c2::真抓实干}}，绝不松劲半分", "retired": (1,)},
    ),
]


@pytest.mark.parametrize(("text", "more", "changed"), FIXES)
def test_a_fix_mends_its_fault_and_touches_nothing_else(known, text, more, changed):
    before = item(1, text, **more)
    after = mend(before, lint([deck(before)], known))
    assert after == replace(before, **changed)
    assert lint([deck(after)], known) == []


def test_a_sentence_twice_is_found_across_decks_whatever_its_punctuation(known):
    one = item(1, "学{{c1::本领}}、练{{c2::功夫}}、长本事，一样不少", kinds={1: "slot", 2: "slot"})
    two = item(2, "学本领，练{{c1::功夫}}，长本事；一样不少。", kinds={1: "slot"})
    (finding,) = lint([deck(one), deck(two)], known)
    assert (finding.rule, finding.deck, finding.item) == ("duplicate", 1, "i0002")
    assert dict(finding.details) == {"other": "i0001", "other_deck": 0}
    assert list(twins([deck(one), deck(two)])) == [Twin("sentence", "i0002", 1, "i0001", 0)]


def test_one_id_in_two_decks_is_an_error(known):
    one = item(1, "学{{c1::本领}}、练功夫、长本事，一样不少", kinds={1: "slot"})
    assert {(f.rule, f.severity) for f in lint([deck(one), deck(one)], known)} == {("same-id", "error")}


def test_a_note_and_the_recitation_of_its_line_are_no_twins(known):
    line = "学本领、练功夫、长本事，一样不少"
    note = item(1, line.replace("功夫", "{{c1::功夫}}"), kinds={1: "slot"})
    recitation = item(2, f"{{{{c1::{line}}}}}", kinds={1: "recite"})
    assert found(known, note, recitation) == set()


def test_a_sentence_with_one_word_changed_is_near(known):
    one = item(1, "用心用情用力解决群众的操心事、烦心事，以实干实效实绩{{c1::取信于民}}")
    two = item(2, "用心用情用力解决百姓的操心事、烦心事，以实干实效实绩{{c1::取信于民}}")
    other = item(3, "用心浇灌每一株幼苗，以耐心与恒心{{c1::静待花开}}，自有回响")
    assert found(known, one, two, other) == {("near-duplicate", "warn")}
    assert found(known, one, other) == set()


def sentences(count, seed):
    """Sentences of words drawn at random, and every tenth a small change of the one before."""
    dice = random.Random(seed)
    words = [chr(0x4E00 + dice.randrange(6000)) + chr(0x4E00 + dice.randrange(6000)) for _ in range(3000)]
    last = []
    for number in range(count):
        now = [*last[:-1], dice.choice(words)] if number % 10 == 9 else dice.choices(words, k=14)
        last = now
        yield "".join(now)


@pytest.mark.parametrize("alike", [False, True])
def test_the_work_grows_with_the_number_of_items(alike):
    class Nothing:
        def words(self, text):
            return [text]

        def frequency(self, word):
            return 0

        def is_phrase(self, text):
            return False

    def near_duplicates(count):
        texts = (
            (f"同一句话只差一点{n}，其余全都一模一样，谁也看不出来" for n in range(count))
            if alike
            else sentences(count, 7)
        )
        made = deck(*(item(n, f"{t}{{{{c1::答案{n}}}}}") for n, t in enumerate(texts)))
        return sum(f.rule == "near-duplicate" for f in lint([made], Nothing()))

    for count in (1000, 4000):
        assert near_duplicates(count) == (count - 1 if alike else count // 10)


def test_ten_thousand_items_are_looked_through():
    class Nothing:
        def words(self, text):
            return [text]

        def frequency(self, word):
            return 0

        def is_phrase(self, text):
            return False

    made = deck(*(item(n, f"{t}{{{{c1::答案{n}}}}}") for n, t in enumerate(sentences(10_000, 3))))
    assert sum(f.rule == "near-duplicate" for f in lint([made], Nothing())) == 1_000


def test_broken_notation_is_reported_not_raised(known):
    for text in ("{{c1::", "{{c0::甲}}", "{{c1::}}", "{{c500::甲}}"):
        with pytest.raises(ClozeError):
            parse(text)
        assert found(known, item(1, text)) == {("broken-cloze", "error")}
