"""DOCX: the paragraphs of its main part, as Word shows them with all changes accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.adapters.sources.archive import Archive
from jinju.adapters.sources.xml import XmlError, listen
from jinju.model.document import Document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinju.adapters.sources.raw import Limits, Raw

_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_RELATIONS = "_rels/.rels"
_SILENT = frozenset({"del", "moveFrom", "rt", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr"})
"""Deleted and moved text, readings of ruby, the second copy of a text box; and what is no text at all."""
_TITLE = 0
_HEADING = re.compile(r"heading ([1-9])|标题 ([1-9])", re.IGNORECASE)
_BODY = 9


def read_docx(raw: Raw, limits: Limits, *, split: bool) -> list[Document]:
    """The text of a DOCX; if it is to be split, a document for each heading of the first level.

    Raises UserError for a file that is damaged or unpacks to more than `limits.text`.
    """
    archive = Archive(raw, "DOCX", limits.text)
    try:
        relations = _Relations()
        if _RELATIONS in archive.names:
            listen(archive.read(_RELATIONS), relations)
        styles = _Styles()
        if _STYLES in archive.names:
            listen(archive.read(_STYLES), styles)
        body = _Body(styles.levels)
        listen(archive.read(relations.main), body)
    except XmlError as error:
        raise archive.broken(error) from error
    paragraphs = body.paragraphs
    heads = [level for level, _ in paragraphs if level <= 1]
    if split and heads.count(1) > 1:
        return _parts(raw, paragraphs)
    title = ""
    if paragraphs and (paragraphs[0][0] == _TITLE or (paragraphs[0][0] == 1 and len(heads) == 1)):
        title = paragraphs.pop(0)[1]
    return [Document("\n".join(text for _, text in paragraphs), raw.name, raw.path, title=title, kind="docx")]


def _parts(raw: Raw, paragraphs: list[tuple[int, str]]) -> list[Document]:
    articles: list[tuple[str, list[str]]] = [("", [])]
    for level, text in paragraphs:
        if level == 1:
            articles.append((text, []))
        elif level != _TITLE:
            articles[-1][1].append(text)
    return [
        Document("\n".join(texts), raw.name, raw.path, title=title, kind="docx", part=part)
        for part, (title, texts) in enumerate(((t, x) for t, x in articles if x), 1)
    ]


class _Relations:
    """Which part is the main one."""

    def __init__(self) -> None:
        self.main = _MAIN

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", _MAIN).lstrip("/")

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class _Styles:
    """The heading level of each paragraph style: 0 the title, 1 to 9 headings."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "name" and self._style:
            style = attributes.get("val", "")
            if style.lower() in {"title", "标题"}:
                self.levels[self._style] = _TITLE
            elif heading := _HEADING.fullmatch(style):
                self.levels[self._style] = int(heading[1] or heading[2])

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def text(self, text: str) -> None:
        pass


class _Body:
    """Collects the paragraphs; one inside another (a text box) comes before the one around it."""

    def __init__(self, levels: Mapping[str, int]) -> None:
        self.paragraphs: list[tuple[int, str]] = []
        self._levels = levels
        self._open: list[list[str]] = []
        self._level: list[int] = []
        self._silent: list[str] = []
        self._in_run = self._hidden = False
        self._in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "pStyle" and self._level:
            self._level[-1] = self._levels.get(attributes.get("val", ""), _BODY)
        elif name == "vanish" and self._in_run:
            self._hidden = attributes.get("val", "1") not in {"0", "false"}
        if self._silent or name in _SILENT:
            self._silent += [name] * (not self._silent or name == self._silent[0])
        elif name == "p":
            self._open.append([])
            self._level.append(_BODY)
        elif self._open:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r":
            self._in_run, self._hidden = True, False
        elif name == "t":
            self._in_text = True
        elif name == "tab":
            self._open[-1].append("\t")
        elif name == "cr" or (name == "br" and attributes.get("type", "textWrapping") == "textWrapping"):
            self._open[-1].append("\n")
        elif name == "noBreakHyphen":
            self._open[-1].append("-")

    def end(self, name: str) -> None:
        if self._silent:
            if name == self._silent[0]:
                self._silent.pop()
        elif name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = self._hidden = False
        elif name == "p" and self._open:
            text, level = "".join(self._open.pop()).strip("\n\t "), self._level.pop()
            if text:
                self.paragraphs.append((level, text))

    def text(self, text: str) -> None:
        if self._in_text and self._open and not (self._silent or self._hidden):
            self._open[-1].append(text)
