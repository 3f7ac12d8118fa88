"""The HTML of an Anki field -> what a reader sees, and the cloze notation of the deck file."""

from __future__ import annotations

import html
import re
from typing import Final

from jinju.model.cloze import escape

_TOKEN = re.compile(
    r"\{\{(?:c\d+::)?|\}\}|::|<!--.*?-->|<br\s*/?>|</(?:div|p|li)>|</?[A-Za-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_FORMATTING: Final = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|p|div|font|mark|sub|sup|ul|ol|li|code|img|ruby|rt|rp|rb)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"<br\s*/?>|</(?:div|p|li)>", re.IGNORECASE)
_LADDER = re.compile(r'<div class="jj-ladder jj-n(\w+)"[^>]*>')
_STEP = re.compile(r"<summary>([^<]*)</summary><div>(.*?)</div>", re.DOTALL)
_NUMBER = re.compile(r"\d+")


def visible(field: str) -> str:
    """The text of a field; a tag that does not merely format is kept as it is written."""
    out = [html.unescape(piece) for piece, _ in _tokens(field)]
    return "".join(out).strip("\n")


def notation(field: str) -> str:
    """The text of a field with its cloze marks, in the deck file's notation; stray braces stay bare."""
    out: list[str] = []
    run: list[str] = []
    depth = 0

    def mark(sign: str) -> None:
        out.append(escape("".join(run)))
        run.clear()
        out.append(sign)

    for piece, live in _tokens(field):
        if live and piece.startswith("{{c"):
            depth += 1
            mark(piece)
        elif live and (piece != "::" or depth):
            depth -= piece == "}}" and depth > 0
            mark(piece)
        else:
            run.append(html.unescape(piece))
    out.append(escape("".join(run)))
    return "".join(out).strip("\n")


def hint_ladders(field: str) -> dict[int, tuple[str, ...]]:
    """The hints of a note of ours, by cloze number."""
    found: dict[int, tuple[str, ...]] = {}
    parts = _LADDER.split(field)
    for name, ladder in zip(parts[1::2], parts[2::2], strict=True):
        steps = _STEP.findall(ladder)
        number = _NUMBER.search(name if name != "x" else "".join(label for label, _ in steps[:1]))
        if number and steps:
            found[int(number[0])] = tuple(visible(step) for _, step in steps)
    return found


def _tokens(field: str) -> list[tuple[str, bool]]:
    """The pieces of a field in order, with whether Anki may read them as marks; tags that format are gone."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in _TOKEN.finditer(field):
        pieces.append((field[at : found.start()], False))
        at = found.end()
        sign = found[0]
        if sign.startswith("<!--"):
            continue
        if _LINE_END.fullmatch(sign):
            pieces.append(("\n", False))
        elif not sign.startswith("<"):
            pieces.append((sign, True))
        elif not _FORMATTING.fullmatch(sign):
            pieces.append((sign, False))
    pieces.append((field[at:], False))
    return pieces
