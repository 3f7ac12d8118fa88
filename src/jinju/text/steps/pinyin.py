"""Pinyin in brackets behind characters, as copy protection and reading aids leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinju.text.characters import common, is_han, traditional_only
from jinju.text.edits import Edit
from jinju.text.readings import BRACKETED, PINYIN, TONE, reads

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from jinju.text.tools import Tools

_MANY = 6
"""So many annotations of everyday characters are damage; an author glosses only a few."""


def drop_pinyin(text: str, tools: Tools) -> list[Edit]:
    """Annotations away where they are damage; a genuine gloss stays and is marked as not to be asked for.

    Damage is many annotations mostly of everyday characters, or one of a traditional character; a gloss
    such as 彧（yù） is a single one of a rare character, or one of few.
    """
    found = [m for m in BRACKETED.finditer(text) if is_han(text[m.start() - 1 : m.start()])]
    if not found:
        return []
    readings = tools.lexicon.readings({text[m.start() - 1] for m in found})
    right = [m for m in found if reads(text[m.start() - 1], m[1], readings)]
    damaged = _damaged(text, found, right)
    return [edit for m in found if (edit := _edit(text, m, readings, damaged=damaged)) is not None]


def _damaged(text: str, found: list[re.Match[str]], right: list[re.Match[str]]) -> bool:
    everyday = sum(common(c) or traditional_only(c) for c in (text[m.start() - 1] for m in right))
    return everyday >= _MANY and 2 * everyday > len(right) and 3 * len(right) > 2 * len(found)


def _edit(
    text: str, m: re.Match[str], readings: Mapping[str, tuple[str, ...]], *, damaged: bool
) -> Edit | None:
    character = text[m.start() - 1]
    fits = reads(character, m[1], readings)
    if damaged and (fits or TONE.search(m[1]) or ("(" in m[0] and PINYIN.fullmatch(m[1]))):
        return Edit(m.start(), m.end(), "", "pinyin", 0.98 if fits else 0.7)
    if not fits:
        return None
    if traditional_only(character) and TONE.search(m[1]) and "(" in m[0]:
        return Edit(m.start(), m.end(), "", "pinyin", 0.9)
    return Edit(m.start() - 1, m.end(), text[m.start() - 1 : m.end()], "gloss", 0.5)
