import pytest

from jinju.model.article import Source
from jinju.model.errors import UserError
from jinju.text.clean import clean

BODY = "群众的事再小也是大事，要一件一件地办，一年接着一年干，不能等，也不能拖，更不能推。"


def test_a_given_title_is_kept_and_its_line_left_out(text_tools):
    article = clean(f"把小事当大事\n{BODY}", text_tools, title="把小事当大事！")
    assert (article.title, article.text) == ("把小事当大事！", BODY)


def test_a_given_title_that_the_text_does_not_repeat_takes_nothing_away(text_tools):
    article = clean(f"另一行\n{BODY}", text_tools, title="把小事当大事")
    assert (article.title, article.text) == ("把小事当大事", f"另一行\n{BODY}")


def test_what_the_source_knows_is_not_overwritten(text_tools):
    page = f"把小事当大事\n来源：某报  作者：王小明  发布时间：2023年5月6日\n{BODY}"
    article = clean(page, text_tools, Source(name="a.txt", author="李大钊"))
    assert (article.source.name, article.source.author, article.source.date) == (
        "a.txt",
        "李大钊",
        "2023-05-06",
    )


def test_title_subtitle_by_line_and_date(text_tools):
    article = clean(f"把小事当大事\n——论群众工作\n作者：王小明\n2023年5月6日\n{BODY}", text_tools)
    assert (article.title, article.subtitle, article.text) == ("把小事当大事", "论群众工作", BODY)
    assert (article.source.author, article.source.date) == ("王小明", "2023-05-06")


@pytest.mark.parametrize(
    "first", ["【范文】", "一、总体要求", "群众工作很重要。", "新华社北京3月20日电", "申论范文"]
)
def test_lines_that_are_no_titles(first, text_tools):
    article = clean(f"{first}\n{BODY}", text_tools)
    assert (article.title, article.text.split("\n")[0]) == ("", first)


def test_kinds_and_languages_of_paragraphs(text_tools):
    lines = (
        "总的要求",
        BODY,
        "一、抓学习",
        "• 学原文，悟原理。",
        "> 民惟邦本。",
        "The people come first.",
        BODY,
    )
    raw = "\n".join(lines)
    article = clean(raw, text_tools)
    assert [(p.kind, p.language) for p in article.paragraphs] == [
        ("body", "zh"), ("heading", "zh"), ("list", "zh"), ("quote", "zh"), ("body", "en"), ("body", "zh"),
    ]  # fmt: skip


def test_verse(text_tools):
    article = clean(
        f"登高\n{BODY}\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。\n{BODY}", text_tools
    )
    assert [p.kind for p in article.paragraphs] == ["body", "verse", "verse", "verse", "verse", "body"]


def test_clauses_with_their_separators(text_tools):
    article = clean("既要“察民情”，又要解民忧；还要——办实事……这就是初心。", text_tools)
    found = [c for sentence in article.sentences for c in sentence.clauses]
    assert [(c.span.of(article.text), c.separator) for c in found] == [
        ("既要“察民情”", "，"), ("又要解民忧", "；"), ("还要", "——"), ("办实事", "……"), ("这就是初心", "。"),
    ]  # fmt: skip


def test_a_gloss_is_kept_and_marked_as_not_to_be_asked_for(text_tools):
    article = clean("三国时有个谋士叫荀彧（yù），字文若。", text_tools)
    assert "彧（yù）" in article.text
    (mark,) = [r for r in article.repairs if r.kind == "gloss"]
    assert mark.before == mark.after
    assert mark.confidence < 0.8


def test_a_text_that_was_destroyed_is_refused(text_tools):
    ruined = (BODY * 3).encode("gbk").decode("utf-8", "replace")
    with pytest.raises(UserError) as caught:
        clean(ruined, text_tools, Source(name="坏.txt"))
    assert (caught.value.code, caught.value.details) == ("garbled", {"path": "坏.txt"})


@pytest.mark.parametrize("raw", ["", "\n\n", "　", "\ufeff"])
def test_nothing_gives_an_empty_article(raw, text_tools):
    article = clean(raw, text_tools)
    assert (article.text, article.paragraphs) == ("", ())
