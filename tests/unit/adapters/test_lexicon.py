import subprocess
import sys

import pytest

from jinju.adapters.famous_lines import famous_lines
from jinju.adapters.lexicon import open_lexicon
from jinju.adapters.segmenter import Segmenter

TEXT = "念民之所忧、行民之所盼，我们既要优先处理人民急难愁盼的“民生大事”，又要重庆重视GDP增长3.5%。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    folder.chmod(0o700)
    open_lexicon(folder).close()
    return folder


def test_segmentation_equals_jieba_with_its_whole_dictionary(folder):
    words = open_lexicon(folder).over(TEXT)
    ours = [token.text for token in Segmenter(words).cut(TEXT)]
    code = f"import jieba, json; jieba.setLogLevel(60); print(json.dumps(jieba.lcut({TEXT!r})))"
    theirs = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    assert ours == __import__("json").loads(theirs.stdout)


def test_words_carry_tags_readings_and_deciding_initials(folder):
    words = open_lexicon(folder).over(TEXT)
    assert words.get("人民").tag == "n"
    assert "mín" in words.readings["民"]
    assert words.initials["重庆"] == "c q"


def test_phrases_carry_the_grade_that_a_tutor_gave_them(folder):
    words = open_lexicon(folder).over("久久为功、一纸空文是一回事，重要一环是另一回事")
    assert words.get("一纸空文").grade == "striking"
    assert words.get("一纸空文").phrase
    assert words.get("重要一环").grade == "flat"
    assert words.get("回事").grade == ""


def test_words_that_keep_the_same_company_are_of_one_kind(folder):
    words = open_lexicon(folder).over("申论的考生写作文，爸爸给父母写信")
    assert words.get("考生").kind == words.get("申论").kind != ""
    assert words.get("父母").kind not in ("", words.get("考生").kind)


def test_famous_lines_that_may_stand_in_a_text_come_with_its_words(folder):
    words = open_lexicon(folder).over("他写道：“野火烧不尽，\n春风吹又生。”绿水青山就是金山银山。")
    known = {line.letters: line for line in words.famous}
    grass = known["野火烧不尽春风吹又生"]
    assert [h.of(grass.letters) for h in grass.hidden] == ["春风吹又生"]
    assert (grass.sort, known["绿水青山就是金山银山"].sort) == ("classic", "formula")
    assert "千磨万击还坚劲任尔东西南北风" not in known


def test_every_famous_line_hides_something_of_it():
    for line in famous_lines():
        hidden = sum(map(len, line.hidden))
        assert 0 < hidden <= len(line.letters), line.letters
        assert line.grade in (1, 2, 3), line.letters


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_that_others_can_write_is_not_trusted(tmp_path):
    tmp_path.chmod(0o777)
    lexicon = open_lexicon(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert lexicon.frequencies({"人民"})["人民"] > 0
