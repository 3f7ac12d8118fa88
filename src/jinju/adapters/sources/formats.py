"""Which reader reads which kind of source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.adapters.sources.raw import MEGABYTE
from jinju.adapters.sources.sniff import sniff
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from jinju.adapters.sources.raw import Decode, Limits, Raw
    from jinju.model.document import Document

_NOTHING = "\ufeff\u200b\u200c\u200d\u2060\xad\ufffd\x00"


def documents_in(raw: Raw, decode: Decode, limits: Limits, *, split: bool) -> list[Document]:
    """The documents of one source, read by what it holds; raises UserError where there is no text in it."""
    kind = sniff(raw)
    if kind in {"text", "markdown", "html"} and len(raw.data) > limits.text:
        raise UserError("source-too-large", path=raw.name, limit=limits.text // MEGABYTE)
    try:
        found = _read(kind, raw, decode, limits, split=split)
    except UserError as error:
        details = {**error.details, "path": error.details.get("path") or raw.name}
        raise UserError(error.code, **details) from error
    documents = [document for document in found if document.text.strip().strip(_NOTHING)]
    if not documents:
        raise UserError("source-empty", path=raw.name)
    return documents


def _read(kind: str, raw: Raw, decode: Decode, limits: Limits, *, split: bool) -> list[Document]:
    """Ask the reader of `kind`, loading it only now."""
    if kind == "pdf":
        from jinju.adapters.sources.pdf import read_pdf

        return read_pdf(raw)
    if kind == "docx":
        from jinju.adapters.sources.docx import read_docx

        return read_docx(raw, limits, split=split)
    if kind == "epub":
        from jinju.adapters.sources.epub import read_epub

        return read_epub(raw, limits, split=split)
    if kind == "html":
        from jinju.adapters.sources.html import read_html

        return read_html(raw, decode)
    from jinju.adapters.sources.markdown import is_markdown, read_markdown

    text = decode(raw.data)
    if kind == "markdown" or is_markdown(text):
        return read_markdown(raw, text, split=split)
    from jinju.adapters.sources.plain import read_plain

    return read_plain(raw, text, split=split)
