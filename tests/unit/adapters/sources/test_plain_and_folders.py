import os
import sys
from pathlib import Path

import pytest

from jinju.adapters.sources import Limits
from jinju.model.document import Document
from jinju.model.errors import Problem

ESSAY = "把办公桌搬到田埂上，把问题解决在家门口。\n群众的事没有小事，办好小事方见真心。\n"


def test_a_text_file_comes_out_as_it_stands(read, tmp_path):
    path = tmp_path / "文 章😀\n.txt"
    path.write_bytes(ESSAY.encode("gbk"))
    [document] = read(path)
    assert document.text == ESSAY
    assert document.path == path
    assert document.kind == "text"
    assert "\n" not in document.name
    assert document.name.endswith("文 章😀\\n.txt")


def test_standard_input_is_read_and_recognised(read):
    [plain] = read("-", stdin=ESSAY.encode())
    assert (plain.name, plain.path, plain.kind, plain.text) == ("stdin", None, "text", ESSAY)
    [markdown] = read("-", stdin=f"# 田埂上的办公桌\n\n{ESSAY}".encode())
    assert (markdown.kind, markdown.title) == ("markdown", "田埂上的办公桌")


def test_a_folder_gives_its_articles_in_order_and_the_bad_one_as_a_problem(read, tmp_path):
    for number in range(99):
        (tmp_path / f"{number:02}.txt").write_text(f"第{number}篇。{ESSAY}", "utf-8")
    (tmp_path / "50b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".hidden.txt").write_text(ESSAY, "utf-8")
    found = read(tmp_path)
    documents = [d for d in found if isinstance(d, Document)]
    assert [d.text.partition("。")[0] for d in documents] == [f"第{n}篇" for n in range(99)]
    [problem] = [p for p in found if isinstance(p, Problem)]
    assert found.index(problem) == 51
    assert problem.code == "source-binary"
    assert problem.where == str(tmp_path / "50b.txt")
    assert dict(problem.details)["path"] == problem.where


def test_folders_within_folders_and_loops_of_links(read, tmp_path):
    inner = tmp_path / "甲" / "乙"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(ESSAY, "utf-8")
    (tmp_path / "b.md").write_text(ESSAY, "utf-8")
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (inner / "self").symlink_to(inner / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "ring.txt").symlink_to(tmp_path / "ring.txt")
    found = read(tmp_path)
    assert sorted(d.path.name for d in found if isinstance(d, Document)) == ["a.txt", "b.md"]
    assert sorted(p.code for p in found if isinstance(p, Problem)) == ["source-broken-link"] * 2


def test_a_very_deep_folder(read, tmp_path):
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(ESSAY, "utf-8")
    assert len(read(tmp_path)) == 1


def test_a_pattern_and_a_file_named_twice(read, refused, tmp_path):
    (tmp_path / "a.txt").write_text(ESSAY, "utf-8")
    (tmp_path / "b.txt").write_text(ESSAY, "utf-8")
    (tmp_path / "x[1].txt").write_text(ESSAY, "utf-8")
    assert [d.path.name for d in read(tmp_path / "[ab].txt")] == ["a.txt", "b.txt"]
    assert [d.path.name for d in read(tmp_path / "b.txt", tmp_path / "?.txt")] == ["b.txt", "a.txt"]
    assert [d.path.name for d in read(tmp_path / "x[1].txt")] == ["x[1].txt"]
    assert refused(tmp_path / "*.pdf").code == "source-no-match"


def test_what_is_missing_or_empty_is_refused_alone_and_a_problem_beside_others(read, refused, tmp_path):
    good = tmp_path / "good.txt"
    good.write_text(ESSAY, "utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\xef\xbb\xbf \n")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    cases = {
        tmp_path / "none.txt": "no-such-file",
        tmp_path / ("长" * 300): "no-such-file",
        empty: "source-empty",
        folder: "source-empty-folder",
    }
    for path, code in cases.items():
        error = refused(path)
        assert (error.code, error.details["path"]) == (code, str(path))
        document, problem = read(good, path)
        assert isinstance(document, Document)
        assert (problem.code, problem.where) == (code, str(path))
    assert refused("").code == "no-such-file"
    assert refused("a\0b").code == "no-such-file"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read(refused):
    assert refused("/proc/self/mem").code == "source-unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_without_permission(refused, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ESSAY, "utf-8")
    path.chmod(0)
    assert refused(path).code == "source-unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX names")
def test_a_name_that_is_no_unicode(read, tmp_path):
    path = tmp_path / os.fsdecode(b"\xce\xc4\xd5\xc2.txt")
    path.write_text(ESSAY, "utf-8")
    [document] = read(path)
    document.name.encode("utf-8")


def test_too_large(read, refused, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2000)
    assert refused(path, limits=Limits(file=1000)).code == "source-too-large"
    assert refused(path, limits=Limits(text=1000)).code == "source-too-large"
    assert refused("-", stdin=b"a" * 2000, limits=Limits(file=1000)).details["path"] == "stdin"
    assert len(read(path, limits=Limits(file=2000))) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "source-binary"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "source-old-office"),
        ("a.doc", b"{\\rtf1\\ansi hello}", "source-rtf"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "source-docx-encrypted",
        ),
    ],
)
def test_what_is_no_text_is_told_by_its_bytes(refused, tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    assert refused(tmp_path / name).code == code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"]
)
def test_no_chinese_encoding_is_taken_for_binary(read, tmp_path, encoding):
    handed = []
    (tmp_path / "a.txt").write_bytes("一切為了群眾，\n一切依靠群眾。A1\n".encode(encoding))
    read(tmp_path / "a.txt", decode=lambda data: handed.append(data) or "文")
    assert len(handed) == 1


@pytest.mark.parametrize("separator", ["=====", "* * *", "——————", "－－－", "\f"])
def test_a_text_is_split_at_clear_separators(read, separator):
    text = f"第一篇\n正文一。\n\n{separator}\n\n第二篇\n正文二。\n{separator}\n{separator}\n"
    first, second = read("-", stdin=text.encode(), split=True)
    assert (first.text, first.part) == ("第一篇\n正文一。", 1)
    assert (second.text, second.part) == ("第二篇\n正文二。", 2)
    [whole] = read("-", stdin=text.encode())
    assert (whole.text, whole.part) == (text, 0)


def test_a_line_under_a_title_is_no_separator(read):
    text = "第一篇\n=====\n正文一。\n=====\n第二篇\n=====\n正文二。"
    assert [d.text for d in read("-", stdin=text.encode(), split=True)] == [
        "第一篇\n=====\n正文一。",
        "第二篇\n=====\n正文二。",
    ]


def test_every_message_can_be_said_in_both_languages():
    from string import Formatter

    from jinju.messages.en import MESSAGES as EN
    from jinju.messages.zh import MESSAGES as ZH

    def fields(message):
        return {field for _, field, _, _ in Formatter().parse(message) if field}

    codes = {code for code in EN if code.startswith("source-")}
    assert codes == {code for code in ZH if code.startswith("source-")}
    assert all(fields(EN[code]) == fields(ZH[code]) and "path" in fields(EN[code]) for code in codes)
