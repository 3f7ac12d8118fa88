import pytest


@pytest.fixture
def read_text(read):
    return lambda text, **options: read("-", stdin=text.encode(), **options)


def test_marks_go_and_words_stay(read_text):
    [document] = read_text(
        "# 一枝一叶总关情\n\n"
        "**办好**[小事](https://example.org/a)，*方见*真心[^1]。\n第二行`不并`。\n\n"
        "> 郡县治，天下安。\n\n"
        "1. 问需于民\n2. 问计于民\n\n"
        "## 结尾\n\n"
        "    缩进四格的一段。\n\n"
        "<div>网页里的<b>一段</b></div>\n\n"
        "```python\nprint()\n```\n"
        "![图](a.png) 实<rt>shí</rt>惠<br>换行\n\n---\n\n[^1]: 脚注。\n"
    )
    assert document.title == "一枝一叶总关情"
    assert document.text.split("\n\n") == [
        "办好小事，方见真心。\n第二行不并。",
        "郡县治，天下安。",
        "问需于民",
        "问计于民",
        "结尾",
        "缩进四格的一段。",
        "网页里的一段",
        "实惠\n换行",
    ]


def test_front_matter_in_yaml(read_text):
    [document] = read_text(
        "---\ntitle: 从“末梢”到“前哨”\nauthor: [甲, 乙]\ndate: 2024-03-01\nsource: https://example.org/x\n"
        "draft: true\n---\n\n正文。\n"
    )
    assert (document.title, document.author, document.date) == ("从“末梢”到“前哨”", "甲、乙", "2024-03-01")
    assert (document.url, document.site, document.text) == ("https://example.org/x", "", "正文。")


def test_front_matter_in_toml(read_text):
    [document] = read_text('+++\ntitle = "题"\nsite = "某报"\ndate = 2024-03-01T08:00:00Z\n+++\n正文。\n')
    assert (document.title, document.site, document.date, document.text) == (
        "题",
        "某报",
        "2024-03-01",
        "正文。",
    )


@pytest.mark.parametrize("broken", ["title: [", "- 甲\n- 乙", "a: &x [*x, *x]"])
def test_front_matter_that_is_none_is_text(read_text, broken):
    [document] = read_text(f"---\n{broken}\n---\n# 题目\n\n正文。\n")
    assert "正文。" in document.text


def test_aliases_do_not_multiply(read_text):
    lines = ["a0: &a0 [甲, 甲]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    [document] = read_text("---\n" + "\n".join(lines) + "\ntitle: *a39\n---\n# 题目\n\n正文。\n")
    assert (document.title, document.text) == ("题目", "正文。")


def test_one_title_is_not_repeated_when_front_matter_gives_it(read_text):
    [document] = read_text("---\ntitle: 题目\n---\n# 题目\n\n正文。\n")
    assert (document.title, document.text) == ("题目", "正文。")


SEVERAL = (
    "---\nauthor: 甲\ntitle: 合集\n---\n说明。\n\n# 第一篇\n\n正文一。\n\n## 小节\n\n续一。"
    "\n\n# 第二篇\n\n正文二。\n"
)


def test_several_titles_are_split_on_demand(read_text):
    parts = read_text(SEVERAL, split=True)
    assert [(d.title, d.text, d.author, d.part) for d in parts] == [
        ("", "说明。", "甲", 1),
        ("第一篇", "正文一。\n\n小节\n\n续一。", "甲", 2),
        ("第二篇", "正文二。", "甲", 3),
    ]


def test_several_titles_stay_together_otherwise(read_text):
    [document] = read_text(SEVERAL)
    assert document.title == "合集"
    assert document.text.split("\n\n") == [
        "说明。",
        "第一篇",
        "正文一。",
        "小节",
        "续一。",
        "第二篇",
        "正文二。",
    ]


def test_thematic_breaks_split_where_titles_do_not(read_text):
    parts = read_text("## 第一篇\n\n正文一。\n\n---\n\n## 第二篇\n\n正文二。\n", split=True)
    assert [(d.title, d.text) for d in parts] == [("第一篇", "正文一。"), ("第二篇", "正文二。")]
