"""HTML to blocks of plain text, forgiving and in one pass; which of them are the article is not judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

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
    parser = _Blocks(within)
    parser.feed(html)
    parser.close()
    parser.flush()
    return parser.blocks


class _Blocks(HTMLParser):
    def __init__(self, within: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._level = 0
        self._silent: list[str] = []
        self._within = within
        self._inside = 0 if within else 1
        self._element = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._within and not self._element and values.get("id") == self._within:
            self._element, self._inside = tag, 1
            self._silent.clear()
        elif self._element == tag and self._inside and tag not in _VOID:
            self._inside += 1
        if tag in _BLOCKS:
            self.flush()
            if self._silent[:1] == ["p"]:  # a paragraph ends where another block begins
                self._silent.clear()
            self._level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else self._level
        if tag in _VOID:
            return
        if self._silent:
            self._silent += [tag] * (tag == self._silent[0])
        elif tag in _SILENT or "hidden" in values or _HIDDEN.search(values.get("style") or ""):
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
            if tag[0] == "h" and tag[1:].isdigit():
                self._level = 0
        if self._silent and tag == self._silent[0]:
            self._silent.pop()
        if self._element == tag and self._inside:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._inside and not self._silent:
            self._text.append(data)

    def flush(self) -> None:
        """End the block that is being read."""
        text = _SPACES.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        if text:
            self.blocks.append(Block(text, self._level))
