"""Counting strings in articles, and what the shipped phrase table promises."""

import importlib.util
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def counting():
    spec = importlib.util.spec_from_file_location("count_phrases", ROOT / "benchmarks" / "count_phrases.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def table():
    text = files("jinju").joinpath("data", "phrases.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {word: (int(articles), int(reviewed)) for word, articles, reviewed in rows}


def test_a_copy_of_an_article_counts_once(counting):
    text = "桥修好了以后，山里的孩子上学再也不用蹚过那条又急又冷的小河，老人们也说心里亮堂了许多。"
    assert counting.distinct([text, text + "又记。", "另一篇。"]) == [text, "另一篇。"]


def test_strings_below_three_articles_are_not_counted(counting):
    articles, places = counting.count([["造福乡里"], ["造福乡里造福"], ["造福"], ["乡里"]])
    assert articles["造福"] == 3
    assert places["造福"] == 4
    assert "造福乡" not in articles


def test_halves_that_seek_each_other_attract(counting):
    places = Counter(
        {
            "绿水": 10,
            "青山": 10,
            "绿水青山": 9,
            "的": 500,
            "的山": 5,
            "山": 100,
            "绿": 10,
            "水青山": 9,
            "绿水青": 9,
            "山的": 5,
        }
    )
    assert counting.attraction("绿水青山", places, 1000) > counting.ATTRACTION > 0
    assert counting.attraction("的山", places, 1000) < 0


def test_the_table_keeps_to_short_strings_of_three_articles(table):
    assert len(table) <= 60_000
    assert all(2 <= len(word) <= 8 and articles >= 3 for word, (articles, _) in table.items())


def test_every_reviewed_phrase_is_in_the_table_and_marked(table):
    reviewed = (ROOT / "benchmarks" / "reviewed_phrases.txt").read_text(encoding="utf-8").split()
    assert len(reviewed) == len(set(reviewed)) >= 1500
    assert {word for word, (_, mark) in table.items() if mark} == set(reviewed)
    assert {"最后一公里", "久久为功", "守正创新"} <= set(reviewed)


def test_a_task_that_does_not_exist_is_named(tmp_path):
    import subprocess

    rows = tmp_path / "rows.jsonl"
    rows.write_text("", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks" / "quality.py"), "predict"]
    done = subprocess.run(
        [*command, "poems", str(rows), str(tmp_path / "out")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "blanks" in done.stderr
