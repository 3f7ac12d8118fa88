"""`jinju clean` on the example page and on what other programs want to read."""

import json

from jinju.text.decode import decode


def test_the_example_page_is_printed_as_its_author_wrote_it(jinju, essay):
    status, out, _ = jinju("clean", essay)
    assert status == 0
    assert out.startswith("让人民群众真正从“下基层”中得实惠\n")
    assert "实打实办好惠民利民实事，以实干实效实绩取信于民、推动发展。" in out
    assert "版权所有" not in out


def test_every_repair_leads_back_to_the_text_as_it_was_read(jinju, essay):
    _, out, _ = jinju("clean", essay, "--json")
    article = json.loads(out)
    original = decode(essay.read_bytes()).text
    assert len(article["repairs"]) > 100
    for repair in article["repairs"]:
        span, clean = repair["original"], repair["clean"]
        assert original[span["start"] : span["end"]] == repair["before"]
        assert article["text"][clean["start"] : clean["end"]] == repair["after"]
        assert 0 <= repair["confidence"] <= 1


def test_the_report_lists_repairs_with_confidence(jinju, essay):
    _, out, _ = jinju("clean", essay, "--original", lang="zh")
    assert "拼音夹注" in out
    assert "處修復" not in out


def test_a_file_of_several_articles_is_taken_apart(jinju, tmp_path):
    path = tmp_path / "two.md"
    path.write_text("# 第一篇\n\n民生无小事，枝叶总关情。\n\n# 第二篇\n\n与其坐而论道，不如起而行之。\n")
    _, out, _ = jinju("clean", path, "--split", "--json")
    assert [a["title"] for a in json.loads(out)] == ["第一篇", "第二篇"]
