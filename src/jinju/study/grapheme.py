"""What a reader takes for one character: a base with its marks, a flag, an emoji with its tone."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)


def graphemes(text: str) -> list[str]:
    """`text` cut into characters as read; joined they give it back.

    A simple form of Unicode's rules (UAX 29): marks, variation selectors, joiners, tones and flags. Hangul
    written in single letters is not put together.
    """
    found: list[str] = []
    for char in text:
        if found and _belongs(char, found[-1]):
            found[-1] += char
        else:
            found.append(char)
    return found


def _belongs(char: str, before: str) -> bool:
    if char < "\u0300":
        return False
    if unicodedata.category(char) in ("Mn", "Me", "Mc") or char == _JOINER or ord(char) in _TONES:
        return True
    if before[-1] == _JOINER:
        return ord(char) > 0x2000
    return ord(char) in _FLAGS and len(before) == 1 and ord(before) in _FLAGS
