"""PDF with a text layer, read by pdfium, which of the permissive engines knows CJK fonts best."""

from __future__ import annotations

import ctypes
import math
import re
from statistics import median_low
from typing import TYPE_CHECKING, Any, NamedTuple

from jinju.adapters.sources.pdf_lines import Line
from jinju.adapters.sources.pdf_paragraphs import paragraphs_of
from jinju.model.document import Document
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinju.adapters.sources.raw import Raw

_PAGES = 3000
_FEWEST = 8
"""Characters a page, on average, below which a PDF with pictures counts as scanned."""
_FOREIGN = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]")
_GARBLED = 0.3
_HYPHENS = "\x02\ufffe\xad"
"""How pdfium marks a hyphen that only divides a word at the end of a line."""


class _Glyph(NamedTuple):
    character: str
    left: float
    right: float
    base: float
    size: float


def read_pdf(raw: Raw) -> list[Document]:
    """The paragraphs of a PDF without its page headers, footers and numbers.

    Raises UserError for one that is damaged, needs a password, is scanned, or does not say which
    characters its glyphs are.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise UserError("source-needs-extra", path=raw.name, kind="PDF", extra="pdf") from error
    try:
        pdf = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UserError("source-pdf-encrypted", path=raw.name) from error
        raise UserError("source-broken", path=raw.name, kind="PDF", reason=str(error)) from error
    try:
        count = len(pdf)
        if count > _PAGES:
            raise UserError("source-pdf-long", path=raw.name, limit=_PAGES, pages=count)
        pages = [_lines(pdf[number], number) for number in range(count)]
        text = "".join(line.text for page in pages for line in page)
        if len(text) < _FEWEST * count and _has_pictures(pdf, pypdfium2.raw.FPDF_PAGEOBJ_IMAGE):
            raise UserError("source-pdf-scanned", path=raw.name, pages=count)
    except pypdfium2.PdfiumError as error:
        raise UserError("source-broken", path=raw.name, kind="PDF", reason=str(error)) from error
    finally:
        pdf.close()
    if len(_FOREIGN.findall(text)) > _GARBLED * len(text):
        raise UserError("source-pdf-garbled", path=raw.name)
    title, paragraphs = paragraphs_of(pages)
    return [Document("\n".join(paragraphs), raw.name, raw.path, title=title, kind="pdf")]


def _has_pictures(pdf: Any, image: int) -> bool:
    return any(next(iter(page.get_objects(filter=(image,), max_depth=4)), None) for page in pdf)


def _lines(page: Any, number: int) -> list[Line]:
    """The lines of one page in the order in which they are read, with where they stand."""
    textpage = page.get_textpage()
    lines: list[Line] = []
    glyphs: list[_Glyph] = []
    for glyph in _glyphs(textpage):
        if glyph.character in "\r\n":
            lines += _line(glyphs, number)
            glyphs.clear()
        else:
            glyphs.append(glyph)
    lines += _line(glyphs, number)
    textpage.close()
    page.close()
    return lines


def _glyphs(textpage: Any) -> Iterator[_Glyph]:
    """The characters of a page; their boxes are told by fonts and not to be trusted but for the width."""
    from pypdfium2 import raw as pdfium

    text = textpage.raw
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(textpage.count_chars()):
        character = _character(pdfium.FPDFText_GetUnicode(text, at))
        pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        yield _Glyph(character, box.left, box.right, y.value, size)


def _character(code: int) -> str:
    character = chr(code)
    if character in _HYPHENS:
        return "\xad"
    return " " if character in "\t\xa0" else character


def _line(glyphs: list[_Glyph], page: int) -> list[Line]:
    """One line, or none where there is only white space; its edges are those of its characters."""
    seen = [glyph for glyph in glyphs if not glyph.character.isspace()]
    if not seen:
        return []
    text = "".join(glyph.character for glyph in glyphs)
    return [
        Line(
            text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip(),
            page,
            min(glyph.left for glyph in seen),
            max(glyph.right for glyph in seen),
            median_low(glyph.base for glyph in seen),
            median_low(glyph.size for glyph in seen),
        )
    ]
