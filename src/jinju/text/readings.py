"""Whether a written syllable is a reading of a character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from jinju.text.characters import TONED

if TYPE_CHECKING:
    from collections.abc import Mapping

SYLLABLE: Final = f"[a-zü{TONED}]{{1,6}}"
BRACKETED: Final = re.compile(f"[ \u00a0]?[(（][ \u00a0]*({SYLLABLE})[ \u00a0]*[)）]")
"""A syllable in brackets; group 1 is the syllable."""

PINYIN: Final = re.compile(
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aoe]|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|"
    "iong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue)"
)
"""A syllable without tone mark."""

TONE: Final = re.compile(f"[{TONED}]")


@cache
def plain(syllable: str) -> str:
    """The syllable without tone mark, ü as v."""
    letters = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return "".join(c for c in letters if c.isascii())


def reads(character: str, syllable: str, readings: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether `syllable`, with or without tone mark, is one of the readings of `character`."""
    return any(plain(r) == plain(syllable) for r in readings.get(character, ()))
