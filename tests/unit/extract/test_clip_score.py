"""What a clip is worth: the sum of its signals, with the reasons that carried it."""

from dataclasses import replace

import pytest

from jinju.adapters.judges import load_judges
from jinju.adapters.segmenter import Segmenter
from jinju.extract import pick as picking
from jinju.extract.clip_score import judged, signals_of
from jinju.extract.clips import looks
from jinju.extract.pick import pick
from jinju.model.weights import Weights
from jinju.text.clean import clean

TEXT = """基层工作不是坐在办公室里想出来的，而是在田间地头干出来的。下的是基层、察的是民情、解的是民忧。

去年三月，县里召开了会议。这样的会议开了三次。只有扎根一线，才能行稳致远。"""


@pytest.fixture
def seen(text_tools, monkeypatch):
    found = {}

    def spy(article, scene, worth, *_):
        found.update({look.text: look for look in looks(article, scene, worth)})
        return []

    monkeypatch.setattr(picking, "find_clips", spy)
    article = clean(TEXT, text_tools)
    words = text_tools.lexicon.over(article.text)
    pick(article, Segmenter(words).cut, words, load_judges())
    return found


def signals(seen, beginning):
    return dict(signals_of(next(look for text, look in seen.items() if text.startswith(beginning))))


def test_a_clip_knows_its_place_its_frame_and_its_ties(seen):
    thesis = signals(seen, "基层工作")
    assert {"place.head", "place.opening", "edge.whole", "merit.template"} <= thesis.keys()
    chain = signals(seen, "下的是基层")
    assert {"frame.strength", "frame.members-3", "place.tail"} <= chain.keys()
    told = signals(seen, "去年三月")
    assert {"tie.then", "tie.dated"} & told.keys()
    assert "frame.strength" not in told


def test_words_count_as_signals_of_their_own(seen):
    assert {"has 才能", "first 只有"} <= signals(seen, "只有扎根").keys()


def test_half_of_a_paired_frame_is_no_clip(seen):
    assert not any(text.startswith(("而是", "才能")) for text in seen)
    assert not any(text.rstrip("。").endswith("想出来的") for text in seen)


def judges(**weights):
    return replace(
        load_judges(), **{name: weights.get(name, Weights({})) for name in ("clips", "readers", "edges")}
    )


def settled(look, chance=1.0, ground=0.0, **weights):
    judging = judges(**weights)
    return judged(look, judging, ground).settled(chance, judging)


def test_weights_make_the_score_and_the_reasons(seen):
    look = next(look for text, look in seen.items() if text.startswith("基层工作"))
    low = settled(look, clips=Weights({}, -1.0))
    high = settled(look, clips=Weights({"merit.template": 2.0}, -1.0))
    assert low.score < high.score
    assert low.score == pytest.approx(0.2689, abs=1e-4)
    assert settled(look, ground=1.0, clips=Weights({}, -1.0)).score == pytest.approx(0.5)
    reader = settled(look, readers=Weights({"merit.template": 3.0}))
    assert dict(reader.signs)["reader"] > dict(low.signs)["reader"] == 0
    assert "template" in {r.code for r in high.reasons}
    assert [r.weight for r in high.reasons] == sorted((r.weight for r in high.reasons), reverse=True)


def test_a_clip_counts_less_where_another_is_better_cut(seen):
    look = next(look for text, look in seen.items() if text.startswith("基层工作"))
    edges = Weights({"merit.template": 2.0}, -1.0)
    assert judged(look, judges(edges=edges), 0.0).edges > -1.0
    alone, doubted = settled(look, edges=edges), settled(look, 0.25, edges=edges)
    assert alone.score == 0.5
    assert doubted.score == pytest.approx(alone.score / 2, abs=1e-3)
    assert dict(doubted.signs)["cut"] < dict(alone.signs)["cut"] == 0


def test_a_hopeless_clip_is_none(seen):
    look = next(look for text, look in seen.items() if text.startswith("基层工作"))
    assert settled(look, clips=Weights({}, -3.0)) is None
    assert settled(look, clips=Weights({}, -2.0)) is not None
    assert settled(look, 0.01, clips=Weights({}, -2.0)) is None


def clips_of(raw, text_tools, monkeypatch):
    """The texts of all clips that are looked at in an article."""
    found = []

    def spy(article, scene, worth, *_):
        found.extend(look.text for look in looks(article, scene, worth))
        return []

    monkeypatch.setattr(picking, "find_clips", spy)
    article = clean(raw, text_tools)
    words = text_tools.lexicon.over(article.text)
    pick(article, Segmenter(words).cut, words, load_judges())
    return found


def test_a_short_sentence_is_no_clip_unless_it_is_quoted_or_worth_citing(text_tools, monkeypatch):
    raw = (
        "春回大地，暖意融融。百闻不如一见，百见不如一干。路遥知马力，日久见人心。“和而不同，各美其美。”"
        "“自己动手，丰衣足食。”他们都笑了。"
    )
    found = clips_of(raw, text_tools, monkeypatch)
    assert "百闻不如一见，百见不如一干。" in found
    assert "路遥知马力，日久见人心。" not in found
    assert "“自己动手，丰衣足食。”" not in found
    assert any(text.startswith("“和而不同") for text in found)
    assert not any(text == "春回大地，暖意融融。" for text in found)


def test_a_view_or_a_trite_saying_by_itself_is_no_clip_an_argument_is(text_tools, monkeypatch):
    raw = (
        "“日出江花红胜火，春来江水绿如蓝。”\n“沉舟侧畔千帆过，病树前头万木春。”\n"
        "台上一分钟，台下十年功。\n看看乡村，日出而作，日落而息。\n走在岸边，人们想起“日出江花红胜火，春来江水绿如蓝”的江南。"
    )
    found = clips_of(raw, text_tools, monkeypatch)
    assert "“沉舟侧畔千帆过，病树前头万木春。”" in found
    assert "“日出江花红胜火，春来江水绿如蓝。”" not in found
    assert "台上一分钟，台下十年功。" not in found
    assert not any("日落而息" in text for text in found)  # a few words beside it make no more of it
    assert any("人们想起" in text for text in found)


def test_a_clip_with_a_misquoted_line_is_refused_and_the_right_one_is_not(text_tools, monkeypatch):
    raw = (
        "古人早就说过，不积跬步，无以至百里，修身与治国都离不开日复一日的积累。\n"
        "古人早就说过，不积跬步，无以至千里，做人与做事都离不开日复一日的积累。"
    )
    found = clips_of(raw, text_tools, monkeypatch)
    assert any("无以至千里" in text for text in found)
    assert not any("无以至百里" in text for text in found)
