import pytest

from jinju.extract.names import is_name, places
from jinju.extract.slips import slips
from jinju.extract.ties import faulty, ties
from jinju.model.lexicon import Token, Word, Words


def test_a_general_line_is_tied_to_nothing():
    assert ties("基层是国家治理的最末端、服务群众的最前沿。", names=0, slips=0) == {"argues": 1.0}


@pytest.mark.parametrize(
    ("clip", "tie"),
    [
        ("后来厂里的机器一天也没有停过", "then"),
        ("全年完成投资280亿元", "figures"),
        ("他把一生献给了这片山林", "person"),
        ("老师曾说：“要做有心人”", "speech"),
        ("上海的经验值得各地学习", "names"),
        ("我们为什么要出发？", "asks"),
        ("这么做才能赢得人心", "degree"),
    ],
)
def test_what_ties_a_clip_to_one_case_has_a_name(clip, tie):
    assert tie in ties(clip, names=0, slips=0)


def test_counts_are_held_within_bounds():
    found = ties("1年2月3日4时5分，走了来了去了", names=9, slips=1)
    assert found["figures"] == 3
    assert found["names"] == found["past"] == 2
    assert found["slips"] == 1


def test_a_subject_of_two_characters_is_no_stub():
    assert not faulty("行远，必先修其近；登高，必先修其低")
    assert not faulty("感恩，是一缕照进心田的阳光")


@pytest.mark.parametrize(
    "clip",
    [
        "建设，平安乡村，必须坚持源头治理",
        "我们的的目标从未改变",
        "守住初心，，担当使命",
        "“科学引导与理解响应形成共振。”张三表示。",
        "“靠山吃山，靠水吃水”、“滴水穿石，绳锯木断”。",
        "要反对急功近利、竭泽而渔的短期行为，等等。",
        "生态环境就是生产力【启示】。",
        "博观而约取。（苏轼）厚积而薄发。",
        "让老有所养、病有所依，百姓才有底气",
        "奋斗是青春的底色，是人生的亮色（排比）",
        "“民惟邦本，本固邦宁”民生连着民心，民心系着国运",
    ],
)
def test_a_clip_with_a_slip_in_its_marks_is_refused(clip):
    assert faulty(clip)


def test_two_quotations_with_something_said_of_them_are_no_row():
    assert not faulty("“靠山吃山”不等于“坐吃山空”，“滴水穿石”贵在持之以恒")


def test_full_names_are_told_from_words_with_the_same_tag():
    words = Words({"水平": Word(9000, "n"), "高水": Word(0)}, 1000)
    assert is_name(Token("孟小芳", 0, "nr"), words)
    assert not is_name(Token("高水平", 0, "nr"), words)
    assert places("从上海到四川，再回上海") == 2


def test_pairs_that_nobody_else_writes_are_slips():
    words = Words({"朝气": Word(300, "n")}, 1000)
    tokens = [
        Token("朝气", 0, "n"),
        Token("昭气", 2, ""),
        Token("一跃", 4, ""),
        Token("枝", 6, "n"),
        Token("榜", 7, "n"),
    ]
    assert list(slips(tokens, words)) == [2, 6]


@pytest.mark.parametrize(
    "clip", ["后来我问他：“这么难的事，你怎么做到的”", "《论语》里的这句名言，召开了三次会"]
)
def test_what_surrounds_a_clip_only_saves_looking(clip):
    around = f"那天下雨了，{clip}，大家都笑了。"
    assert ties(clip, 0, 0, around) == ties(clip, 0, 0)


@pytest.mark.parametrize(
    "rest",
    [
        "，民生连着民心",
        "的道理历久弥新",
        "是千年古训",
        "情怀代代相传",
        "告诉我们民心所向",
        "——这是古训",
        "揭示了兴衰之理",
        "绝非空话",
        "掷地有声",
    ],
)
def test_a_cited_line_may_go_on_into_its_sentence(rest):
    assert not faulty(f"“民惟邦本，本固邦宁”{rest}")
