r"""Plain text and cloze marks -> the HTML of an Anki field, in which nothing of the text comes alive.

A field is HTML in which Anki further reads `{{`, `}}`, `::`, `\(`, `[sound:` and the like. Where the text
holds such a pair an empty comment goes between its two characters: that survives the learner's edits in
Anki's editor, while entities for braces and colons become live again there.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinju.model.cloze import Mark

_APART: Final = "<!-- -->"
_SPECIAL: Final = frozenset("{}:")
_MATH = re.compile(r"\\\((?:(?!\\\().)*?\\\)|\\\[(?:(?!\\\[).)*?\\\]", re.DOTALL)
_TEX_BRACE = re.compile(r"\\.|([{}])", re.DOTALL)
_TAG: Final = r"\[(?=sound:|anki:|\[type:|/?latex\]|/?\$)"
_IN_MATH = re.compile(r"[&<>\u0338\n]|\{(?=\{)|\}(?=\})|:(?=:)")
_ALIVE = re.compile(_IN_MATH.pattern + r"|\\(?=[()\[\]])|" + _TAG, re.IGNORECASE)
# Whatever `clean` or `_escaped` would touch: most fields have none of it and are taken as they are.
_ODD = re.compile(r"[\x00-\x1f&<>{}:\\\[\x7f-\xa0\u0338\u2028\u2029\ufffd\ud800-\udfff]")
_ENTITY: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\u0338": "&#824;",  # Anki's NFC would join it to the ">" of a tag of ours
    "\n": "<br>",
}
_UNWANTED: Final[dict[int, str | None]] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0))),
    **dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n"),
    ord("\n"): "\n",
    ord("\t"): " ",
    0xA0: " ",
    0xFFFD: "□",  # the printer's sign for an illegible character
    **dict.fromkeys(range(0xD800, 0xE000), "□"),
}


def clean(plain: str) -> str:
    """`plain` in NFC, line breaks as one newline, no other control characters, illegible ones as `□`."""
    return unicodedata.normalize("NFC", plain.replace("\r\n", "\n").translate(_UNWANTED))


def field_html(plain: str, marks: Sequence[Mark] = ()) -> str:
    r"""The HTML that shows `plain` (cleaned as `clean` does) with the marks put in, their hints left out.

    TeX between `\(` and `\)` or `\[` and `\]` stays mathematics where its braces balance and no mark
    begins or ends in it; elsewhere it is shown as it is written. Marks nest or lie apart.
    """
    if not marks and not _ODD.search(plain):  # nine fields in ten
        return unicodedata.normalize("NFC", plain)
    opens: dict[int, list[str]] = {}
    closes: dict[int, str] = {}
    for mark in sorted(marks, key=lambda m: -m.span.end):
        opens.setdefault(mark.span.start, []).append(f"{{{{c{mark.number}::")
        closes[mark.span.end] = closes.get(mark.span.end, "") + "}}"
    edges = sorted(opens.keys() | closes.keys())
    out: list[str] = []
    for start, end, math in _pieces(plain, edges):
        out.append(closes.get(start, ""))
        out.extend(opens.get(start, ()))
        piece = plain[start:end]
        if not _ODD.search(piece):
            out.append(unicodedata.normalize("NFC", piece))
            continue
        piece = clean(piece)
        apart = " " if math else _APART
        if piece[:1] in _SPECIAL and (start in opens or start in closes):
            out.append(apart)
        out.append(_escaped(piece, apart, _IN_MATH if math else _ALIVE))
        if piece[-1:] in _SPECIAL and (end in opens or end in closes):
            out.append(apart)
    out.append(closes.get(len(plain), ""))
    return "".join(out)


def _pieces(plain: str, edges: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """`plain` cut at the edges and around live mathematics: start, end, whether it is mathematics."""
    live: dict[int, int] = {}
    for found in _MATH.finditer(plain) if "\\" in plain else ():
        start, end = found.span()
        at = bisect_right(edges, start)
        if (at == len(edges) or edges[at] >= end) and _is_tex(found[0]):
            live[start] = end
    cuts = sorted({0, len(plain), *edges, *live, *live.values()})
    for start, end in pairwise(cuts):
        yield start, end, live.get(start) == end


def _is_tex(tex: str) -> bool:
    """Whether the braces balance and nothing in it means more to Anki."""
    if re.search(_TAG, tex, re.IGNORECASE):
        return False
    depth = 0
    for found in _TEX_BRACE.finditer(tex):
        depth += {"{": 1, "}": -1}.get(found[1], 0)
        if depth < 0:
            return False
    return depth == 0


def _escaped(piece: str, apart: str, alive: re.Pattern[str]) -> str:
    return alive.sub(lambda m: _ENTITY.get(m[0]) or m[0] + apart, piece)
