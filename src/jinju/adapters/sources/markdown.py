"""Markdown to plain paragraphs; its `#` titles are where one file holds several articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinju.adapters.sources.frontmatter import take_front_matter
from jinju.model.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from jinju.adapters.sources.raw import Raw

_RULE = 7
"""Stands in for the level of a heading where there is a thematic break."""

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:.*$|\[\^[^\]\s]{1,40}\]", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: front matter, a first line `# …`, two headings."""
    start = text.lstrip("\ufeff \t\r\n")
    if _HEADING.match(start) or len(_HEADING.findall(text)) >= 2:
        return True
    return start.startswith(("---", "+++")) and take_front_matter(start)[1] is not start


def read_markdown(raw: Raw, text: str, *, split: bool) -> list[Document]:
    """The paragraphs of a Markdown text; if it is to be split, a document for each `#` title.

    Where there are not two such titles, thematic breaks (`---`) separate the articles.
    """
    fields, body = take_front_matter(text.lstrip("\ufeff\r\n"))
    blocks = list(_blocks(body))
    url = raw.url or fields.pop("url", "")
    titles = [block for level, block in blocks if level == 1]
    rules = any(level == _RULE for level, _ in blocks)
    if split and (len(titles) > 1 or rules):
        if len(titles) > 1:
            articles = _by_title(block for block in blocks if block[0] != _RULE)
        else:
            articles = _by_rule(blocks)
        fields.pop("title", None)
    else:
        title = fields.pop("title", "") or next(iter(titles), "")
        articles = [
            (title, [block for level, block in blocks if level != _RULE and (level, block) != (1, title)])
        ]
    parts = [(title, paragraphs) for title, paragraphs in articles if paragraphs]
    return [
        Document(
            "\n\n".join(paragraphs),
            raw.name,
            raw.path,
            title=title,
            url=url,
            kind="markdown",
            part=part,
            **fields,
        )
        for part, (title, paragraphs) in enumerate(parts, len(parts) > 1)
    ]


def _by_title(blocks: Iterable[tuple[int, str]]) -> list[tuple[str, list[str]]]:
    """The blocks under each heading of level 1, with that heading; first what stands above them."""
    articles: list[tuple[str, list[str]]] = [("", [])]
    for level, block in blocks:
        if level == 1:
            articles.append((block, []))
        else:
            articles[-1][1].append(block)
    return articles


def _by_rule(blocks: Iterable[tuple[int, str]]) -> list[tuple[str, list[str]]]:
    """The blocks between thematic breaks; a heading that comes first is the title."""
    articles: list[tuple[str, list[str]]] = [("", [])]
    for level, block in blocks:
        if level == _RULE:
            articles.append(("", []))
        elif level and articles[-1] == ("", []):
            articles[-1] = (block, [])
        else:
            articles[-1][1].append(block)
    return articles


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The blocks of a Markdown text as (heading level or 0, plain text); code and footnotes are left out."""
    from markdown_it import MarkdownIt

    level = 0
    # Four spaces before a paragraph are an indent in Chinese typing, not code.
    for token in (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .disable("code")
        .parse(_FOOTNOTE.sub("", text))
    ):
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "hr":
            yield _RULE, ""
        elif token.type == "html_block":
            from jinju.adapters.sources.blocks import blocks_of

            yield from ((block.level, block.text) for block in blocks_of(token.content))
        elif token.type in {"inline", "fence"}:
            block = _plain(token) if token.type == "inline" else token.content * (not token.info.strip())
            if block := block.strip():
                yield level, " ".join(block.split()) if level else block


def _plain(token: Token) -> str:
    """The text of one inline token, without marks, pictures and the readings of ruby characters."""
    parts: list[str] = []
    reading = False
    for child in token.children or ():
        if child.type == "html_inline":
            tag = child.content.lower()
            reading = (reading or tag.startswith(("<rt", "<rp"))) and not tag.startswith(("</rt", "</rp"))
            parts.append("\n" if _BREAK.match(tag) else "")
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif child.type in {"text", "code_inline", "text_special"} and not reading:
            parts.append(child.content)
    return "".join(parts)
