import random
import shutil
import subprocess

import pytest
from fpdf import FPDF
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

SEEDS = (
    "现场办公下基层，下的是基层、察的是民情、解的是民忧、得的是民心。从机关大院到田间地头，脚步挪动的是距离，拉近的是人心。",
    "“知屋漏者在宇下，知政失者在草野。”坐在办公室里碰到的都是问题，走到群众中去看到的全是办法；问需于民，才能办实好事。",
    "作风硬不硬，群众看得清；办法好不好，实践来检验。2023年，全县解决问题1234件，满意率98.5%。唯有俯下身子，方能听到真话。",
)
PARAGRAPHS = [f"{seed}这是第{n}遍，写来只为让文章翻过一页又一页。" for n in "甲乙丙丁戊己" for seed in SEEDS]
TITLE = "把办公桌搬到田埂上"
ENGLISH = (
    "A desk carried to the edge of the field teaches what no report can: whoever walks the last mile "
    "learns why it was never walked. Good intentions are plentiful in well-lit offices, and yet "
    "understanding grows only where responsibilities are shared. "
) * 3


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A PDF by reportlab, with CJK fonts by name only, running header and page numbers."""
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "b", fontName="STSong-Light", fontSize=12, leading=21, firstLineIndent=24, wordWrap="CJK"
    )
    head = ParagraphStyle("t", fontName="STSong-Light", fontSize=20, leading=40, alignment=1)

    def furniture(canvas, template):
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(72, A5[1] - 40, "基层治理文选 · 内部交流")
        canvas.drawCentredString(A5[0] / 2, 30, f"— {template.page} —")

    SimpleDocTemplate(str(path), pagesize=A5).build(
        [Paragraph(TITLE, head), *(Paragraph(p, body) for p in PARAGRAPHS)],
        onFirstPage=furniture,
        onLaterPages=furniture,
    )
    return path


def test_hard_wraps_headers_and_page_numbers_are_gone(read, printed):
    [document] = read(printed)
    assert document.kind == "pdf"
    assert document.title == TITLE
    assert document.text.split("\n") == PARAGRAPHS


def test_a_name_that_lies(read, printed, tmp_path):
    shutil.copy(printed, tmp_path / "a.txt")
    assert read(tmp_path / "a.txt")[0].kind == "pdf"


@pytest.mark.browser
def test_printed_from_a_browser(read, tmp_path):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    (tmp_path / "a.html").write_text(
        f"<meta charset=utf-8><title>{TITLE}</title><style>body{{font-size:14pt;line-height:1.8}}"
        f"p{{text-indent:2em;margin:0}}</style><h1>{TITLE}</h1>{body}",
        "utf-8",
    )
    command = [
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    subprocess.run(
        [*command, f"--print-to-pdf={tmp_path / 'a.pdf'}", (tmp_path / "a.html").as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    [document] = read(tmp_path / "a.pdf")
    assert document.title == TITLE
    assert document.text.split("\n") == PARAGRAPHS


def english(path):
    pdf = FPDF(format=(148, 210))
    pdf.set_font("Times", size=11)
    pdf.add_page()
    for n in range(12):
        pdf.multi_cell(0, 5, f"Part {n}. {ENGLISH}".strip(), align="L")
        pdf.ln(4)
    return pdf, path


def test_english_lines_are_joined_with_spaces(read, tmp_path):
    pdf, path = english(tmp_path / "a.pdf")
    pdf.output(path)
    [document] = read(path)
    assert document.text.split("\n") == [f"Part {n}. {ENGLISH}".strip() for n in range(12)]


def test_a_word_divided_at_the_end_of_a_line(read, tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Times-Roman", 12)
    rows = (
        "Whoever walks the last mile under-",
        "stands why it was never walked by",
        "anybody in the office.",
    )
    for row, text in enumerate(rows):
        canvas.drawString(72, 700 - 15 * row, text)
    canvas.save()
    [document] = read(tmp_path / "a.pdf")
    assert (
        document.text
        == "Whoever walks the last mile understands why it was never walked by anybody in the office."
    )


def test_two_columns(read, tmp_path):
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("STSong-Light", 12)
    texts = [(SEEDS[n % 2] * 3)[:130] + "。" for n in range(4)]
    for column, left in ((0, 60), (1, 320)):
        row = 0
        for text in texts[2 * column : 2 * column + 2]:
            line = "　　" + text
            for start in range(0, len(line), 18):
                canvas.drawString(left, 760 - 20 * row, line[start : start + 18])
                row += 1
    canvas.save()
    [document] = read(tmp_path / "a.pdf")
    assert [line.strip() for line in document.text.split("\n")] == texts


def test_a_scanned_one_says_so(refused, tmp_path):
    from PIL import Image

    noise = Image.frombytes("L", (200, 300), random.Random(1).randbytes(60_000))
    pdf = FPDF()
    for _ in range(3):
        pdf.add_page()
        pdf.image(noise, w=150)
    pdf.output(tmp_path / "a.pdf")
    error = refused(tmp_path / "a.pdf")
    assert (error.code, error.details["pages"]) == ("source-pdf-scanned", 3)


def test_blank_pages(refused, tmp_path):
    pdf = FPDF()
    pdf.add_page()
    pdf.output(tmp_path / "a.pdf")
    assert refused(tmp_path / "a.pdf").code == "source-empty"


def test_a_password(read, refused, tmp_path):
    pdf, path = english(tmp_path / "a.pdf")
    pdf.set_encryption(owner_password="owner", user_password="user")
    pdf.output(path)
    assert refused(path).code == "source-pdf-encrypted"
    pdf, path = english(tmp_path / "b.pdf")
    pdf.set_encryption(owner_password="owner")
    pdf.output(path)
    assert "last mile" in read(path)[0].text


def test_broken_ones(refused, printed, tmp_path):
    whole = printed.read_bytes()
    for data in (b"%PDF-1.7\n", b"%PDF-1.4\n" + bytes(range(256)) * 20, whole[:300]):
        (tmp_path / "a.pdf").write_bytes(data)
        assert refused(tmp_path / "a.pdf").code == "source-broken"


def test_without_the_extra_it_says_what_to_install(refused, printed, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    error = refused(printed)
    assert (error.code, error.details["extra"]) == ("source-needs-extra", "pdf")
