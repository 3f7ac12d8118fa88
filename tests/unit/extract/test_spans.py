"""The ranker over spans: its laws, and that the shipped weights choose sensibly on sentences of our own."""

from itertools import combinations, pairwise

import pytest

from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter
from jinju.adapters.weights import load_span_weights
from jinju.extract.signals.spans import SIGNALS
from jinju.extract.signals.spans.candidates import candidates
from jinju.extract.signals.spans.pairs import pair_features
from jinju.extract.signals.spans.scene import lay_out
from jinju.extract.signals.spans.tally import tally
from jinju.extract.spans import best_spans, choose_spans
from jinju.model.lexicon import Token, Words
from jinju.model.weights import SpanWeights

BARE = Words({}, 0)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    folder.chmod(0o700)
    return open_lexicon(folder)


@pytest.fixture(scope="module")
def weights():
    return load_span_weights()


def cut(text):
    """Tokens from a text in which blanks part the words: "基层 是 根基" ."""
    tokens, at = [], 0
    for word in text.split(" "):
        tokens.append(Token(word, at, "n", 100))
        at += len(word)
    return "".join(text.split(" ")), tokens


def test_candidates_hold_no_mark_unless_they_are_a_whole_quotation():
    text, tokens = cut("要 读懂 “ 民生 大事 ” ， 办好 实事 。")
    found = {text[tokens[i].start : tokens[j - 1].end] for i, j in candidates(lay_out(text, tokens, BARE))}
    assert "“民生大事”" in found
    assert "民生大事" in found
    assert "办好实事" in found
    assert not {s for s in found if set("，。") & set(s)}


def test_a_long_clause_gives_its_tails():
    text, tokens = cut("公民 依法 享有 广泛 的 参与 公共 活动 的 机会 和 权利 。")
    found = {text[tokens[i].start : tokens[j - 1].end] for i, j in candidates(lay_out(text, tokens, BARE))}
    assert "参与公共活动的机会和权利" in found
    assert "公民依法享有广泛的参与公共活动的机会和权利" in found


def test_a_scene_knows_clauses_speech_quotations_and_source_notes():
    text, tokens = cut("校长 指出 ， 要 守住 “ 初心 ” 。 来源 ： 校报")
    scene = lay_out(text, tokens, BARE)
    assert scene.clause[0] == scene.clause[2] == 0
    assert scene.clause[3] == 1
    assert scene.said[0] == 0
    assert scene.said[4] == 1
    assert scene.depth[tokens.index(next(t for t in tokens if t.text == "初心"))] == "q"
    assert scene.source == 9


def test_sisters_of_a_list_are_told_apart_from_strangers():
    text, tokens = cut("察 民情 、 解 民忧 ， 推动 发展")
    scene = lay_out(text, tokens, BARE)
    assert "pair clauses 0" in pair_features(scene, (1, 2), (4, 5))
    assert "pair same beginning" in pair_features(scene, (1, 2), (4, 5))
    assert "pair clauses 1" in pair_features(scene, (1, 2), (7, 8))
    assert pair_features(scene, (0, 2), (1, 2)) is None
    assert pair_features(scene, (4, 5), (1, 2)) == pair_features(scene, (1, 2), (4, 5))


def test_a_weight_on_one_word_lifts_that_word():
    text, tokens = cut("青年 当 敢于 登攀 。")
    best = choose_spans(text, tokens, BARE, SpanWeights({"is": {"登攀": 5.0}}), 1)[0]
    assert best.span.of(text) == "登攀"
    assert best.score > 0.5
    assert [r.code for r in best.reasons] == ["known"]


def test_chosen_spans_lie_apart_within_the_sentence_and_repeat_themselves(lexicon, weights):
    text = "山区要脱贫，产业要兴旺，既要输血，更要造血；路修通了，心也就近了。"
    words = lexicon.over(text)
    tokens = Segmenter(words).cut(text)
    chosen = choose_spans(text, tokens, words, weights, 6)
    assert len(chosen) == 6
    assert not any(a.span.overlaps(b.span) for a, b in combinations(chosen, 2))
    assert all(0 <= s.span.start < s.span.end <= len(text) and 0 < s.score <= 1 for s in chosen)
    assert chosen == choose_spans(text, tokens, words, weights, 6)
    assert all(r.code in {s.code for s in SIGNALS} for s in chosen for r in s.reasons)
    ranked = best_spans(text, tokens, words, weights, 8)
    assert len(ranked) == 8
    assert all(a[1] >= b[1] for a, b in pairwise(ranked))


@pytest.mark.parametrize("text", ["", "。", "——！", "A", "2024年"])
def test_texts_with_little_to_hide_are_no_error(lexicon, weights, text):
    words = lexicon.over(text)
    tokens = Segmenter(words).cut(text)
    assert len(choose_spans(text, tokens, words, weights, 3)) <= len(tokens)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("做好基层工作，必须坚持实事求是，一切从村里的实际出发。", {"实事求是"}),
        ("校长在开学典礼上强调，要牢固树立规则意识。", {"规则意识"}),
        ("诚信是立身之本。", {"诚信", "立身之本"}),
        ("图书馆新添了读书角，被大家称为“精神加油站”。", {"精神加油站", "“精神加油站”"}),
        (
            "志愿者要传播文明、传递爱心、传承美德。",
            {"文明", "爱心", "美德", "传播文明", "传递爱心", "传承美德"},
        ),
    ],
)
def test_the_shipped_weights_hide_what_a_tutor_would(lexicon, weights, text, among):
    words = lexicon.over(text)
    best = choose_spans(text, Segmenter(words).cut(text), words, weights, 2)
    assert {s.span.of(text) for s in best} & among


def test_shipped_weights_name_their_rows_and_hold_no_long_string(weights):
    assert "blanks_exam.jsonl" in weights.provenance
    assert weights.extra["overlap"] > 0
    keys = [key for table in weights.tables.values() for key in table]
    assert keys
    for key in keys:
        han = "".join(c if "\u4e00" <= c <= "\u9fff" else " " for c in key).split()
        assert all(len(run) <= 8 for run in han), key


def test_every_signal_answers_for_each_place_that_it_looks_at(lexicon):
    text = "校长2024年指出，要读懂“民生大事”、办好关键小事，办好实事是根本。来源：校报"
    words = lexicon.over(text)
    scene = lay_out(text, Segmenter(words).cut(text), words)
    spans = list(candidates(scene))
    size = len(scene.tokens)
    for signal in SIGNALS:
        count = {"start": size, "end": size + 1, "inside": size, "span": len(spans)}[signal.at]
        keys = signal.keys(scene, spans)
        assert len(keys) == len(signal.families)
        assert all(len(column) >= count for column in keys), signal.code
        values = signal.values(scene, spans) if signal.values else ()
        assert len(values) == len(signal.slopes)
        assert all(len(column) == count for column in values)


def test_what_a_signal_says_of_a_word_stands_at_its_place():
    text, tokens = cut("要 办好 实事 的 根基 是 人 。")
    scene = lay_out(text, tokens, BARE)
    spans = [(2, 3), (1, 3)]
    said = {
        family: column
        for signal in SIGNALS
        for family, column in zip(signal.families, signal.keys(scene, spans), strict=True)
    }
    assert said["first"][2] == "实事"
    assert said["last"][3] == "实事"
    assert said["before"][2] == "办好"
    assert said["before2 both"][2] == "要 办好"
    assert said["after"][3] == "的"
    assert said["after2 both"][3] == "的 根基"
    assert said["of"][3] == "根基"
    assert said["clause opens"][2] == "要"
    assert said["clause closes"][3] == "人"
    assert said["before copula"][2] == "3"
    assert said["is"] == ["实事", "办好实事"]
    assert said["length"] == ["2", "4"]


def test_the_sums_of_a_tally_are_what_its_signals_share(lexicon, weights):
    text = "念民之所忧、行民之所盼，我们要办好“关键小事”，以实干取信于民。"
    words = lexicon.over(text)
    counted = tally(lay_out(text, Segmenter(words).cut(text), words), weights)
    assert len(counted.sums) > 10
    shares = counted.shares([(i, j) for _, i, j in counted.sums])
    for (total, _, _), given in zip(counted.sums, shares, strict=True):
        assert total == pytest.approx(sum(share for share, _ in given))
