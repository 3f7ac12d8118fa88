import pytest

from jinju.extract.standing import standing


@pytest.mark.parametrize(
    "text",
    [
        "这是转变干部作风的有力举措",
        "而是要真抓实干",
        "真正做到“马上就办、特事特办",
        "基层是国家治理的最末端、服务群众的",
        "有人指出：",
        "就能行稳致远",
        "才能行稳致远",
        "方能行稳致远",
        "过于看重名次",
        "使之更有生气，令人神往",
        "背后是无数人的汗水",
        "检查多也让干部疲于应付",
        "再到文旅融合，数字技术插上翅膀",
        "到智慧农业落地，再到文旅融合，数字技术插上翅膀",
    ],
)
def test_a_clip_that_leans_on_its_neighbours_is_refused(text):
    assert standing(text, at_start=True) is None


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("基层是国家治理的最末端、服务群众的最前沿。", 0),
        ("因此，基层是国家治理的最末端。", 3),
        ("采访时，老支书说，泥土里长出的才是真本事", 9),
        ("为确保人人都能读懂，让道理落地生根", 10),
        ("为人民服务，让人民放心", 0),
        ("“一碗面带火一条街”启示我们，因地制宜才有出路", 15),
        ("历史告诉我们：得民心者得天下", 7),
        ("从来没有人告诉我们，成功可以一蹴而就", 0),
        ("老支书用行动告诉人们，如何做一名好干部", 0),
        ("——泥土里长出的才是真本事", 2),
        ("不仅要俯下身子，还要迈开步子", 0),
        ("唯有深入群众，方能取信于民", 0),
    ],
)
def test_connectives_at_the_edge_are_dropped_and_whole_frames_stand(text, trimmed):
    assert standing(text, at_start=True).trim == trimmed


@pytest.mark.parametrize(
    "text", ["就业是民生之本", "故土难离是人之常情", "可持续发展是硬道理", "得道者多助", "了解昨天，把握今天"]
)
def test_a_word_that_begins_like_a_connective_is_none(text):
    assert standing(text, at_start=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "最后一公里必须打通，方能造福于民",
        "不过分追求速度，不盲目追求规模",
        "但愿人长久，千里共婵娟",
        "而立之年，正当奋起",
        "同时代的人同向而行，同呼吸、共命运",
        "当然之责不可推卸",
        "一、二、三产业要深度融合",
        "群众有什么要求，我们就回应什么要求",
    ],
)
def test_nothing_is_trimmed_off_a_word_that_begins_like_a_connective(text):
    found = standing(text, at_start=True)
    assert found is None or found.trim == 0


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("沉下心来，才能在平凡岗位上行稳致远", "只有扎根基层，"),
        ("遇到的越是难啃的硬骨头", "改革越往后，"),
        ("不仅可以大大提高办事效率", ""),
        ("只有深入群众", ""),
    ],
)
def test_half_of_a_paired_frame_is_refused(text, before):
    assert standing(text, at_start=not before, before=before, ends=True) is None


def test_a_clause_that_closes_another_is_marked_and_a_difference_is_no_condition():
    assert "closes" in standing("让人才的活力竞相迸发", at_start=False, before="深化改革，").loose
    assert standing("文明没有高下之分，只有特色之别", at_start=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "要久久为功、善作善成，当形势发生变化",
        "工作要落实到位，在推进乡村振兴的过程中",
        "要有滚石上山的韧劲，本着对后人负责的态度",
        "我们守住民心，以坚定的勇气和坚忍不拔的决心",
        "任何弄虚作假、敷衍塞责的做法",
        "任何颠倒是非、混淆黑白的做法",
    ],
)
def test_a_clip_that_ends_in_a_clause_that_leads_on_is_refused(text):
    assert standing(text, at_start=True, ends=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "让城市留得住人，让乡村守得住魂",
        "有人把岗位当跳板，有人把岗位当舞台",
        "“路虽远，行则将至；事虽难，做则必成”",
    ],
)
def test_pairs_and_whole_sayings_stand(text):
    assert standing(text, at_start=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "使新人束手束脚，裹足不前",
        "始终与泥土同呼吸",
        "仍需爬坡过坎",
        "令群众怨声载道，寒了人心",
        "导致法治成了无源之水",
        "表现为文化上的潜移默化",
    ],
)
def test_a_clip_whose_subject_stands_before_it_in_its_sentence_is_refused(text):
    assert standing(text, at_start=False, before="旧规矩，") is None
    assert standing(text, at_start=True) is not None


@pytest.mark.parametrize("text", ["令行禁止、步调一致，方能无往而不胜", "令出必行，法立必信"])
def test_a_set_phrase_with_the_same_first_character_needs_no_subject(text):
    assert standing(text, at_start=False, before="军纪严明，") is not None


def test_a_judgement_whose_subject_stays_behind_is_refused():
    clip = "用先进的文化引领发展，是义不容辞的责任"
    assert standing(clip, at_start=False, before="这与我们一直强调的，") is None
    assert standing(clip, at_start=False, before="今天，") is not None


@pytest.mark.parametrize("when", ["公元前11世纪", "公元960年", "在19 世纪"])
def test_old_times_date_a_line_too(when):
    assert standing(f"{when}，凤凰鸣于高冈，天下由此归心", at_start=True).loose["dated"] == 1.0


def test_our_own_century_dates_no_line():
    assert "dated" not in standing("21世纪的竞争是人才的竞争", at_start=True).loose
