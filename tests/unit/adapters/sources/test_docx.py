import struct
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from jinju.adapters.sources import Limits

P1 = "把办公桌搬到田埂上，把问题解决在家门口。"
P2 = "群众的事没有小事，办好小事方见真心。"


def lines(document):
    return document.text.split("\n")


def test_paragraphs_tables_breaks_and_the_title(read, tmp_path):
    word = docx.Document()
    word.add_heading("田埂上的办公桌", 0)
    word.add_paragraph(P1)
    word.add_heading("小标题", 2)
    word.add_paragraph("上一行").add_run().add_break()
    word.paragraphs[-1].add_run("下一行")
    word.add_table(1, 2).rows[0].cells[0].text = P2
    word.sections[0].header.paragraphs[0].text = "页眉"
    word.sections[0].footer.paragraphs[0].text = "第 1 页"
    path = tmp_path / "一份 名字.bin"
    word.save(path)
    [document] = read(path)
    assert (document.kind, document.title) == ("docx", "田埂上的办公桌")
    assert lines(document) == [P1, "小标题", "上一行", "下一行", P2]


def test_what_word_does_not_show_is_left_out(read, tmp_path):
    word = docx.Document()
    paragraph = word.add_paragraph("前")
    paragraph.add_run("藏起来的").font.hidden = True
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>删去的</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>添上的</w:t></w:r></w:ins>"))
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:ruby><w:rt><w:r><w:t>shí</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>实</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
    )
    field = OxmlElement("w:instrText")
    field.text = "PAGE"
    paragraph.add_run()._r.append(field)
    paragraph.add_run("惠")
    word.save(tmp_path / "a.docx")
    [document] = read(tmp_path / "a.docx")
    assert document.text == "前添上的实惠"


def test_a_text_box_comes_once(read, tmp_path):
    word = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    word.add_paragraph("框外的话")._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} {mc}><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    word.save(tmp_path / "a.docx")
    [document] = read(tmp_path / "a.docx")
    assert sorted(lines(document)) == ["框外的话", "框里的话"]


def test_headings_of_the_first_level_split(read, tmp_path):
    word = docx.Document()
    for number, text in enumerate((P1, P2)):
        word.add_heading(f"第{number}篇", 1)
        word.add_paragraph(text)
    word.save(tmp_path / "a.docx")
    parts = read(tmp_path / "a.docx", split=True)
    assert [(d.title, d.text, d.part) for d in parts] == [("第0篇", P1, 1), ("第1篇", P2, 2)]
    [whole] = read(tmp_path / "a.docx")
    assert lines(whole) == ["第0篇", P1, "第1篇", P2]


def test_an_empty_one(refused, tmp_path):
    docx.Document().save(tmp_path / "a.docx")
    assert refused(tmp_path / "a.docx").code == "source-empty"


def package(path, document, **others):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, data in others.items():
            archive.writestr(name, data)
    return path


def test_a_bomb_is_told_by_its_directory(refused, tmp_path):
    path = package(tmp_path / "a.docx", b"<w>" + b" " * 300_000_000 + b"</w>")
    assert path.stat().st_size < 400_000
    error = refused(path)
    assert (error.code, error.details["limit"]) == ("source-bomb", 32)


def test_a_bomb_whose_directory_lies_is_stopped_while_it_is_read(refused, tmp_path):
    path = package(tmp_path / "a.docx", b"<w>" + b" " * 3_000_000 + b"</w>")
    data = bytearray(path.read_bytes())
    true = struct.pack("<I", 3_000_007)
    assert data.count(true) == 2
    path.write_bytes(data.replace(true, struct.pack("<I", 100)))
    assert refused(path, limits=Limits(text=1_000_000)).code == "source-broken"


def test_a_directory_of_too_many_entries_is_not_read(refused, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for number in range(60_000):
            archive.writestr(f"word/{number:060}", b"")
    assert refused(tmp_path / "a.docx").code == "source-bomb"


LAUGHS = '<!DOCTYPE w [<!ENTITY a "哈">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "document",
    [
        f"{LAUGHS}]><w><p><t>&i;</t></p></w>",
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w><p><t>&x;</t></p></w>',
        "<w><p>",
        "no xml",
        "",
    ],
)
def test_xml_that_attacks_or_is_none(refused, tmp_path, document):
    assert refused(package(tmp_path / "a.docx", document)).code == "source-broken"


def test_very_deep_xml(read, tmp_path):
    deep = "<a>" * 100_000 + "<p><t>深</t></p>" + "</a>" * 100_000
    [document] = read(package(tmp_path / "a.docx", deep))
    assert document.text == "深"


@pytest.mark.parametrize("keep", [30, 0.5, 0.98])
def test_cut_short(refused, tmp_path, keep):
    word = docx.Document()
    word.add_paragraph(P1)
    word.save(tmp_path / "a.docx")
    data = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "a.docx").write_bytes(data[: keep if keep > 1 else int(keep * len(data))])
    assert refused(tmp_path / "a.docx").code == "source-broken"


def test_encrypted_members_and_other_archives(refused, tmp_path):
    path = package(tmp_path / "a.docx", "<w/>")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 8] |= 1
    path.write_bytes(data)
    assert refused(path).code == "source-broken"
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.txt", P1)
    assert refused(tmp_path / "b.zip").code == "source-archive"
    with zipfile.ZipFile(tmp_path / "c.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert refused(tmp_path / "c.odt").code == "source-odt"
