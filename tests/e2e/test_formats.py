"""One essay in every format that jinju reads gives the same deck."""

import html
import json
import zipfile

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

TITLE = "把小事办好"
PARAGRAPHS = (
    "民生无小事，枝叶总关情。办好民生实事，贵在用心、重在用情、成在用力，要把群众的操心事当作自己的心头事。",
    "群众在哪里，我们的工作就做到哪里；问题在什么地方，我们的办法就想到什么地方。",
    "与其坐而论道，不如起而行之。唯有俯下身子、迈开步子，方能取信于民、行稳致远。",
)


def text(path):
    path.write_bytes("\n\n".join((TITLE, *PARAGRAPHS)).encode("gb18030"))


def markdown(path):
    path.write_text(f"# {TITLE}\n\n" + "\n\n".join(PARAGRAPHS), encoding="utf-8")


def page(path):
    body = "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS)
    head = f"<head><meta charset='utf-8'><title>{TITLE}</title></head>"
    path.write_text(f"<html>{head}<body><article><h1>{TITLE}</h1>{body}</article></body></html>", "utf-8")


def docx(path):
    document = Document()
    document.add_heading(TITLE, 1)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(path)


def epub(path):
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title></metadata><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{TITLE}</h1>{body}</body></html>'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("c.opf", package)
        book.writestr("a.xhtml", chapter)


def pdf(path):
    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("STSong-Light", 22)
    canvas.drawString(72, 770, TITLE)
    canvas.setFont("STSong-Light", 12)
    y = 720
    for paragraph in PARAGRAPHS:
        indented = "　　" + paragraph
        for start in range(0, len(indented), 36):
            canvas.drawString(72, y, indented[start : start + 36])
            y -= 18
        y -= 12
    canvas.save()


@pytest.mark.parametrize("write", [text, markdown, page, docx, epub, pdf], ids=lambda f: f.__name__)
def test_the_same_deck_comes_of_every_format(jinju, tmp_path, write):
    endings = {"text": "txt", "markdown": "md", "page": "html"}
    path = tmp_path / f"essay.{endings.get(write.__name__, write.__name__)}"
    write(path)
    status, out, err = jinju("make", path, "--json")
    assert status == 0, err
    deck = json.loads(out)["decks"][0]
    assert deck["deck"] == f"金句::{TITLE}"
    made = path.with_suffix(".yaml").read_text(encoding="utf-8")
    assert "方能{{c1::取信于民、行稳致远}}" in made
    assert all(paragraph in made for paragraph in PARAGRAPHS)
