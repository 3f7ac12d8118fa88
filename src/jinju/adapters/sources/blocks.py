"""HTML to blocks of plain text, forgiving and in one pass; which of them are the article is not judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinju.adapters.sources.tags import tokens

if TYPE_CHECKING:
    from jinju.adapters.sources.tags import Tag

_BLOCK_TAGS = (
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol option p pre section"
    " select summary table tbody td tfoot th thead tr ul"
)
_SILENT_TAGS = (
    "script style head title noscript template svg math rt rp rtc nav button textarea select iframe object"
    " audio video canvas"
)
_VOID_TAGS = "area base br col embed hr img input link meta source track wbr"
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SILENT = frozenset(_SILENT_TAGS.split())
_VOID = frozenset(_VOID_TAGS.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TELLING = re.compile(r"\b(?:id|hidden|style)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `level` is 1 to 6 for a heading, else 0."""

    text: str
    level: int = 0


def blocks_of(html: str, within: str = "") -> list[Block]:
    """The blocks of `html` in order, of the whole or of the first element whose id is `within`.

    A `<br>` ends a block. Scripts, navigation, hidden elements and the readings of ruby are left out.
    """
    reading = _Reading(within)
    for token in tokens(html):
        if isinstance(token, str):
            reading.text(token)
        elif token.ends:
            reading.end(token.name)
        else:
            reading.start(token)
    reading.flush()
    return reading.blocks


class _Reading:
    def __init__(self, within: str) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._level = 0
        self._silent = ""
        self._depth = 0
        self._within = within
        self._element = ""
        self._inside = 0 if within else 1

    def start(self, tag: Tag) -> None:
        name = tag.name
        telling = _TELLING.search(tag.inside) is not None
        attributes = tag.attributes() if telling else {}
        if self._within and not self._element and attributes.get("id") == self._within:
            self._element, self._inside, self._silent = name, 1, ""
        elif self._element == name and self._inside and name not in _VOID:
            self._inside += 1
        if name in _BLOCKS:
            self.flush()
            if self._silent == "p":  # a paragraph ends where another block begins
                self._silent = ""
            if name in _HEADINGS:
                self._level = int(name[1])
        if name in _VOID or (tag.inside.endswith("/") and name in _SILENT):
            return
        if self._silent:
            self._depth += name == self._silent
        elif name in _SILENT or "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            self._silent, self._depth = name, 1

    def end(self, name: str) -> None:
        if name in _BLOCKS:
            self.flush()
            if name in _HEADINGS:
                self._level = 0
        if self._silent == name:
            self._depth -= 1
            if not self._depth:
                self._silent = ""
        if self._element == name and self._inside:
            self._inside -= 1

    def text(self, text: str) -> None:
        if self._inside and not self._silent:
            self._text.append(text)

    def flush(self) -> None:
        """End the block that is being read."""
        text = _SPACES.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if text:
            self.blocks.append(Block(text, self._level))
