"""EPUB: the chapters of its spine, one after the other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jinju.adapters.sources.archive import Archive
from jinju.adapters.sources.blocks import blocks_of
from jinju.adapters.sources.charset import page_text
from jinju.adapters.sources.raw import Raw
from jinju.adapters.sources.xml import XmlError, listen
from jinju.model.document import Document
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinju.adapters.sources.raw import Limits

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})


def read_epub(raw: Raw, limits: Limits, *, split: bool) -> list[Document]:
    """The text of an EPUB; if it is to be split, a document for each chapter.

    Raises UserError for a book that is damaged, has copy protection, or unpacks to more than `limits.text`.
    """
    archive = Archive(raw, "EPUB", limits.text)
    try:
        package, folder = _package(archive)
        locked = _Locked()
        if _ENCRYPTION in archive.names:
            listen(archive.read(_ENCRYPTION), locked)
    except XmlError as error:
        raise archive.broken(error) from error
    chapters: list[tuple[str, list[str]]] = []
    for name in _spine(package, folder):
        if name in locked.names:
            raise UserError("source-epub-drm", path=raw.name)
        if name in archive.names:
            chapters.append(_chapter(archive.read(name), name))
    book = package.facts
    chapters = [(heading, texts) for heading, texts in chapters if texts]
    if split and len(chapters) > 1:
        return [
            Document(
                "\n".join(texts),
                raw.name,
                raw.path,
                title=heading,
                author=book.get("creator", ""),
                date=book.get("date", "")[:10],
                site=book.get("title", ""),
                kind="epub",
                part=part,
            )
            for part, (heading, texts) in enumerate(chapters, 1)
        ]
    title = book.get("title", "")
    lines = [line for heading, texts in chapters for line in (heading, *texts) if line and line != title]
    return [
        Document(
            "\n".join(lines),
            raw.name,
            raw.path,
            title=title,
            author=book.get("creator", ""),
            date=book.get("date", "")[:10],
            site=book.get("publisher", ""),
            kind="epub",
        )
    ]


def _package(archive: Archive) -> tuple[_Package, str]:
    """The book's own description, and the folder that its paths start from."""
    container = _Container()
    listen(archive.read(_CONTAINER), container)
    package = _Package()
    listen(archive.read(container.package), package)
    return package, posixpath.dirname(container.package)


def _spine(package: _Package, folder: str) -> Iterator[str]:
    for key in package.spine:
        href, media, properties = package.manifest.get(key, ("", "", ""))
        if href and media in _PAGES and "nav" not in properties.split():
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _chapter(data: bytes, name: str) -> tuple[str, list[str]]:
    """The first heading of a chapter, if it begins with one, and its paragraphs."""
    page = page_text(Raw(data, name), lambda rest: rest.decode("utf-8", "replace"))
    blocks = blocks_of(page)
    title = blocks.pop(0).text if blocks and blocks[0].level else ""
    return title, [block.text for block in blocks]


class _Container:
    """Where the package is."""

    def __init__(self) -> None:
        self.package = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile" and not self.package:
            self.package = posixpath.normpath(attributes.get("full-path", ""))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class _Package:
    """Facts of the book (the first of each kind), its files, and the order of its chapters."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.manifest: dict[str, tuple[str, str, str]] = {}
        self.spine: list[str] = []
        self._fact = ""
        self._text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"title", "creator", "date", "publisher"}:
            self._fact = name
            self._text.clear()
        elif name == "item":
            self.manifest[attributes.get("id", "")] = (
                attributes.get("href", ""),
                attributes.get("media-type", ""),
                attributes.get("properties", ""),
            )
        elif name == "itemref" and attributes.get("linear", "yes") != "no":
            self.spine.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:
        if name == self._fact:
            self.facts.setdefault(name, " ".join("".join(self._text).split()))
            self._fact = ""

    def text(self, text: str) -> None:
        if self._fact:
            self._text.append(text)


class _Locked:
    """The files that are encrypted; fonts often are, in books that can be read."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "CipherReference":
            self.names.add(posixpath.normpath(unquote(attributes.get("URI", ""))))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass
